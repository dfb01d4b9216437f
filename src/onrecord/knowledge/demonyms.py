"""Demonyms and adjectives of countries, regions and some cities: the word, and what it is the demonym of.

Our own list, in English; both adjectives ("Afghan") and peoples ("Afghans", "Dutchman"). Plurals are made by rule in `_forms`. Written
with a capital: `country_of_demonym("polish")` is None. A people without a state (Kurds, Basques) is in `OF_REGIONS`, with the name
under which the gazetteer knows the land.
"""

from __future__ import annotations

from functools import cache

OF_COUNTRIES = {
    "ABW": "Aruban", "AFG": "Afghan Afghani Afghanistani", "AGO": "Angolan", "AIA": "Anguillan", "ALB": "Albanian", "AND": "Andorran",
    "ARE": "Emirati", "ARG": "Argentine Argentinian Argentinean", "ARM": "Armenian", "ASM": "American_Samoan",
    "ATG": "Antiguan Barbudan", "AUS": "Australian Aussie", "AUT": "Austrian", "AZE": "Azerbaijani Azeri", "BDI": "Burundian",
    "BEL": "Belgian", "BEN": "Beninese Beninois", "BFA": "Burkinabe Burkinabé Burkinabè", "BGD": "Bangladeshi", "BGR": "Bulgarian",
    "BHR": "Bahraini", "BHS": "Bahamian", "BIH": "Bosnian Herzegovinian Bosniak", "BLR": "Belarusian Belarussian Byelorussian",
    "BLZ": "Belizean", "BMU": "Bermudian Bermudan", "BOL": "Bolivian", "BRA": "Brazilian", "BRB": "Barbadian Bajan", "BRN": "Bruneian",
    "BTN": "Bhutanese", "BWA": "Botswanan Motswana Batswana", "CAF": "Central_African", "CAN": "Canadian", "CHE": "Swiss",
    "CHL": "Chilean", "CHN": "Chinese Sino", "CIV": "Ivorian Ivoirian", "CMR": "Cameroonian", "COD": "Congolese Zairean Zairian",
    "COL": "Colombian", "COM": "Comoran Comorian", "CPV": "Cape_Verdean", "CRI": "Costa_Rican", "CUB": "Cuban", "CUW": "Curaçaoan",
    "CYM": "Caymanian", "CYP": "Cypriot", "CZE": "Czech", "DEU": "German", "DJI": "Djiboutian",
    "DNK": "Danish Dane", "DOM": "Dominican", "DZA": "Algerian", "ECU": "Ecuadorian Ecuadorean Ecuadoran", "EGY": "Egyptian",
    "ERI": "Eritrean", "ESH": "Sahrawi Saharawi", "ESP": "Spanish Spaniard", "EST": "Estonian", "ETH": "Ethiopian",
    "FIN": "Finnish Finn", "FJI": "Fijian", "FLK": "Falkland_Islander", "FRA": "French Frenchman Frenchwoman Frenchmen Frenchwomen",
    "FRO": "Faroese", "FSM": "Micronesian", "GAB": "Gabonese", "GBR": "British Briton Brit English Englishman Englishmen Englishwoman",
    "GEO": "Georgian", "GHA": "Ghanaian Ghanian", "GIB": "Gibraltarian", "GIN": "Guinean", "GMB": "Gambian", "GNB": "Bissau-Guinean",
    "GNQ": "Equatorial_Guinean Equatoguinean", "GRC": "Greek Hellenic", "GRD": "Grenadian", "GRL": "Greenlandic Greenlander",
    "GTM": "Guatemalan", "GUM": "Guamanian", "GUY": "Guyanese", "HKG": "Hong_Konger Hongkonger", "HND": "Honduran",
    "HRV": "Croatian Croat", "HTI": "Haitian", "HUN": "Hungarian Magyar", "IDN": "Indonesian", "IND": "Indian",
    "IRL": "Irish Irishman Irishmen Irishwoman", "IRN": "Iranian Persian", "IRQ": "Iraqi", "ISL": "Icelandic Icelander",
    "ISR": "Israeli", "ITA": "Italian", "JAM": "Jamaican", "JOR": "Jordanian", "JPN": "Japanese", "KAZ": "Kazakh Kazakhstani Kazak",
    "KEN": "Kenyan", "KGZ": "Kyrgyz Kyrgyzstani Kirghiz", "KHM": "Cambodian Khmer", "KIR": "I-Kiribati", "KNA": "Kittitian",
    "KOR": "South_Korean S._Korean Korean", "KWT": "Kuwaiti", "LAO": "Laotian Lao", "LBN": "Lebanese", "LBR": "Liberian", "LBY": "Libyan",
    "LCA": "Saint_Lucian St._Lucian", "LIE": "Liechtensteiner", "LKA": "Sri_Lankan Ceylonese", "LSO": "Basotho", "LTU": "Lithuanian",
    "LUX": "Luxembourgish Luxembourger", "LVA": "Latvian", "MAC": "Macanese", "MAR": "Moroccan", "MCO": "Monegasque Monégasque Monacan",
    "MDA": "Moldovan Moldavian", "MDG": "Malagasy Madagascan", "MDV": "Maldivian", "MEX": "Mexican", "MHL": "Marshallese",
    "MKD": "Macedonian", "MLI": "Malian", "MLT": "Maltese", "MMR": "Burmese Myanma", "MNE": "Montenegrin", "MNG": "Mongolian Mongol",
    "MOZ": "Mozambican", "MRT": "Mauritanian", "MTQ": "Martinican Martiniquais", "MUS": "Mauritian", "MWI": "Malawian",
    "MYS": "Malaysian", "NAM": "Namibian", "NCL": "New_Caledonian", "NER": "Nigerien", "NGA": "Nigerian", "NIC": "Nicaraguan",
    "NLD": "Dutch Dutchman Dutchmen Dutchwoman Netherlander", "NOR": "Norwegian", "NPL": "Nepalese Nepali", "NRU": "Nauruan",
    "NZL": "New_Zealander Kiwi", "OMN": "Omani", "PAK": "Pakistani", "PAN": "Panamanian", "PER": "Peruvian", "PHL": "Philippine Filipino Filipina",
    "PLW": "Palauan", "PNG": "Papua_New_Guinean", "POL": "Polish Pole", "PRI": "Puerto_Rican", "PRK": "North_Korean N._Korean",
    "PRT": "Portuguese", "PRY": "Paraguayan", "PSE": "Palestinian Gazan", "PYF": "Tahitian", "QAT": "Qatari", "REU": "Réunionese",
    "ROU": "Romanian Rumanian", "RUS": "Russian Soviet", "RWA": "Rwandan Rwandese", "SAU": "Saudi Saudi_Arabian", "SDN": "Sudanese",
    "SEN": "Senegalese", "SGP": "Singaporean", "SLB": "Solomon_Islander", "SLE": "Sierra_Leonean Sierra_Leonian",
    "SLV": "Salvadoran Salvadorean Salvadorian", "SMR": "Sammarinese", "SOM": "Somali Somalian", "SRB": "Serbian Serb",
    "SSD": "South_Sudanese", "STP": "Santomean", "SUR": "Surinamese", "SVK": "Slovak Slovakian", "SVN": "Slovenian Slovene",
    "SWE": "Swedish Swede", "SWZ": "Swazi", "SYC": "Seychellois", "SYR": "Syrian", "TCD": "Chadian", "TGO": "Togolese", "THA": "Thai",
    "TJK": "Tajik Tajikistani Tadjik", "TKM": "Turkmen Turkmenistani", "TLS": "East_Timorese Timorese", "TON": "Tongan",
    "TTO": "Trinidadian Tobagonian", "TUN": "Tunisian", "TUR": "Turkish Turk", "TUV": "Tuvaluan", "TWN": "Taiwanese",
    "TZA": "Tanzanian", "UGA": "Ugandan", "UKR": "Ukrainian", "URY": "Uruguayan", "USA": "American", "UZB": "Uzbek Uzbekistani",
    "VCT": "Vincentian", "VEN": "Venezuelan", "VIR": "Virgin_Islander", "VNM": "Vietnamese", "VUT": "Ni-Vanuatu Vanuatuan",
    "WSM": "Samoan", "XKX": "Kosovar Kosovan", "YEM": "Yemeni Yemenite", "ZAF": "South_African", "ZMB": "Zambian", "ZWE": "Zimbabwean",
}  # fmt: skip

