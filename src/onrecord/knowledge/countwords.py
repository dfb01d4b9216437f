"""The English words of counting people: verbs of harm, arrest and flight, classes of victims, bound words, vague numbers, currencies.

In: nothing. Out: tables, lower case. Drawn up for this project from the codebook of `record.md` (measures and bounds) and `desk.md`
(vague words keep an interval).
"""

from __future__ import annotations


def _table(rows: str) -> dict[str, str]:
    """Lines "measure: word word …" -> {word: measure}."""
    found: dict[str, str] = {}
    for line in rows.strip().splitlines():
        measure, _, words = line.partition(":")
        found.update(dict.fromkeys(words.split(), measure.strip()))
    return found


# Participles that say what happened to people: "31 (were) killed".
DONE_TO = _table("""
killed: killed slain murdered massacred executed assassinated butchered beheaded gassed electrocuted dead lynched martyred slaughtered
injured: wounded injured hurt maimed hospitalized hospitalised burned
missing: missing unaccounted
detained: arrested detained jailed imprisoned held kidnapped abducted captured nabbed apprehended
displaced: displaced evacuated uprooted homeless
""")
# Verbs whose object is people: "killed at least 31 people".
DOES_TO = _table("""
killed: killed killing kills kill murdered murdering slain slaughtered slaughtering executed executing massacred beheaded beheading assassinated gassing gassed
injured: wounded wounding wounds wound injured injuring injures injure hurt hurting maiming
detained: arrested arresting arrest arrests detained detaining detain detains jailed jailing captured capturing abducted abducting kidnapped kidnapping nabbed apprehended
displaced: displaced displacing evacuated evacuating uprooted uprooting
""")
# Verbs whose subject is people: "31 people died".
DOES = _table("""
killed: died die dies dying perished perish drowned
missing: disappeared vanished
displaced: fled
took_part: attended attend gathered gather rallied rally marched march protested protest demonstrated demonstrate participated assembled thronged
""")
# Nouns: "31 deaths", "a death toll of 31", "the killing of two men".
NOUNS = _table("""
killed: deaths fatalities dead bodies corpses martyrs lives death fatality body corpse slayings killings
injured: injuries injury
detained: arrests detainees detentions
missing: disappearances
displaced: refugees evacuees
other: casualties victims hostages
""")
NOUN_OF = _table("""
killed: killing killings death deaths murder murders massacre slaughter execution executions slaying slayings lives loss bodies body assassination beheading martyrdom
injured: wounding injuring injury injuries
detained: arrest arrests detention abduction kidnapping kidnappings capture
displaced: displacement evacuation
""")
AUXILIARY = frozenset(
    "was were is are been be being have has had got get gets were also reportedly confirmed reported believed feared presumed allegedly apparently later found left still remain remained said critically seriously severely badly slightly lightly so far to as now".split()
)
INCLUDING = frozenset("including includes included among mostly mainly".split())

# People, plural -> the class, None where the word says no more than "people".
_CLASSES = """
civilians children women men soldiers troops policemen police officers militants fighters rebels insurgents terrorists gunmen jihadists
extremists students schoolchildren journalists reporters protesters protestors demonstrators workers villagers residents passengers
citizens foreigners tourists hostages prisoners refugees migrants guards servicemen personnel cadres commanders rangers jawans cops
militiamen bystanders pedestrians worshippers pilgrims teachers doctors medics paramedics firefighters rescuers marines sailors
peacekeepers recruits conscripts guerrillas combatants separatists infants babies girls boys teenagers youths elderly employees staff
politicians activists lawmakers ministers aides drivers farmers fishermen miners shoppers spectators fans players crew clerics priests
nuns monks diplomats contractors settlers commandos bodyguards policewomen athletes attackers bombers assailants suspects forces
islamists maoists naxals naxalites palestinians israelis americans syrians iraqis afghans russians kurds turks egyptians pakistanis
indians britons germans italians ukrainians somalis nigerians kenyans yemenis libyans lebanese muslims christians hindus shiites sunnis
jews tribals locals traders shopkeepers labourers laborers engineers pilots constables troopers relatives brothers sisters sons
daughters members leaders officials
"""
CLASSES = {word: word for word in _CLASSES.split()}
PEOPLE = frozenset(
    "families households people persons others lives victims bodies individuals souls adults inhabitants corpses".split()
)
SINGULAR = _table("""
people: person other life body individual adult
civilians: civilian
children: child infant baby toddler
women: woman
men: man
girls: girl
boys: boy
soldiers: soldier serviceman
policemen: policeman cop constable
officers: officer
militants: militant cadre
fighters: fighter
rebels: rebel
gunmen: gunman
terrorists: terrorist
students: student teenager schoolgirl schoolboy
journalists: journalist reporter cameraman
protesters: protester protestor demonstrator
workers: worker employee labourer laborer
villagers: villager resident shopkeeper trader farmer driver
guards: guard
citizens: citizen tourist passenger foreigner
commanders: commander
teachers: teacher
police: policewoman trooper ranger jawan
palestinians: palestinian
israelis: israeli
americans: american
""")

