"""Places of the news that the packages lack: continents, regions of the world and of countries, seas, straits, rivers, lakes, ranges,
islands, deserts, airports, bases, well-known districts and historic states. `provinces` and `landscape` hold more of them.

Written from general knowledge; points in degrees (WGS 84) near the middle, for rivers the lower course. A GeoNames id stands only where
it is sure (0: none). The middle of a continent or an ocean is a matter of taste: those that GeoNames and Wikipedia put far apart stand where
Wikipedia's articles (or GeoNames' own regions) put them, as GeoVirus does; the European Union at the middle that France's IGN computed.
`class` is `region` where no single point is meant, else `point` or `city`.
"""

from __future__ import annotations

from onrecord.knowledge.gazetteer import landscape, provinces

# name; variants; latitude; longitude; class; alpha-3 country; GeoNames id
TABLE = """
Africa;;7.19;21.09;region;;6255146
Asia;;29.84;89.3;region;;6255147
Europe;European continent;51;17.5;region;;6255148
North America;;54.78;-105.64;region;;6255149
South America;;-14.6;-57.66;region;;6255150
Oceania;;-18.31;138.52;region;;6255151
Antarctic;Antarctic continent;-80;0;region;;6255152
Middle East;Mideast,the Mideast;29;41;region;;6269133
Near East;;33;40;region;;
Far East;;40;115;region;;
Latin America;;-10;-65;region;;
Central America;;13;-86;region;;
Caribbean;Caribbean islands,West Indies,the Caribbean region;15;-75;region;;
North Africa;Northern Africa;32.95;9.98;region;;7729887
West Africa;Western Africa;18.31;-4.83;region;;
East Africa;Eastern Africa;1;38;region;;
Central Africa;Middle Africa;-2.02;24.69;region;;
Southern Africa;;-24;25;region;;
Sub-Saharan Africa;Subsaharan Africa,Black Africa;2;22;region;;
Horn of Africa;;8;46;region;;
Sahel;Sahel region;15;5;region;;
Maghreb;;31;2;region;;
Great Lakes region;African Great Lakes;-2;30;region;;
South Asia;Southern Asia,Indian subcontinent,Asian subcontinent;21.28;78.66;region;;
Southeast Asia;South-East Asia,South East Asia,Southeastern Asia;10;106;region;;
East Asia;Eastern Asia,Northeast Asia;36;118;region;;
Central Asia;;43;66;region;;
Western Asia;West Asia,Southwest Asia;33;45;region;;
Asia Pacific;Asia-Pacific,Asia-Pacific region,Pacific region,Indo-Pacific;10;130;region;;
Eastern Europe;East Europe;50;27;region;;
Western Europe;West Europe;48;3;region;;
Central Europe;Mitteleuropa;49;16;region;;
Northern Europe;;61.7;3;region;;7729883
Southern Europe;;41;15;region;;
Southeastern Europe;Southeast Europe,South-East Europe;43;22;region;;
European Union;EU,E.U.;49.84;9.9;region;;6695072
Eurozone;Euro zone,euro area;48;8;region;;
Scandinavia;Scandinavian Peninsula;63;16;region;;
Nordic countries;the Nordics;63;16;region;;
Balkans;the Balkans,Balkan Peninsula,Western Balkans;42;22;region;;
Baltics;Baltic states,Baltic States,the Baltics;57;25;region;;
Benelux;;51;5;region;;
Caucasus;the Caucasus,South Caucasus,Transcaucasia,Caucasus region;42.5;45;region;;573081
North Caucasus;Northern Caucasus;43.3;44;region;RUS;
Iberia;Iberian Peninsula;40.3;-4;region;;
British Isles;;54;-4;region;;
Anatolia;Asia Minor;39;33;region;TUR;
Levant;;34;37;region;;
Fertile Crescent;;34;41;region;;
Mesopotamia;;33;44;region;IRQ;
Arabian Peninsula;Arabia;23;46;region;;
Persian Gulf;Arabian Gulf;27;51;region;;235616
Gulf;the Gulf,Gulf states,Gulf region;26.5;51;region;;
Korean Peninsula;Korean peninsula;38;127;region;;11494804
Indochina;Indochinese Peninsula;16;105;region;;
Malay Peninsula;;5;102;region;;
Polynesia;;-15;-150;region;;
Melanesia;;-10;155;region;;
South Pacific;;-15;-170;region;;
Pacific Islands;Pacific islands;-8;170;region;;
Australasia;;-30;150;region;;
Americas;the Americas,Western Hemisphere;19;-96;region;;
New England;;44;-71.5;region;USA;
Midwest;American Midwest,the Midwest,Upper Midwest,Midwestern United States;41.5;-90;region;USA;
Pacific Northwest;;46;-119;region;USA;
Deep South;;32.5;-87;region;USA;
American South;the South,Southern United States;33;-86;region;USA;
Northeast;the Northeast,Northeastern United States;42.5;-74;region;USA;
Southeast;the Southeast,Southeastern United States;33;-83;region;USA;
Southwest;American Southwest,the Southwest,Southwestern United States;34;-108;region;USA;
Mid-Atlantic;Mid Atlantic;39.5;-76;region;USA;
Great Plains;;42;-101;region;USA;
Rust Belt;;41;-83;region;USA;
Sun Belt;;33;-98;region;USA;
Bible Belt;;34;-88;region;USA;
Appalachia;;37.5;-82;region;USA;
Gulf Coast;U.S. Gulf Coast;30;-90;region;USA;
East Coast;U.S. East Coast,Eastern Seaboard;38;-76;region;USA;
West Coast;U.S. West Coast;38;-122;region;USA;
Southern California;SoCal;34;-117.5;region;USA;
Northern California;NorCal;39;-122;region;USA;
Central Valley;;36.7;-119.8;region;USA;
Inland Empire;;34;-117.3;region;USA;
San Fernando Valley;;34.23;-118.5;region;USA;
San Gabriel Valley;;34.1;-118;region;USA;
Antelope Valley;;34.75;-118.2;region;USA;
Napa Valley;;38.45;-122.35;region;USA;
Silicon Valley;;37.39;-122.06;region;USA;
Bay Area;San Francisco Bay Area,East Bay;37.75;-122.28;region;USA;
South Florida;;26.2;-80.4;region;USA;
Central Florida;;28.5;-81.5;region;USA;
Florida Keys;the Keys;24.7;-81.1;region;USA;
Everglades;;25.9;-80.9;region;USA;
Florida Panhandle;Panhandle;30.6;-86;region;USA;
Hampton Roads;;36.97;-76.4;region;USA;
Tidewater;;36.9;-76.3;region;USA;
Shenandoah Valley;;38.5;-78.8;region;USA;
Northern Virginia;;38.8;-77.3;region;USA;
Lowcountry;;32.8;-80;region;USA;
Mississippi Delta;;33.5;-90.5;region;USA;
Permian Basin;;31.9;-102.1;region;USA;
Rio Grande Valley;;26.2;-98.1;region;USA;
Hill Country;Texas Hill Country;30.3;-98.8;region;USA;
Cape Cod;;41.68;-70.2;region;USA;
Long Island;;40.8;-73.3;region;USA;5125123
Staten Island;;40.56;-74.14;city;USA;5139568
Upstate New York;upstate New York;43;-75.5;region;USA;
Hudson Valley;;41.7;-74;region;USA;
Adirondacks;Adirondack Mountains;44;-74.2;region;USA;
Catskills;Catskill Mountains;42;-74.4;region;USA;
Poconos;Pocono Mountains;41.1;-75.3;region;USA;
Hamptons;the Hamptons;40.93;-72.3;region;USA;
Jersey Shore;;39.8;-74.1;region;USA;
Martha's Vineyard;;41.39;-70.62;point;USA;
Lower Manhattan;;40.71;-74.01;point;USA;
Wall Street;;40.706;-74.009;point;USA;
Times Square;;40.758;-73.985;point;USA;
Ground Zero;World Trade Center,Twin Towers;40.7115;-74.0134;point;USA;
Central Park;;40.78;-73.965;point;USA;
Broadway;;40.759;-73.985;point;USA;
Capitol Hill;;38.89;-77;point;USA;
Pentagon;;38.871;-77.056;point;USA;
White House;;38.8977;-77.0365;point;USA;
Alcatraz;;37.827;-122.423;point;USA;
Guantanamo Bay;Guantanamo,Guantánamo Bay,Guantánamo;19.9;-75.15;point;CUB;
Fort Hood;;31.13;-97.78;point;USA;
Fort Bragg;;35.14;-79;point;USA;
Fort Benning;;32.36;-84.95;point;USA;
Fort Campbell;;36.66;-87.47;point;USA;
Fort Knox;;37.9;-85.96;point;USA;
Fort Detrick;;39.44;-77.43;point;USA;
Camp Lejeune;;34.67;-77.35;point;USA;
Camp Pendleton;;33.33;-117.42;point;USA;
Quantico;;38.52;-77.29;point;USA;
West Point;;41.39;-73.96;point;USA;
Cape Canaveral;Kennedy Space Center;28.4;-80.6;point;USA;
Area 51;;37.24;-115.81;point;USA;
Grand Canyon;Grand Canyon National Park;36.1;-112.1;region;USA;
Yellowstone;Yellowstone National Park;44.6;-110.5;region;USA;
Yosemite;Yosemite National Park;37.85;-119.55;region;USA;
Yosemite Valley;;37.72;-119.65;point;USA;
Glacier National Park;;48.7;-113.8;region;USA;
Great Smoky Mountains;Smoky Mountains,Smokies;35.6;-83.5;region;USA;
Blue Ridge Mountains;Blue Ridge;36.5;-80.5;region;USA;
Appalachian Mountains;Appalachians;38;-80;region;USA;
Rocky Mountains;Rockies;40;-106;region;;
Sierra Nevada;;37.5;-119;region;USA;
Cascade Mountains;Cascades,Cascade Range;45.5;-121.7;region;USA;
Ozarks;Ozark Mountains;36.9;-92.5;region;USA;
Black Hills;;44;-103.8;region;USA;
Mojave Desert;Mojave;35;-115.5;region;USA;
Sonoran Desert;;32.3;-113;region;;
Death Valley;;36.5;-117;region;USA;
Mount St. Helens;Mount Saint Helens;46.2;-122.18;point;USA;
Mount Rainier;;46.85;-121.76;point;USA;
Mount Rushmore;;43.88;-103.46;point;USA;
Mississippi River;;32;-91;region;USA;
Missouri River;;41;-96;region;USA;
Ohio River;;38;-85.5;region;USA;
Colorado River;;35;-114.5;region;USA;
Rio Grande;Rio Bravo;28;-100.5;region;;
Hudson River;;41.5;-74;region;USA;
Potomac River;Potomac;38.8;-77.04;region;USA;
Delaware River;;40;-75.1;region;USA;
Susquehanna River;Susquehanna;40.5;-76.9;region;USA;
Columbia River;;45.7;-121.5;region;;
Savannah River;;33;-81.6;region;USA;
Chattahoochee River;Chattahoochee;33;-85;region;USA;
Tennessee River;;35;-87;region;USA;
Red River;;34;-97;region;USA;
Connecticut River;;42;-72.6;region;USA;
James River;;37.4;-77.4;region;USA;
Great Lakes;;45;-84;region;;
Lake Michigan;;44;-87;region;USA;
Lake Erie;;42.2;-81.2;region;;
Lake Superior;;47.7;-87.5;region;;
Lake Huron;;44.8;-82.4;region;;
Lake Ontario;;43.7;-77.9;region;;6048611
Lake Champlain;;44.5;-73.3;region;;
Great Salt Lake;;41.2;-112.6;region;USA;
Lake Tahoe;Tahoe;39.1;-120.03;region;USA;
Lake Okeechobee;;26.95;-80.8;region;USA;
Lake Lanier;;34.2;-83.95;region;USA;
Lake Pontchartrain;;30.2;-90.1;region;USA;
Lake Mead;;36.1;-114.5;region;USA;
Chesapeake Bay;Chesapeake;38.5;-76.4;region;USA;
San Francisco Bay;;37.7;-122.3;region;USA;
Puget Sound;;47.6;-122.4;region;USA;5807517
Gulf of Mexico;;25;-90;region;;3572949
Gulf of Alaska;;59;-145;region;;4031789
Long Island Sound;;41.1;-73;region;USA;
Mediterranean Sea;Mediterranean,the Med;35;20;region;;363196
Black Sea;;43;34;region;;
Caspian Sea;Caspian;42;50.5;region;;
Baltic Sea;Baltic;58;20;region;;
North Sea;;56;3;region;;
Red Sea;;20;38;region;;
Dead Sea;;31.5;35.5;region;;
Aegean Sea;Aegean;39;25;region;;
Adriatic Sea;Adriatic;43;15;region;;
Ionian Sea;;38;19;region;;
Tyrrhenian Sea;;40;12;region;;
Sea of Azov;Azov Sea;46;36.5;region;;
Sea of Marmara;Marmara Sea;40.7;28;region;TUR;
Arabian Sea;;15;65;region;;
South China Sea;;12;113;region;;
East China Sea;;29;125;region;;
Yellow Sea;West Sea;36;123;region;;
Sea of Japan;East Sea;40;135;region;;
Sea of Okhotsk;;55;150;region;;
Bering Sea;;58;-178;region;;
Bering Strait;;65.9;-169;region;;
Barents Sea;;75;40;region;;
Tasman Sea;;-40;160;region;;
Coral Sea;;-18;158;region;;
Timor Sea;;-10;127;region;;
Java Sea;;-5;110;region;;
Andaman Sea;;10;96;region;;
Sulu Sea;;8;120;region;;
Celebes Sea;;3;122;region;;
Caribbean Sea;;15;-75;region;;
Irish Sea;;53.8;-5;region;;
English Channel;the Channel;50.2;-1;region;;
Norwegian Sea;;68;3;region;;
Bay of Bengal;;15;88;region;;
Bay of Biscay;;45;-4;region;;
Gulf of Aden;;12.5;48;region;;
Gulf of Oman;;25;58;region;;
Gulf of Guinea;;2;3;region;;
Gulf of Thailand;;9.5;102;region;;
Gulf of Tonkin;;20;108;region;;
Gulf of Finland;;60;27;region;;
Gulf of California;Sea of Cortez;28;-112;region;MEX;
Strait of Hormuz;Straits of Hormuz,Hormuz;26.57;56.25;region;;
Strait of Malacca;Malacca Strait;4;100;region;;
Strait of Gibraltar;Straits of Gibraltar;35.97;-5.5;region;;
Taiwan Strait;Taiwan Straits;24.5;119.5;region;;
Bosphorus;Bosporus,Bosphorus Strait;41.12;29.07;region;TUR;
Dardanelles;;40.2;26.4;region;TUR;
Bab el-Mandeb;Bab al-Mandab;12.6;43.3;region;;
Kerch Strait;;45.3;36.5;region;;
Suez Canal;;30.6;32.33;region;EGY;
Panama Canal;;9.1;-79.7;region;PAN;
Atlantic Ocean;Atlantic;0;-25;region;;3373405
North Atlantic;North Atlantic Ocean;40;-40;region;;3411923
South Atlantic;;-25;-15;region;;
Pacific Ocean;Pacific;0;-160;region;;2363254
North Pacific;North Pacific Ocean;30;-170;region;;4030875
Indian Ocean;;-20;80;region;;1545739
Arctic Ocean;;85;0;region;;
Southern Ocean;;-65;0;region;;
Arctic;Arctic Circle,Arctic region;78;0;region;;
North Pole;;90;0;point;;
South Pole;;-90;0;point;;
Nile;Nile River,River Nile;26;32.7;region;;
Blue Nile;;11.5;35;region;;
White Nile;;12;32.5;region;SDN;
Nile Delta;;30.9;31.1;region;EGY;351037
Niger Delta;;5.2;6.3;region;NGA;2328927
Niger River;River Niger;13;2;region;;
Congo River;Congo Basin;-1;18;region;;
Zambezi;Zambezi River;-16;30;region;;
Euphrates;Euphrates River;34.5;41;region;;
Tigris;Tigris River;34;44;region;;
Jordan River;River Jordan;32;35.55;region;;
Jordan Valley;;32.1;35.5;region;;
Litani;Litani River;33.35;35.5;region;LBN;
Danube;Danube River;45;20;region;;
Rhine;Rhine River;50;7.6;region;;
Elbe;Elbe River;53;10.5;region;DEU;
Oder;;52.5;14.5;region;;
Seine;Seine River,River Seine;49;1.5;region;FRA;
Loire;Loire River;47.4;0;region;FRA;
Rhone;Rhône,Rhone River;44.5;4.7;region;FRA;
Thames;River Thames,Thames River;51.5;-0.6;region;GBR;
River Severn;Severn;52;-2.3;region;GBR;
River Mersey;Mersey;53.35;-2.9;region;GBR;
Volga;Volga River;50;45.5;region;RUS;
Don River;River Don;48.5;42;region;RUS;
Dnieper;Dnipro River,Dnieper River;48;35;region;UKR;
Dniester;Dniester River;47;29;region;;
Amur;Amur River;50;130;region;;
Yangtze;Yangtze River;30.5;112;region;CHN;
Yellow River;;36;112;region;CHN;
Pearl River;Pearl River Delta;22.8;113.4;region;CHN;
Mekong;Mekong River,Mekong Delta;14;105.5;region;;
Ganges;Ganges River,Ganga;25;85;region;;
Indus;Indus River,Indus Valley;29;70;region;PAK;
Brahmaputra;Brahmaputra River;26;92;region;;
Yalu River;Yalu;40.5;125;region;;
Tumen River;Tumen;42.5;130;region;;
Amazon;Amazon River,Amazon rainforest,Amazon Basin,Amazonia;-4;-61;region;;
Orinoco;Orinoco River;8;-64;region;VEN;
Murray River;;-35;141;region;AUS;
Lake Victoria;;-1;33;region;;
Lake Tanganyika;;-6.5;29.5;region;;
Lake Chad;;13.3;14.1;region;;
Lake Baikal;Baikal;53.5;108;region;RUS;
Lake Geneva;;46.45;6.5;region;;
Lake Como;;46;9.27;region;ITA;
Sea of Galilee;Lake Tiberias,Lake Kinneret;32.8;35.6;region;ISR;
Lake Titicaca;;-15.8;-69.4;region;;
Aral Sea;;45;60;region;;
Himalayas;Himalaya;29;84;region;;
Hindu Kush;;35.5;71;region;;
Karakoram;;36;76;region;;
Alps;Swiss Alps,French Alps;46.5;9.5;region;;
Andes;Andes Mountains;-20;-67;region;;
Pyrenees;;42.7;1;region;;
Carpathians;Carpathian Mountains;47;25.5;region;;
Urals;Ural Mountains;60;60;region;RUS;1488441
Caucasus Mountains;;42.6;44.5;region;;
Atlas Mountains;;32;-5;region;;
Mount Everest;Everest;27.99;86.93;point;;
Mount Kilimanjaro;Kilimanjaro;-3.07;37.36;point;TZA;
Mount Fuji;;35.36;138.73;point;JPN;
Mount Ararat;Ararat;39.7;44.3;point;TUR;
Mount Etna;Etna;37.75;14.99;point;ITA;
Mount Vesuvius;Vesuvius;40.82;14.43;point;ITA;
Mount Sinai;;28.54;33.97;point;EGY;
Mont Blanc;;45.83;6.87;point;;
Qandil Mountains;Mount Qandil,Qandil;36.5;45;region;IRQ;
Mount Sinjar;Sinjar Mountain,Sinjar Mountains;36.37;41.7;region;IRQ;
Tora Bora;;34.12;70.22;point;AFG;
Sahara;Sahara Desert;23;10;region;;
Gobi Desert;Gobi;43;105;region;;
Kalahari;Kalahari Desert;-23;22;region;;
Negev;Negev Desert;30.8;34.8;region;ISR;
Sinai;Sinai Peninsula;29.5;33.8;region;EGY;
Atacama Desert;Atacama;-24;-69;region;CHL;
Outback;the Outback;-25;133;region;AUS;
Great Barrier Reef;;-18.3;147.7;region;AUS;
Siberia;;60;105;region;RUS;
Russian Far East;;60;140;region;RUS;
Kamchatka;Kamchatka Peninsula;56;160;region;RUS;
Kuril Islands;Kurils,Southern Kurils,Northern Territories;46;151;region;;
Sakhalin;;50;143;region;RUS;
Kola Peninsula;;67.5;37;region;RUS;
Donbas;Donbass,Donets Basin;48.3;38;region;UKR;
Novorossiya;;47.5;36;region;UKR;
Crimea;Crimean Peninsula,Crimean peninsula;45.3;34.4;region;UKR;
Galicia;;49.5;24.5;region;UKR;
Bukovina;;48;26;region;;
Transylvania;;46.5;24.5;region;ROU;
Transnistria;Transdniestria,Trans-Dniester,Dniester region;47;29.5;region;MDA;
Nagorno-Karabakh;Karabakh,Nagorny Karabakh,Artsakh;39.9;46.7;region;AZE;409432
South Ossetia;;42.3;44.1;region;GEO;
Abkhazia;;43;41;region;GEO;
Pankisi Gorge;;42.1;45.3;region;GEO;
Kodori Gorge;Kodori;43;41.8;region;GEO;
Kurdistan;;37;44;region;;126585
Iraqi Kurdistan;Kurdistan Region,Kurdistan region;36.2;44;region;IRQ;
Golan Heights;Golan;33;35.8;region;;173708
Gaza Strip;Gaza,the Strip;31.42;34.36;region;PSE;281132
West Bank;;32;35.25;region;PSE;285153
East Jerusalem;;31.79;35.24;city;PSE;
Judea;;31.6;35;region;;
Samaria;;32.2;35.2;region;;
Galilee;Upper Galilee;32.8;35.4;region;ISR;
Shebaa Farms;Shaba Farms;33.33;35.7;region;;
Temple Mount;Haram al-Sharif,Al-Aqsa,Al-Aqsa Mosque;31.778;35.235;point;;
Bekaa Valley;Bekaa,Beqaa Valley;33.9;36;region;LBN;
Eastern Ghouta;Ghouta,East Ghouta;33.54;36.4;region;SYR;
Rojava;;36.7;40.5;region;SYR;
Palestine;;31.9;35.2;region;PSE;
Khuzestan;;31;49;region;IRN;
Kashmir;Indian-administered Kashmir,Indian-controlled Kashmir,Pakistan-administered Kashmir,Azad Kashmir;34;76;region;IND;
Line of Control;LoC;34.3;74.3;region;;
Punjab;;31;74;region;;
Bengal;;24;88.5;region;;
Waziristan;;32.7;69.7;region;PAK;
North Waziristan;;33;70;region;PAK;
South Waziristan;;32.3;69.6;region;PAK;
Swat Valley;Swat;35.2;72.4;region;PAK;
Khyber Pass;;34.1;71.1;point;PAK;
Durand Line;;33;70;region;;
Tibet;Tibetan Plateau;31.7;88;region;CHN;
Manchuria;;45;126;region;CHN;
Xinjiang;Xinjiang Uyghur Autonomous Region,East Turkestan;41;85;region;CHN;
Inner Mongolia;;43.5;115;region;CHN;
Tiananmen Square;Tiananmen;39.903;116.392;point;CHN;
Spratly Islands;Spratlys,Spratly;10;114;region;;
Paracel Islands;Paracels;16.5;112;region;;
Scarborough Shoal;;15.15;117.75;point;;
Senkaku Islands;Senkakus,Diaoyu Islands,Diaoyu;25.75;123.5;region;;
Mindanao;;7.8;125;region;PHL;
Luzon;;16;121;region;PHL;
Visayas;;11;123.5;region;PHL;
Sulu archipelago;Sulu;6;121;region;PHL;
Java;;-7.5;110;region;IDN;
Sumatra;;0;102;region;IDN;
Borneo;;1;114;region;;
Kalimantan;;-1;114;region;IDN;
Sulawesi;Celebes;-2;121;region;IDN;
Bali;;-8.4;115.15;region;IDN;
New Guinea;;-5;141;region;;
Hokkaido;;43.3;142.5;region;JPN;
Honshu;;36;138;region;JPN;
Kyushu;;32.8;131;region;JPN;
Okinawa;;26.5;128;region;JPN;
Demilitarized Zone;DMZ,demilitarised zone;38;127.2;region;;
Panmunjom;;37.956;126.677;point;;
Yongbyon;;39.79;125.75;point;PRK;
Sicily;;37.5;14;region;ITA;
Sardinia;;40;9;region;ITA;
Lampedusa;;35.5;12.6;point;ITA;
Tuscany;;43.4;11;region;ITA;
Corsica;;42.15;9.1;region;FRA;
Riviera;French Riviera,Cote d'Azur,Côte d'Azur;43.5;7;region;FRA;
Normandy;;49;0;region;FRA;
Brittany;;48.2;-3;region;FRA;
Provence;;43.8;6;region;FRA;
Alsace;;48.3;7.5;region;FRA;
Ruhr;Ruhr Valley;51.5;7.3;region;DEU;
Rhineland;;50.5;7.2;region;DEU;
Black Forest;;48.1;8.2;region;DEU;
Flanders;;51;4;region;BEL;
Crete;;35.2;24.9;region;GRC;
Lesbos;Lesvos;39.2;26.3;region;GRC;
Balearic Islands;Balearics;39.5;3;region;ESP;
Mallorca;Majorca;39.6;3;region;ESP;
Ibiza;;38.97;1.4;region;ESP;
Canary Islands;Canaries;28.3;-16;region;ESP;
Costa del Sol;;36.6;-4.6;region;ESP;
Azores;;38;-27;region;PRT;
Algarve;;37.2;-8.2;region;PRT;
Lapland;;68;25;region;;
West Midlands;Midlands,the Midlands;52.5;-1.9;region;GBR;
East Anglia;;52.4;1;region;GBR;
West Country;;51;-3;region;GBR;
Home Counties;;51.5;-0.5;region;GBR;
Lake District;;54.5;-3.1;region;GBR;
Cotswolds;;51.8;-1.8;region;GBR;
Scottish Highlands;the Highlands;57.3;-4.5;region;GBR;
Orkney Islands;Orkney,Orkneys;59;-3;region;GBR;
Shetland;Shetland Islands,Shetlands;60.3;-1.3;region;GBR;
Hebrides;Outer Hebrides;57.5;-7;region;GBR;
Channel Islands;;49.4;-2.4;region;;
Downing Street;;51.503;-0.128;point;GBR;
Whitehall;;51.504;-0.126;point;GBR;
Heathrow;Heathrow Airport,London Heathrow;51.47;-0.454;point;GBR;2647216
Gatwick;Gatwick Airport;51.153;-0.182;point;GBR;
Stansted;Stansted Airport;51.885;0.235;point;GBR;
Wimbledon;;51.42;-0.21;city;GBR;
Wembley;;51.55;-0.3;city;GBR;
Kremlin;the Kremlin;55.752;37.6175;point;RUS;
Red Square;;55.754;37.62;point;RUS;
JFK Airport;John F. Kennedy International Airport,Kennedy Airport,JFK International Airport,JFK;40.641;-73.778;point;USA;
LaGuardia Airport;LaGuardia;40.777;-73.874;point;USA;
Newark Liberty International Airport;Newark Airport;40.69;-74.17;point;USA;
O'Hare International Airport;O'Hare Airport,O'Hare;41.978;-87.905;point;USA;
Los Angeles International Airport;LAX;33.94;-118.41;point;USA;
San Francisco International Airport;SFO;37.62;-122.38;point;USA;
Hartsfield-Jackson Atlanta International Airport;Hartsfield-Jackson International Airport,Hartsfield-Jackson;33.64;-84.43;point;USA;
Logan International Airport;Logan Airport;42.36;-71.01;point;USA;
Dulles International Airport;Dulles Airport,Dulles;38.95;-77.46;point;USA;
Reagan National Airport;;38.85;-77.04;point;USA;
Miami International Airport;;25.79;-80.29;point;USA;
Dallas/Fort Worth International Airport;DFW Airport,Dallas-Fort Worth International Airport;32.9;-97.04;point;USA;
Denver International Airport;;39.86;-104.67;point;USA;
Sea-Tac Airport;Sea-Tac,Seattle-Tacoma International Airport;47.45;-122.31;point;USA;
Charles de Gaulle Airport;Roissy,Charles-de-Gaulle;49.01;2.55;point;FRA;
Orly Airport;Orly;48.72;2.38;point;FRA;
Schiphol;Schiphol Airport,Amsterdam Schiphol;52.31;4.76;point;NLD;6296680
Frankfurt Airport;;50.03;8.57;point;DEU;
Tegel Airport;Tegel;52.56;13.29;point;DEU;
Sheremetyevo;Sheremetyevo Airport;55.97;37.41;point;RUS;
Domodedovo Airport;;55.41;37.91;point;RUS;
Ataturk Airport;Atatürk Airport,Istanbul Ataturk Airport;40.98;28.82;point;TUR;
Incirlik;Incirlik Air Base,İncirlik;37;35.43;point;TUR;
Ramstein;Ramstein Air Base;49.44;7.6;point;DEU;
Ben Gurion Airport;Ben Gurion International Airport,Ben-Gurion Airport;32.01;34.89;point;ISR;
Khmeimim;Hmeimim,Khmeimim air base,Hmeymim;35.4;35.95;point;SYR;
Bagram;Bagram Air Base,Bagram Airfield;34.95;69.26;point;AFG;
Abu Ghraib;;33.3;44.07;point;IRQ;
Green Zone;;33.3;44.4;point;IRQ;
Tahrir Square;;30.044;31.236;point;EGY;
Gezi Park;;41.038;28.987;point;TUR;
Taksim Square;Taksim;41.037;28.985;point;TUR;
Maidan;Independence Square;50.45;30.524;point;UKR;
Chernobyl;Chornobyl;51.27;30.22;city;UKR;
Fukushima Daiichi;Fukushima Dai-ichi,Fukushima plant;37.42;141.03;point;JPN;
Auschwitz;Auschwitz-Birkenau;50.03;19.2;point;POL;
Srebrenica;;44.1;19.3;city;BIH;
Robben Island;;-33.8;18.37;point;ZAF;
Vatican;Vatican City,Holy See;41.902;12.453;country;VAT;3164670
St. Peter's Square;Saint Peter's Square;41.902;12.457;point;VAT;
Soviet Union;USSR,U.S.S.R.,Soviet bloc;60;98;region;RUS;
Yugoslavia;former Yugoslavia;44;20.5;region;;
Czechoslovakia;;49.3;17.5;region;;
East Germany;GDR;52;12.5;region;DEU;
Prussia;;53;14;region;;
Ottoman Empire;;39;35;region;TUR;
Austria-Hungary;;47.5;17;region;;
Serbia and Montenegro;;43.8;20.5;region;;
North Yemen;;15.5;44.5;region;YEM;
South Yemen;;14.5;48;region;YEM;
South Vietnam;;11.5;107;region;VNM;
Rhodesia;;-19;29.8;region;ZWE;
Congo;;-2.5;23.5;country;COD;203312
Biafra;;5.5;7.5;region;NGA;
Darfur;;13.5;25;region;SDN;
Kordofan;South Kordofan;12;30;region;SDN;
Ogaden;;7;44;region;ETH;
Puntland;;9;49;region;SOM;
Somaliland;;9.6;45;region;SOM;
Jubaland;;0;42;region;SOM;
Cabinda;;-5;12.4;region;AGO;
Katanga;;-9;27;region;COD;
Kivu;North Kivu,South Kivu;-1.5;28.5;region;COD;
Azawad;;18;0;region;MLI;
Casamance;;12.9;-15;region;SEN;
Ceuta;;35.89;-5.32;city;ESP;
Melilla;;35.29;-2.94;city;ESP;
Galapagos Islands;Galapagos,Galápagos;-0.6;-90.5;region;ECU;
Easter Island;;-27.1;-109.35;region;CHL;
Patagonia;;-46;-70;region;;
Tierra del Fuego;;-54;-68;region;;
Yucatan Peninsula;Yucatan,Yucatán;20;-89;region;MEX;
Baja California;Baja;30;-115;region;MEX;
Hispaniola;;19;-71;region;;
Antilles;Lesser Antilles;16;-63;region;;
Leeward Islands;;17;-62.5;region;;
Tahiti;;-17.65;-149.45;region;PYF;
Tortola;;18.43;-64.62;region;VGB;3577342
Diego Garcia;;-7.3;72.4;point;IOT;
Baffin Island;;69;-72;region;CAN;
Vancouver Island;;49.6;-125.5;region;CAN;
Hudson Bay;;60;-85;region;CAN;
Labrador;;54;-62;region;CAN;
Newfoundland;;49;-56;region;CAN;
Cape Breton;Cape Breton Island;46.2;-60.7;region;CAN;
Maritimes;Atlantic Canada,the Maritimes;46;-64;region;CAN;
Prairies;Canadian Prairies;52;-106;region;CAN;
Fraser Valley;;49.1;-122;region;CAN;
Niagara Falls;;43.08;-79.07;point;;
Bermuda Triangle;;26;-71;region;;
Strip;Las Vegas Strip;36.115;-115.17;point;USA;
French Quarter;;29.958;-90.065;point;USA;7303238
Lower Ninth Ward;;29.966;-90.015;point;USA;
North Caucasus republics;;43.3;44;region;RUS;
North Island;;-39;176;region;NZL;2185983
South Island;;-43.5;170.5;region;NZL;2182504
Rift Valley;Great Rift Valley;0.5;36;region;KEN;
Jutland;;56;9.2;region;DNK;
Rügen;;54.4;13.4;region;DEU;
Oahu;O'ahu;21.45;-158;region;USA;5851609
Maui;;20.8;-156.3;region;USA;5850862
Los Angeles County;L.A. County,LA County;34.3;-118.2;admin2;USA;5368381
South Los Angeles;South L.A.,South Central Los Angeles;33.97;-118.28;point;USA;
Disneyland;;33.81;-117.92;point;USA;
Disney World;Walt Disney World,Disneyworld;28.39;-81.56;point;USA;
Fire Island;;40.65;-73.15;region;USA;
Islamic Republic;;32;53;country;IRN;130758
Tribal Areas;Federally Administered Tribal Areas,FATA,tribal areas;33;70.2;region;PAK;
Champs-Élysées;Champs Elysees;48.87;2.307;point;FRA;
Kowloon;;22.32;114.18;city;HKG;
Zamalek;;30.06;31.22;city;EGY;
Svaneti;;42.9;43;region;GEO;
Adhamiyah;Adhamiya;33.37;44.37;city;IRQ;
Rakhine;Rakhine State,Arakan;19.5;94;region;MMR;
Sunni Triangle;;33.8;43.5;region;IRQ;
Helmand River;;31;64;region;AFG;
Arctic Archipelago;;75;-95;region;CAN;
Delaware Bay;;39.1;-75.2;region;USA;
Delmarva Peninsula;Delmarva,Eastern Shore;38.5;-75.6;region;USA;
Outer Banks;;35.5;-75.5;region;USA;
Sacramento River;;38.6;-121.5;region;USA;
San Joaquin Valley;;36.6;-120;region;USA;
Imperial Valley;;32.9;-115.5;region;USA;
Willamette Valley;;44.8;-123;region;USA;
Rocky Mountain National Park;;40.35;-105.7;region;USA;5581493
Zion National Park;;37.3;-113;region;USA;5550114
Mount Hood;;45.37;-121.7;point;USA;5731780
Mount McKinley;Denali;63.07;-151;point;USA;
Kanawha River;;38.5;-81.8;region;USA;
Catawba River;;35;-80.9;region;USA;
Merrimack River;;42.8;-71.2;region;USA;
Charles River;;42.37;-71.1;region;USA;
East River;;40.75;-73.97;region;USA;
Brazos River;;31;-97;region;USA;
Arkansas River;;36;-95;region;USA;
Platte River;;41;-98;region;USA;
Snake River;;44;-116.5;region;USA;
Cumberland River;;36.4;-87;region;USA;
Lake Cumberland;;36.9;-85;region;USA;
Trinity River;;31;-95.5;region;USA;
Neches River;;31;-94.7;region;USA;
Wabash River;Wabash;39;-87.5;region;USA;
Allegheny River;Allegheny;41;-79.7;region;USA;
Monongahela River;Monongahela;40;-79.9;region;USA;
Columbine;Columbine High School;39.6;-105.07;point;USA;
"""


def regions() -> tuple[tuple[str, tuple[str, ...], float, float, str, str | None, int | None], ...]:
    """Each as (name, variants, latitude, longitude, class, country, GeoNames id)."""
    found = []
    for line in f"{TABLE.strip()}{provinces.TABLE}{landscape.TABLE.strip()}".splitlines():
        name, variants, lat, lon, kind, country, geonames = line.split(";")
        found.append(
            (
                name,
                tuple(v for v in variants.split(",") if v),
                float(lat),
                float(lon),
                kind,
                country or None,
                int(geonames or 0) or None,
            )
        )
    return tuple(found)