# Parts of states, continents and lands of peoples: the name the gazetteer knows.
OF_REGIONS = {
    "Scottish": "Scotland", "Scot": "Scotland", "Scots": "Scotland", "Scotsman": "Scotland", "Welsh": "Wales", "Welshman": "Wales",
    "Northern Irish": "Northern Ireland", "European": "Europe", "African": "Africa", "Asian": "Asia", "North American": "North America",
    "South American": "South America", "Latin American": "Latin America", "Central American": "Central America", "West African": "West Africa",
    "East African": "East Africa", "North African": "North Africa", "Southern African": "Southern Africa", "Middle Eastern": "Middle East",
    "Mideast": "Middle East", "Southeast Asian": "Southeast Asia", "South Asian": "South Asia", "Central Asian": "Central Asia",
    "East Asian": "East Asia", "Eastern European": "Eastern Europe", "Western European": "Western Europe", "East European": "Eastern Europe",
    "Central European": "Central Europe", "Balkan": "Balkans", "Caucasian": "Caucasus", "Scandinavian": "Scandinavia", "Nordic": "Nordic countries",
    "Siberian": "Siberia",
    "Alpine": "Alps", "Andean": "Andes", "Himalayan": "Himalayas", "Amazonian": "Amazon Basin", "Saharan": "Sahara",
    "sub-Saharan": "Sub-Saharan Africa", "Kurdish": "Kurdistan", "Kurd": "Kurdistan", "Basque": "Basque Country", "Catalan": "Catalonia",
    "Chechen": "Chechnya", "Dagestani": "Dagestan", "Tatar": "Tatarstan", "Crimean": "Crimea", "Tibetan": "Tibet", "Kashmiri": "Kashmir",
    "Punjabi": "Punjab", "Bengali": "Bengal", "Sindhi": "Sindh", "Balochi": "Balochistan", "Baloch": "Balochistan", "Tigrayan": "Tigray",
    "Uyghur": "Xinjiang", "Uighur": "Xinjiang", "Abkhaz": "Abkhazia", "Abkhazian": "Abkhazia", "South Ossetian": "South Ossetia",
    "Ossetian": "South Ossetia", "Darfuri": "Darfur", "Bavarian": "Bavaria", "Sicilian": "Sicily", "Sardinian": "Sardinia",
    "Corsican": "Corsica", "Breton": "Brittany", "Norman": "Normandy", "Andalusian": "Andalusia", "Galician": "Galicia", "Flemish": "Flanders",
    "Walloon": "Wallonia", "Cornish": "Cornwall", "Quebecois": "Quebec", "Québécois": "Quebec", "Quebecer": "Quebec", "Ontarian": "Ontario",
    "Albertan": "Alberta", "Tasmanian": "Tasmania", "Queenslander": "Queensland", "Victorian": "Victoria", "Zanzibari": "Zanzibar",
    "Balinese": "Bali", "Javanese": "Java", "Acehnese": "Aceh", "Papuan": "Papua", "Okinawan": "Okinawa", "Yugoslav": "Yugoslavia",
    "Yugoslavian": "Yugoslavia", "Czechoslovak": "Czechoslovakia", "Prussian": "Prussia", "Mesopotamian": "Mesopotamia",
    "Levantine": "Levant", "Maghrebi": "Maghreb", "Sahelian": "Sahel", "Polynesian": "Polynesia", "Melanesian": "Melanesia",
    "Texan": "Texas", "Californian": "California", "Floridian": "Florida", "Hawaiian": "Hawaii", "Alaskan": "Alaska", "Virginian": "Virginia",
    "Pennsylvanian": "Pennsylvania", "Ohioan": "Ohio", "Iowan": "Iowa", "Kansan": "Kansas", "Nebraskan": "Nebraska", "Minnesotan": "Minnesota",
    "Oregonian": "Oregon", "Washingtonian": "Washington", "Nevadan": "Nevada", "Arizonan": "Arizona", "New Mexican": "New Mexico",
    "Coloradan": "Colorado", "Utahn": "Utah", "Idahoan": "Idaho", "Montanan": "Montana", "Oklahoman": "Oklahoma", "Arkansan": "Arkansas",
    "Louisianan": "Louisiana", "Mississippian": "Mississippi", "Alabaman": "Alabama", "Alabamian": "Alabama", "Tennessean": "Tennessee",
    "Kentuckian": "Kentucky", "Missourian": "Missouri", "Illinoisan": "Illinois", "Indianan": "Indiana", "Hoosier": "Indiana",
    "Michigander": "Michigan", "Wisconsinite": "Wisconsin", "North Carolinian": "North Carolina", "South Carolinian": "South Carolina",
    "West Virginian": "West Virginia", "Marylander": "Maryland", "Delawarean": "Delaware", "New Jerseyan": "New Jersey",
    "Rhode Islander": "Rhode Island", "Vermonter": "Vermont", "Mainer": "Maine", "North Dakotan": "North Dakota", "South Dakotan": "South Dakota",
    "Londoner": "London", "New Yorker": "New York City", "Parisian": "Paris", "Berliner": "Berlin", "Muscovite": "Moscow", "Roman": "Rome",
    "Venetian": "Venice", "Viennese": "Vienna", "Neapolitan": "Naples", "Milanese": "Milan", "Florentine": "Florence", "Athenian": "Athens",
    "Bostonian": "Boston", "Chicagoan": "Chicago", "Philadelphian": "Philadelphia", "Liverpudlian": "Liverpool", "Mancunian": "Manchester",
    "Glaswegian": "Glasgow", "Dubliner": "Dublin", "Beijinger": "Beijing", "Shanghainese": "Shanghai", "Torontonian": "Toronto",
    "Sydneysider": "Sydney", "Melburnian": "Melbourne", "Angeleno": "Los Angeles", "San Franciscan": "San Francisco", "Houstonian": "Houston",
    "Jerusalemite": "Jerusalem", "Tehrani": "Tehran", "Istanbulite": "Istanbul",
}  # fmt: skip

