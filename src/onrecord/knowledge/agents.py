"""Nouns for those who act in the news, each with its PLOVER sectors: "police" COP, "soldiers" MIL, "protesters" CVL and OPP.

The sector codes are those of the PLOVER codebook (open event data alliance, 2018) with `JRN` for the press and `LEG` for lawmakers, as in
CAMEO; the words are our own choice from English news. A *person* noun names one human being or, in the plural, several ("gunman",
"reporters"); a *body* noun names many as one ("army", "ministry", "state television"). A noun with no sectors still names an agent ("man").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

Sort = Literal["person", "body"]


@dataclass(frozen=True, slots=True)
class Agent:
    """`noun`: the entry that matched, lower case and singular; `role`: whether the noun is an office or calling (and so a title)."""

    noun: str
    sectors: tuple[str, ...]
    sort: Sort
    role: bool = True


# sectors: nouns for persons, singular, comma-separated
PERSONS = {
    "GOV": """president, vice president, prime minister, deputy prime minister, premier, chancellor, minister, foreign minister, defense minister,
        defence minister, interior minister, finance minister, health minister, education minister, energy minister, oil minister, trade minister,
        justice minister, home secretary, foreign secretary, defense secretary, defence secretary, secretary of state, secretary of defense,
        treasury secretary, press secretary, secretary, undersecretary, under secretary, assistant secretary, deputy secretary, governor,
        deputy governor, mayor, deputy mayor, king, queen, prince, princess, crown prince, emir, sultan, monarch, emperor, sheikh, head of state,
        head of government, leader of the country, world leader, official, government official, cabinet member, cabinet minister, ambassador, envoy, special envoy,
        diplomat, consul, consul general, attorney general, advisor, adviser, national security advisor, national security adviser,
        foreign policy advisor, foreign policy adviser, chief of staff, bureaucrat, civil servant, commissioner, councilman, councilwoman,
        councillor, councilor, regulator, administrator, premier designate, dictator, ruler, statesman, president-elect, first lady, negotiator,
        mediator, delegate, inspector general, governorate official, district chief, civil defense worker, tax collector, census taker,
        technocrat, provincial governor, permanent representative, charge d'affaires, chargé d'affaires, solicitor general, surgeon general,
        health official, election official, intelligence official, security official, defense official, administration official, commerce secretary""",
    "MIL": """soldier, troop, general, commander, colonel, lieutenant, lieutenant colonel, lieutenant general, major general, brigadier, brigadier general,
        major, sergeant, corporal, admiral, vice admiral, marine, sailor, airman, airwoman, peacekeeper, serviceman, servicewoman,
        service member, fighter pilot, army captain, navy captain, paratrooper, conscript, recruit, reservist, gunner, sniper, veteran, army chief, army spokesman, military spokesman,
        military official, military officer, army officer, chief of the general staff, joint chief, guardsman, commando, trooper, infantryman,
        legionnaire, cadet, officer cadet, field marshal, war veteran, military chief, air force commander, blue helmet, force commander""",
    "REB": """rebel, gunman, militant, insurgent, guerrilla, guerilla, terrorist, extremist, jihadist, jihadi, fighter, militiaman, suicide bomber,
        bomber, attacker, assailant, separatist, islamist militant, hijacker, mujahideen, mujahid, rebel commander, rebel leader, warlord,
        foreign fighter, islamist, paramilitary, infiltrator, rebel fighter, opposition fighter, suicide attacker, kidnapper, hostage taker, hostage-taker""",
    "CVL": """protester, protestor, demonstrator, marcher, civilian, resident, villager, citizen, inhabitant, local, people, student, pupil, worker, labourer,
        laborer, farmer, fisherman, peasant, miner, migrant, refugee, asylum seeker, displaced person, evacuee, returnee, voter, taxpayer,
        consumer, passenger, commuter, tourist, traveller, traveler, pilgrim, worshipper, worshiper, survivor, victim, bystander, pedestrian,
        witness, eyewitness, passer-by, passerby, activist, campaigner, environmentalist, feminist, human rights activist, peace activist,
        rights activist, dissident, whistleblower, striker, striking worker, picketer, volunteer, neighbor, neighbour, employee, staffer, driver,
        truck driver, taxi driver, bus driver, nurse, doctor, surgeon, physician, medic, paramedic, rescuer, rescue worker, aid worker,
        relief worker, health worker, firefighter, fireman, patient, hostage, captive, abductee, detainee, prisoner, inmate, homeowner, tenant,
        parishioner, believer, fan, supporter, spectator, onlooker, crowd member, father, mother, parent, son, daughter, brother, sister,
        husband, wife, widow, widower, child, kid, boy, girl, baby, infant, toddler, teenager, teen, youth, adult, man, woman, guy, grandfather,
        grandmother, uncle, aunt, cousin, nephew, niece, relative, orphan, mourner, rioter, looter, stone-thrower, squatter, settler,
        herder, shepherd, trader, shopkeeper, vendor, street vendor, athlete, player, footballer, coach, artist, actor, actress, singer,
        musician, writer, novelist, poet, filmmaker, director, photographer, celebrity, patron, donor, expatriate, national, nomad, tribesman,
        tribal elder, elder, community leader, tribal leader, union leader, trade unionist, unionist, labor leader, immigrant, boater, hiker, diver""",
    "JRN": """journalist, reporter, correspondent, editor, columnist, newsman, newswoman, anchor, anchorman, anchorwoman, news anchor,
        commentator, broadcaster, cameraman, photojournalist, blogger, presenter, moderator, interviewer, pundit, talk show host,
        radio host, host, editor in chief, editor-in-chief, publisher, stringer, freelancer, critic, reviewer, newsreader""",
    "LEG": """lawmaker, legislator, senator, congressman, congresswoman, congressperson, representative, deputy, member of parliament,
        parliamentarian, mp, mep, speaker, house speaker, majority leader, minority leader, senate majority leader, senate minority leader,
        house majority leader, house minority leader, majority whip, minority whip, whip, backbencher, assemblyman, assemblywoman, state senator, state representative, delegate to congress,
        committee chairman, ranking member, congressional leader, member of congress, house member, parliament speaker, parliamentary speaker""",
    "PTY": """candidate, presidential candidate, nominee, presidential nominee,
        vice presidential nominee, running mate, presidential hopeful, contender, front-runner, frontrunner, challenger, party chairman, party chairwoman,
        party official, campaign manager, campaign spokesman, campaign spokeswoman, strategist, surrogate, delegate-elect, party leader, politician""",
    "OPP": """opposition leader, opposition figure, opposition politician, opposition lawmaker, opponent, dissenter, exile, exiled leader, defector, critic of the government,
        pro-democracy activist""",
    "COP": """policeman, policewoman, police officer, officer, police chief, constable, detective, sheriff, deputy sheriff, sheriff's deputy, police commissioner,
        superintendent, inspector, cop, trooper of the state, prison guard, warden, guard, border guard, security agent, security guard, security officer, federal agent, special agent,
        fbi agent, border patrol agent, customs officer, investigator, riot policeman, police spokesman, police spokeswoman, marshal, bodyguard, patrolman, coastguard, coast guard""",
    "JUD": """judge, justice, chief justice, magistrate, prosecutor, chief prosecutor, state prosecutor, attorney, district attorney, lawyer, defense lawyer, defence lawyer,
        defense attorney, barrister, solicitor, juror, public defender, clerk, notary, legal counsel, jurist, registrar, ombudsman, federal judge, appeals judge""",
    "SPY": """spy, intelligence officer, intelligence agent, intelligence chief, spy chief, spymaster, undercover agent, informant, informer, double agent, secret agent, cia officer""",
    "EDU": """professor, teacher, academic, scholar, lecturer, researcher, scientist, historian, economist, political scientist, analyst, expert,
        political analyst, military analyst, sociologist, psychologist, schoolteacher, headmaster, principal, dean, rector, think tank fellow,
        fellow, senior fellow, pollster, specialist, engineer, climatologist, seismologist, epidemiologist, archaeologist, biologist, physicist, demographer, legal scholar, law professor""",
    "BUS": """businessman, businesswoman, executive, chief executive, chief executive officer, ceo, cfo, chief financial officer, chief operating officer, banker, investor,
        entrepreneur, managing director, billionaire, tycoon, magnate, mogul, real estate mogul, oligarch, shareholder, trader on wall street,
        broker, employer, shop owner, contractor, developer, industrialist, landlord, stockholder, merchant, importer, exporter, oil executive""",
    "CRM": """criminal, suspect, gangster, gang member, drug dealer, drug trafficker, trafficker, smuggler, people smuggler, pirate, robber, thief, burglar, murderer, killer, shooter,
        mobster, drug lord, cartel leader, cartel member, hacker, fraudster, arsonist, rapist, kingpin, drug kingpin, poacher, fugitive, convict, defendant, accomplice, hitman, perpetrator, knifeman""",
    "REL": """cleric, imam, ayatollah, priest, bishop, archbishop, cardinal, pope, pontiff, pastor, rabbi, monk, nun, preacher, reverend, mullah, patriarch, grand mufti, mufti, minister of religion,
        evangelical, missionary, dalai lama, supreme leader, spiritual leader, religious leader, muslim cleric""",
    "": """pilot, captain, agent, chairman, chairwoman, manager, general manager, vice-chairman, founder, co-founder, owner, spokesman, spokeswoman, spokesperson, leader, chief, head, boss, member, aide, top aide, assistant, source, person, individual, figure, insider, counterpart, colleague, friend, ally, rival,
        foe, enemy, adversary, predecessor, successor, author, translator, interpreter, representative of the group, participant, observer, monitor, envoy of the group, one-time aide, architect,
        guest, visitor, applicant, user, customer, client, buyer, seller, beneficiary, stranger, hero, founder of the group, pioneer, co-author, coordinator, organizer, organiser, supervisor, director general,
        secretary general, secretary-general, deputy director, executive director, inspector of nuclear sites, nuclear inspector, weapons inspector, inmate's lawyer, deputy chief, deputy head, commissioner general, veteran politician, president of the company, dead, wounded, injured""",
}  # fmt: skip

