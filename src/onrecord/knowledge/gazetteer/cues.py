"""Words around a name that tell whether it is a place: our own lists, for the recognition of toponyms in English news."""

from __future__ import annotations

INSIDE = frozenset(
    "in at near around across outside inside throughout within into toward towards beyond beside above below along off onto via via north "
    "south east west northeast northwest southeast southwest northern southern eastern western central downtown nearby uptown suburban rural "
    "upstate mainland".split()
)  # fmt: skip
MOVING = frozenset("from to through between over against for by on with".split())
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame sen sen. senator rep rep. representative gov gov. governor "
    "president premier chancellor minister secretary judge justice sheriff chief officer detective deputy sgt sgt. sergeant lt lt. "
    "lieutenant capt capt. captain col col. colonel gen gen. general maj maj. major cpl cpl. pvt pvt. adm adm. admiral mayor councilman "
    "councilwoman councillor councilor commissioner coach pastor rev rev. reverend father bishop archbishop cardinal pope rabbi imam sheikh "
    "king queen prince princess attorney lawyer director chairman chairwoman spokesman spokeswoman spokesperson superintendent principal "
    "trooper actor actress singer author writer player quarterback striker pitcher guard forward midfielder defender goalkeeper "
    "congressman congresswoman st".split()
)  # fmt: skip
GIVEN = frozenset(
    "aaron abdul adam ahmad ahmed alan albert alex alexander alexandra alfred ali alice allen allison amanda amy andrea andrew andy angela ann "
    "anna anne anthony antonio april arthur ashley barack barbara ben benjamin bernard beth betty bill billy bob bobby brad bradley brandon brenda "
    "brent brian bruce bryan caleb cameron carl carla carlos carol caroline carolyn catherine chad charles charlie charlotte chelsea cheryl chris "
    "christian christina christine christopher chuck cindy claire clarence clint colin connie craig crystal curtis cynthia dale dan dana daniel "
    "danny darren dave david dawn dean deborah debra denise dennis derek diana diane dick dmitry don donald donna doris dorothy doug douglas "
    "duane dustin dwight dylan earl ed eddie edward eileen elaine elizabeth ellen emily emma eric erica erik erin ernest ethan eugene eva evan "
    "evelyn fatima fernando florence frances francis francisco frank franklin fred frederick gabriel gail gary gene george gerald gilbert glen "
    "glenn gloria gordon grace greg gregory guy hannah harold harry hassan heather hector heidi helen henry herbert holly howard hugh ian ibrahim "
    "irene isaac ivan jack jackie jacob jacqueline jake james jamie jan jane janet janice jared jason jay jean jeff jeffrey jennifer jenny jeremy "
    "jerome jerry jesse jessica jesus jill jim jimmy jo joan joe joel john johnny jon jonathan jorge jose joseph joshua joyce juan judith judy "
    "julia julian julie justin karen karl kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kenny kerry kevin kim kimberly kirk "
    "kris kristen kurt kyle lance larry laura lauren laurie lawrence lee leo leon leonard leroy leslie lewis linda lisa lloyd logan lois lori "
    "louis louise lucas lucy luis luke lynn marc marcus margaret maria marie marilyn mario marion marjorie mark marshall martha martin marvin mary "
    "matt matthew maurice max megan melanie melissa melvin michael michelle miguel mike mildred mitch mitchell mohamed mohammad mohammed molly "
    "monica morgan muhammad mustafa nancy natalie nathan neil nicholas nick nicole norma norman oliver omar oscar pamela pat patricia patrick paul "
    "paula pedro peggy peter phil philip phillip phyllis rachel ralph ramon randall randy ray raymond rebecca renee ricardo richard rick ricky rita "
    "rob robert roberta robin rodney roger ron ronald ronnie rosa rose ross roy ruben russell ruth ryan sally sam samantha samuel sandra sara sarah "
    "scott sean seth shane shannon sharon shawn sheila shirley sidney simon sophia stacy stanley stephanie stephen steve steven stuart sue susan "
    "suzanne sylvia tamara tara ted teresa terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tracy travis tyler "
    "valerie vanessa vernon veronica vicki victor victoria vincent virginia vivian vladimir walter wanda warren wayne wendy wesley will william "
    "willie yolanda yusuf zachary".split()
)  # fmt: skip
# Words that make a place's name of the word before them.
LANDFORMS = frozenset(
    "River Lake Creek Bay Island Islands Valley Mountain Mountains Peninsula Sea Ocean Gulf Strait Straits Canal Falls Harbor Harbour Beach "
    "Desert Forest Canyon Gorge Peak Plateau Delta Basin Cape Coast Reservoir Bayou Glacier Sound Hills Ridge Springs Heights".split()
)  # fmt: skip
DIVISIONS = frozenset(
    "County Counties Parish Township Twp. Twp Co. Borough District Province Region Governorate Oblast Prefecture State Village City Town "
    "Territory Municipality Krai Department Canton Emirate Division Shire Republic".split()
)  # fmt: skip
SITES = frozenset(
    "Airport Park Stadium Square Bridge Plaza Mall Dam Port Base Cemetery Prison Jail Station Avenue Street Road Drive Boulevard Lane Highway "
    "Parkway Expressway Way Court Place Trail Church Cathedral Mosque Temple Hospital Hall Building Tower Center Centre Arena Museum Library "
    "Theater Theatre Hotel Club Gardens Zoo Field Courthouse House Ave. St. Rd. Blvd. Dr. Ln. Pike Turnpike".split()
)  # fmt: skip
BEFORE = frozenset(
    "Lake Mount Mt. Cape Fort Ft. Port Gulf Bay River Isle Camp Point Loch Rio Glen Strait Straits Sea Valley Lough".split()
)
# Words after a place's name that make a disease of it: Marburg virus, West Nile fever.
DISEASES = frozenset(
    "virus viruses ebolavirus fever flu influenza disease syndrome strain strains variant variants hepatitis".split()
)
# Words after a place's name that make a body of people of it.
BODIES = frozenset(
    "Police University College School High Elementary Middle Department Council Court Times Post Globe Herald Tribune News Press Journal "
    "Gazette Star Sun Daily Observer Chronicle Register Record Review Bulletin Sentinel Courier Mercury Examiner Telegraph Mail Echo Army Navy "
    "Guard Force Forces Board Commission Committee Association Society Foundation Institute Authority Agency Bank Bureau Office Senate House "
    "Assembly Legislature Parliament Congress Ministry Government Party Republicans Democrats Chamber Fire Sheriff Sheriff's Health Medical "
    "Public Community Technical Tech Business Central National International Regional General Supreme District Circuit Academy Bar Company "
    "Corp. Corp Inc. Inc Co. Ltd Ltd. Group Airlines Airways Railway Transit Power Electric Energy Gas Water United Rovers Athletic Town FC "
    "Bulldogs Tigers Eagles Lions Bears Giants Jets Cowboys Dolphins Braves Cardinals Cubs Dodgers Yankees Mets Rangers Marlins Rays Orioles "
    "Royals Twins Indians Pirates Phillies Nationals Astros Angels Mariners Athletics Padres Rockies Reds Brewers Celtics Lakers Bulls Heat "
    "Knicks Nets Spurs Rockets Pistons Pacers Hawks Hornets Wizards Cavaliers Raptors Bucks Suns Kings Clippers Warriors Jazz Nuggets Blazers "
    "Grizzlies Pelicans Mavericks Magic Steelers Patriots Packers Broncos Raiders Chargers Chiefs Colts Texans Titans Jaguars Browns Bengals "
    "Ravens Redskins Vikings Saints Falcons Panthers Buccaneers Seahawks Rams Bills Maple Canadiens Senators Bruins Sabres Flyers Penguins "
    "Capitals Hurricanes Predators Blues Blackhawks Wings Wild Stars Avalanche Coyotes Ducks Sharks Kings Canucks Flames Oilers Jets".split()
)  # fmt: skip
# Words with which a body's name begins whose place comes after "of": University of Texas, Bank of England.
OF_BODIES = frozenset(
    "University College Bank Diocese Archdiocese Bishop Archbishop Mayor Governor Prince Duke Duchess Earl Archbishopric Church Board Institute "
    "Museum Chamber Court Government Republic Kingdom Commonwealth State City Town Village County Port Port Gulf Bay Battle Treaty Queen King "
    "Parliament Congress Council Department Ministry Supreme Community School Federation Union".split()
)  # fmt: skip
# Single words that bear a capital often and are also some small place's name: no place unless a recogniser or the context says so.
ORDINARY = frozenset(
    "a i the of in on at to and or for but he she it they we you his her its their this that these those there here who what when where why how "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december spring summer autumn fall winter north south east west northern southern eastern western central upper lower new old great little "
    "big white black red green blue orange gray grey brown silver golden rose union liberty independence freedom hope faith grace unity "
    "harmony justice police court board council house senate congress state county city town village bank park church school college hospital "
    "center street road avenue bridge hill hills lake river island bay beach mountain valley forest field fields garden gardens home "
    "homes first second third one two three many most some all more no not now then also still even just only while after before during since "
    "until if as is was are were be been have has had do does did will would can could should may might must man men woman women boy girl "
    "president governor mayor minister secretary general major captain judge chief king queen prince bishop pope lord sir god jesus mary "
    "christmas easter game team league cup series open tour show times post sun star herald news press journal mail echo record review "
    "republican democrat democratic republicans democrats army navy force guard best good better reading mobile read page start end part "
    "date time today tomorrow yesterday day week month year world international national federal local public general private police fire "
    "health power energy water gas oil gold iron steel coal media video photo photos story stories email email contact search help site "
    "web internet google apple ford chase wells ross dell target sears price rice bush clinton obama trump lincoln jackson "
    "johnson wilson smith jones brown davis miller moore taylor anderson thomas harris martin thompson robinson clark lewis walker young allen "
    "scott baker nelson carter mitchell roberts turner phillips campbell parker evans edwards collins stewart morris murphy cook rogers morgan "
    "cooper peterson reed bailey bell kelly howard ward cox richardson wood watson brooks bennett gray james hughes foster sanders ross long "
    "powell perry butler barnes fisher henderson coleman jenkins patterson simmons hunter hicks crawford henry boyd mason warren dixon "
    "hunt black stone burke porter shaw gordon holmes rice robertson knight ferguson stephens payne pierce berry arnold wagner "
    "willis ray watkins olson carroll duncan snyder hart cunningham bradley lane andrews ruiz harper fox riley armstrong carpenter weaver "
    "greene lawrence elliott chavez sims austin peters kelley franklin lawson".split()
)  # fmt: skip
# Verbs whose subject is a government or people rather than ground: acts, speech, will.
ACTS = frozenset(
    "say tell accuse announce deny reject warn urge call demand condemn agree refuse vow pledge threaten launch strike attack bomb invade impose "
    "lift sign ratify withdraw deploy send offer ask insist claim argue believe want hope fear decide plan seek support back oppose welcome "
    "criticize criticise blame face win lose beat defeat draw play negotiate discuss respond react retaliate order ban block veto vote elect "
    "recognize recognise expel recall summon share give provide supply arm fund finance buy sell export import produce build develop test fire "
    "shell retake capture seize occupy annex free release arrest execute extradite hold keep stop end begin start resume continue suspend cancel "
    "join leave host allow permit approve pass adopt amend reform cut raise increase reduce owe pay spend invest borrow lend need require "
    "help assist aid intervene mediate propose suggest consider expect promise prepare try fail succeed manage work cooperate push press "
    "pressure force use mobilize mobilise huddle meet talk hail praise thank admit acknowledge confirm report declare state maintain remain "
    "become emerge rely depend enjoy suffer celebrate mourn remember know think see view regard treat consult apologize apologise compensate".split()
)  # fmt: skip
# Nouns that a state has or does, so that "X's backing", "X's intervention" speak of the government or people of X.
DOINGS = frozenset(
    "government president premier minister ministry parliament army military forces navy policy decision support backing intervention invasion "
    "stance position response attempt effort efforts refusal demand claim claims accusation attack attacks offensive campaign strategy role "
    "leadership leader leaders economy relations ties interests influence ambitions actions action request proposal plan plans decision "
    "sovereignty security constitution accession membership bid victory defeat win loss team squad side captain coach people history culture "
    "involvement aggression occupation annexation withdrawal help assistance aid pressure commitment desire nuclear ruling opposition "
    "central foreign disaster history first worst largest biggest richest former new own announcement statement ambassador embassy allies ally".split()
)  # fmt: skip
# Acronyms that are also some place's name or code, and are hardly ever meant so in news.
NEVER = frozenset(
    "NATO UN WHO OPEC ASEAN FIFA UEFA IMF NASA FBI CIA ISIS ISIL IS OT CEO CFO SWAT NICE AIDS HIV TV DNA GOP NHS BBC CNN NBC ABC CBS PBS ESPN AP AFP "
    "NBA NFL NHL MLB NCAA PGA MLS WNBA UFC HSBC IBM GM BP RBS TASS SANA RIA IRNA MP MPS GPS SUV DUI DWI CPR ICE FEMA EPA FDA CDC NSA IRS SEC FCC DOJ "
    "AG DA PM HIV PTA YMCA YWCA AARP NAACP ACLU KKK IRA PKK YPG PLO IDF LAPD NYPD RCMP USDA UNESCO UNICEF OSCE IAEA OECD WTO ICC ICJ HBO DVD CD "
    "COVID SARS MERS CASA DARE SADD MADD SAT ACT GED GPA ROTC ER ICU EMS EMT LLC LTD INC PLC NGO NGOS".split()
)  # fmt: skip