UNCHANGED = ("ese", "ish", "ch", "ss", "z", "men", "women", "based", "ic", "s")


def _forms(word: str) -> tuple[str, ...]:
    """A demonym and its plural, where English makes one by adding a letter."""
    if word.endswith(UNCHANGED) and word not in {"Czech", "Kazakh"}:
        return (word,)
    return (word, word + "s") if not word.endswith(("man", "woman")) or word in REGULAR_MAN else (word,)


REGULAR_MAN = frozenset({"German", "Roman", "Omani", "Norman", "Alabaman"})


@cache
def _countries() -> dict[str, str]:
    return {
        form: code
        for code, words in OF_COUNTRIES.items()
        for word in words.split()
        for form in _forms(word.replace("_", " "))
    }


@cache
def _regions() -> dict[str, str]:
    return {form: region for word, region in OF_REGIONS.items() for form in _forms(word)}


def country_of_demonym(word: str) -> str | None:
    """The alpha-3 code of the country whose demonym or adjective the word is ("Afghan", "Swiss", "Filipinos"), or None.

    "US", "UK" and other plain names are no demonyms here (see `countries.country_named`). Capitals count.

    >>> country_of_demonym("Chinese"), country_of_demonym("Poles"), country_of_demonym("polish"), country_of_demonym("Kurdish")
    ('CHN', 'POL', None, None)
    """
    return _countries().get(word)


def region_of_demonym(word: str) -> str | None:
    """The name of the region, part of a state, US state or city whose demonym the word is ("Kurdish", "Texan", "Londoners"), or None.

    >>> region_of_demonym("Scottish"), region_of_demonym("Texans"), region_of_demonym("French")
    ('Scotland', 'Texas', None)
    """
    return _regions().get(word)


def is_demonym(word: str) -> bool:
    """Whether the word is a demonym of anything that we know."""
    return word in _countries() or word in _regions()