# sectors: nouns for bodies, singular
BODIES = {
    "GOV": """government, administration, ministry, foreign ministry, defense ministry, defence ministry, interior ministry, health ministry, finance ministry, justice ministry,
        cabinet, regime, junta, authority, department, state department, justice department, treasury, treasury department, embassy, consulate, bureau, municipality, city hall, city council, council of ministers,
        delegation, monarchy, royal family, central bank, commission, election commission, electoral commission, regulator's office, palace, royal court, royal palace,
        town council, county, ruling coalition, administration in washington, caliphate, kingdom, caretaker government, transitional council, national security council, security council, mission, state government, federal government, local government, tax agency, environment agency, space agency""",
    "MIL": """army, military, navy, air force, armed force, armed forces, force, troops, battalion, brigade, regiment, platoon, squad, squadron, fleet, garrison, general staff, joint staff, coalition,
        government force, government forces, security force, national guard, revolutionary guard, coalition force, peacekeeping force, peacekeeping mission, naval force, ground force, special forces, special force, allied force, defense force, defence force, alliance""",
    "REB": """militia, insurgency, rebel group, armed group, militant group, terrorist group, terror group, jihadist group, guerrilla group, extremist group, separatist group, rebel army, rebel force, resistance, terror cell, faction, paramilitary group, rebel movement, islamist group""",
    "CVL": """crowd, public, population, community, family, couple, household, electorate, minority, tribe, clan, diaspora, union, trade union, labor union, labour union, mob, human rights group, rights group,
        advocacy group, aid group, aid agency, charity, foundation, civil society, monitoring group, monitor group, human rights organization, human rights organisation, humanitarian group, relief agency, nongovernmental organization, ngo, humanitarian organization, watchdog, student body, campaign group, environmental group, activist group""",
    "OPP": """opposition, opposition party, opposition group, opposition coalition, opposition movement, movement, protest movement, national coalition, dissident group""",
    "PTY": """party, political party, ruling party, campaign""",
    "COP": """police, riot police, police force, police department, sheriff's office, sheriff's department, gendarmerie, border police, security service, border patrol, coast guard, border force, security services, law enforcement, secret police, military police, security, police service, border guard service, customs service, swat team""",
    "JUD": """court, supreme court, high court, constitutional court, appeals court, appeal court, criminal court, tribunal, jury, grand jury, judiciary, prosecution, prosecutor's office, defense team, law firm, justice system, federal court, district court, panel of judges""",
    "SPY": """intelligence agency, intelligence service, spy agency, secret service, intelligence community, intelligence services""",
    "LEG": """parliament, congress, senate, house, house of representatives, legislature, national assembly, assembly, lower house, upper house, committee, subcommittee, senate committee, house committee, caucus, knesset, duma, house of commons, house of lords, chamber""",
    "JRN": """press, media, news agency, state television, television, state tv, state media, news medium, newspaper, magazine, radio, broadcaster, tv channel, television channel, television station, radio station, tv station, news outlet, news site, news website,
        network, news network, daily, weekly, tabloid, news service, wire service, news organization, news organisation, editorial board, local media, state radio, state news agency, news channel, outlet, news conference audience""",
    "EDU": """university, college, school, think tank, institute, research institute, academy, faculty, research group, research center, research centre, observatory, research team""",
    "BUS": """company, firm, bank, corporation, airline, carrier, manufacturer, carmaker, automaker, oil company, retailer, conglomerate, business, industry, plant, oil giant, chipmaker, tech giant, insurer, supplier, operator, maker, startup, start-up, chain, subsidiary, shipper, planemaker, drugmaker, lender, brokerage, hedge fund, stock exchange, airport authority""",
    "CRM": """gang, cartel, drug cartel, mafia, crime syndicate, crime family, syndicate, criminal gang, criminal group, drug gang, network of smugglers""",
    "REL": """church, mosque leadership, clergy, diocese, vatican, congregation, synagogue, religious group""",
    "HLH": """hospital, clinic, health service, medical center, medical centre, red crescent society""",
    "": """group, organization, organisation, agency, team, panel, board, office, association, council, society, staff, club, crew, federation, confederation, club owners, side, power, nation, country, state, bloc, league, forum, neighbor state""",
}  # fmt: skip