# Words before a number, longest first, and the bound that they give; "more" and "fewer" leave the number itself out.
BOUNDS: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    sorted(
        (
            (tuple(words.split()), bound)
            for bound, phrases in {
                "at_least": "at least; no fewer than; no less than; not less than; not fewer than; a minimum of; at the very least; upwards of; at least some; at least another",
                "more": "more than; over; above; in excess of; well over; exceeding; exceed; exceeded; exceeds; surpass; surpassed; surpassing; surpasses; topped; topping; well above; just over",
                "at_most": "up to; as many as; as much as; at most; no more than; not more than; a maximum of; at the most",
                "fewer": "fewer than; less than; under; just under; below",
                "about": "about; around; some; roughly; approximately; nearly; almost; close to; an estimated; estimated; circa; or so; an estimated at; just about",
            }.items()
            for words in phrases.split("; ")
        ),
        key=lambda one: -len(one[0]),
    )
)  # fmt: skip
VAGUE: dict[str, tuple[int, int | None]] = {
    "dozens": (24, 99), "scores": (40, 199), "tens": (20, 99), "hundreds": (200, 999), "thousands": (2000, 9999), "millions": (2_000_000, None),
    "several": (3, 9), "few": (3, 9), "many": (3, None), "numerous": (3, None), "countless": (3, None), "multiple": (2, None), "lakhs": (200_000, 9_900_000),
}  # fmt: skip
# What begins the object of a verb of harm: "two gunmen killed a man", where a participle would have none.
OBJECTS = frozenset(
    "a an the his her their its him them at more dozens another up himself themselves several about over nearly".split()
)
# A figure that something may, or is to, rise to is no toll yet: "could exceed 80", "is expected to climb to 40".
RISING = frozenset("exceed reach rise climb grow increase top surpass pass hit go jump mount approach near be".split())
RISES_BY = frozenset("to past above beyond over as high into".split())
PERHAPS = frozenset(
    "may might could would will can 'll ’ll likely expected feared set bound projected forecast".split()
)
BETWEEN_PERHAPS = frozenset("to also still even yet well eventually further soon ultimately easily now only be".split())

# "Put the number at 14", "gave a figure of 20": who says so sets a number against the one told before.
NUMBER_NOUNS = frozenset("number figure count total tally toll".split())
SETS_NUMBER = frozenset(
    "put puts putting placed places set sets estimated estimates pegged gave gives giving cited cites reported reports counted".split()
)

LEADING = frozenset("another other further all additional the these those a".split())

CURRENCIES = {
    "$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "₽": "ruble", "dollars": "dollar", "dollar": "dollar", "euros": "euro", "euro": "euro", "pounds": "pound", "yen": "yen",
    "yuan": "yuan", "rubles": "ruble", "roubles": "ruble", "rupees": "rupee", "francs": "franc", "pesos": "peso", "lira": "lira", "liras": "lira", "riyals": "riyal", "dinars": "dinar", "shekels": "shekel",
    "won": "won", "kronor": "krona", "kroner": "krone", "marks": "mark", "reais": "real", "rand": "rand", "usd": "dollar", "eur": "euro", "inr": "rupee", "gbp": "pound",
    "dirhams": "dirham", "zlotys": "zloty", "hryvnias": "hryvnia",
}  # fmt: skip
BEFORE_SUM = frozenset("$ € £ ¥ ₹ ₽ usd eur inr gbp".split())