# Words that name agents, but no office or calling: a mention with them is a description.
DESCRIPTIVE = frozenset(
    """people person individual man woman guy boy girl child kid baby infant toddler teenager teen youth adult victim survivor dead wounded injured
    father mother parent son daughter brother sister husband wife widow widower grandfather grandmother uncle aunt cousin nephew niece relative orphan
    friend ally rival foe enemy adversary counterpart colleague stranger hero fan supporter passenger crowd population public community family couple household
    member figure individual insider resident villager citizen inhabitant local national opponent critic side power nation country state bloc group team crew
    opposition regime television media press organization organisation agency predecessor successor participant guest visitor user customer client
    front-runner frontrunner contender boss owner billionaire""".split()
)

# A name with one of these for its last word is a body's name: "Ministry", "Party", "Front" …
LAST_WORDS_OF_BODIES = frozenset(
    """ministry party front army committee council commission court department agency association organization organisation union university college institute
    corporation company bank group foundation front brigade brigades bureau office parliament congress senate house assembly coalition alliance league federation society club center centre network
    movement police force forces guard guards service services administration authority board airlines airways air church fund inc corp ltd llc co plc gmbh news times post journal tribune herald
    post-gazette television tv radio media press daily magazine hospital school academy team initiative project campaign government embassy cabinet treasury militia conference forum
    observatory watch international crescent cross industries holdings motors systems technologies partners associates capital energy oil gas petroleum telecom group caucus tribunal staff""".split()
)

AMOUNTS = frozenset(
    {"dozen", "hundred", "thousand", "million", "number", "group", "crowd", "score", "handful", "majority", "lot"}
)  # "of" whom

CODES = frozenset(PERSONS) | frozenset(BODIES) - {""}


@cache
def _entries() -> dict[str, Agent]:
    found: dict[str, Agent] = {}
    tables: tuple[tuple[Sort, dict[str, str]], ...] = (("body", BODIES), ("person", PERSONS))
    for sort, table in tables:
        for code, nouns in table.items():
            for noun in nouns.replace("\n", " ").split(","):
                word = " ".join(noun.split())
                sectors = (code,) if code else ()
                known = found.get(word)
                if known is None:
                    found[word] = Agent(word, sectors, sort, role=word not in DESCRIPTIVE)
    for word in ("protester", "protestor", "demonstrator", "marcher"):
        found[word] = Agent(word, ("CVL", "OPP"), "person")
    found["police"] = Agent("police", ("COP",), "body")
    return found


def agent(words: tuple[str, ...]) -> Agent | None:
    """The agent that a noun with its modifiers names (lower case, the noun last and singular), by the longest ending in the table, or None.

    >>> agent(("russian", "news", "agency")).sectors, agent(("agency",)).sectors, agent(("table",))
    (('JRN',), (), None)
    """
    table = _entries()
    for first in range(max(0, len(words) - 4), len(words)):
        if found := table.get(" ".join(words[first:])):
            return found
    return None


def agent_of(phrase: str) -> Agent | None:
    """The agent that a plain phrase names; a plural in -s, -men or -women is tried in the singular too; what follows "of", "for" or "in" is left off, but for
    whom an amount is of.

    >>> agent_of("the gunmen").noun, agent_of("a spokesman for the ministry").noun
    ('gunman', 'spokesman')
    """
    words = phrase.lower().replace("’", "'").split()
    if "of" in words[1:] and singular(words[words.index("of", 1) - 1]) in AMOUNTS:
        words = words[words.index("of", 1) + 1 :]
    for stop in ("for", "in", "from", "who", "at", "of"):
        if stop in words[1:] and (stop != "of" or agent(tuple(words)) is None):
            words = words[: words.index(stop, 1)]
    if not words:
        return None
    return agent(tuple(words)) or agent((*words[:-1], singular(words[-1])))


def singular(noun: str) -> str:
    """A plural noun made singular by rule; other words come back as they are.

    >>> singular("gunmen"), singular("agencies"), singular("forces"), singular("people")
    ('gunman', 'agency', 'force', 'people')
    """
    if noun in ("people", "police", "press", "congress", "media"):
        return noun
    if noun in ("children", "wives"):
        return {"children": "child", "wives": "wife"}[noun]
    for plural, one in (("men", "man"), ("ies", "y"), ("sses", "ss"), ("ches", "ch")):
        if noun.endswith(plural) and len(noun) > len(plural) + 1:
            return noun[: -len(plural)] + one
    if noun.endswith("is"):  # "rabbis", and not "crisis"
        return noun[:-1] if noun[:-1] in _entries() else noun
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun


def sectors_of(phrase: str) -> tuple[str, ...]:
    """The PLOVER sectors of a phrase for an agent, () where it names none that we know."""
    found = agent_of(phrase)
    return found.sectors if found else ()


def body_name(name: str) -> bool:
    """Whether a capitalised name ends like that of a body ("Foreign Ministry", "Free Syrian Army")."""
    words = name.lower().rstrip(".").split()
    return len(words) > 1 and (
        words[-1] in LAST_WORDS_OF_BODIES
        or any(w in {"ministry", "party", "university", "department", "committee"} for w in words)
    )
