"""States and provinces that English news abbreviates: name, GeoNames id, point, postal code, and the abbreviations of news styles (AP,
Canadian Press, traditional). Ids and points: GeoNames (CC BY 4.0); degrees, WGS 84, the middle of the state.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.knowledge.gazetteer.folding import fold

# country; GeoNames id; latitude; longitude; name; abbreviations
TABLE = """
USA;4829764;32.75;-86.75;Alabama;AL,Ala.
USA;5879092;64;-150;Alaska;AK
USA;5551752;34.5;-111.5;Arizona;AZ,Ariz.
USA;4099753;34.75;-92.5;Arkansas;AR,Ark.
USA;5332921;37.25;-119.75;California;CA,Calif.,Cal.
USA;5417618;39;-105.5;Colorado;CO,Colo.
USA;4831725;41.67;-72.67;Connecticut;CT,Conn.
USA;4142224;39;-75.5;Delaware;DE,Del.
USA;4138106;38.917;-77;District of Columbia;DC,D.C.
USA;4155751;28.75;-82.5;Florida;FL,Fla.
USA;4197000;32.75;-83.5;Georgia;GA,Ga.
USA;5855797;20.75;-156.5;Hawaii;HI
USA;5596512;44.5;-114.25;Idaho;ID
USA;4896861;40;-89.25;Illinois;IL,Ill.
USA;4921868;40;-86.25;Indiana;IN,Ind.
USA;4862182;42;-93.5;Iowa;IA
USA;4273857;38.5;-98.5;Kansas;KS,Kan.,Kans.
USA;6254925;38.2;-84.88;Kentucky;KY,Ky.
USA;4331987;31;-92;Louisiana;LA,La.
USA;4971068;45.5;-69.25;Maine;ME
USA;4361885;39;-76.75;Maryland;MD,Md.
USA;6254926;42.37;-71.11;Massachusetts;MA,Mass.
USA;5001836;44.25;-85.5;Michigan;MI,Mich.
USA;5037779;46.25;-94.25;Minnesota;MN,Minn.
USA;4436296;32.75;-89.75;Mississippi;MS,Miss.
USA;4398678;38.25;-92.5;Missouri;MO,Mo.
USA;5667009;47;-109.75;Montana;MT,Mont.
USA;5073708;41.5;-99.75;Nebraska;NE,Neb.,Nebr.
USA;5509151;39.25;-116.75;Nevada;NV,Nev.
USA;5090174;43.67;-71.5;New Hampshire;NH,N.H.
USA;5101760;40.17;-74.5;New Jersey;NJ,N.J.
USA;5481136;34.5;-106;New Mexico;NM,N.M.,N. Mex.
USA;5128638;43;-75.5;New York;NY,N.Y.
USA;4482348;35.5;-80;North Carolina;NC,N.C.
USA;5690763;47.5;-100.5;North Dakota;ND,N.D.,N. Dak.
USA;5165418;40.25;-83;Ohio;OH
USA;4544379;35.5;-97.5;Oklahoma;OK,Okla.
USA;5744337;44;-120.5;Oregon;OR,Ore.
USA;6254927;40.27;-76.91;Pennsylvania;PA,Pa.,Penn.,Penna.
USA;5224323;41.75;-71.5;Rhode Island;RI,R.I.
USA;4597040;34;-81;South Carolina;SC,S.C.
USA;5769223;44.5;-100.25;South Dakota;SD,S.D.,S. Dak.
USA;4662168;35.75;-86.25;Tennessee;TN,Tenn.
USA;4736286;31.25;-99.25;Texas;TX,Tex.
USA;5549030;39.25;-111.75;Utah;UT
USA;5242283;44;-72.75;Vermont;VT,Vt.
USA;6254928;37.55;-77.45;Virginia;VA,Va.
USA;5815135;47.5;-120.5;Washington;WA,Wash.
USA;4826850;38.5;-80.5;West Virginia;WV,W.Va.,W. Va.
USA;5279468;44.5;-90;Wisconsin;WI,Wis.,Wisc.
USA;5843591;43;-107.5;Wyoming;WY,Wyo.
CAN;5883102;55;-115;Alberta;AB,Alta.
CAN;5909050;54;-125;British Columbia;BC,B.C.
CAN;6065171;55;-97;Manitoba;MB,Man.
CAN;6087430;46.5;-66;New Brunswick;NB,N.B.
CAN;6354959;52;-56;Newfoundland and Labrador;NL,N.L.,Nfld.,Newfoundland
CAN;6091069;65;-119;Northwest Territories;NT,N.W.T.
CAN;6091530;45;-63;Nova Scotia;NS,N.S.
CAN;6091732;70;-90;Nunavut;NU
CAN;6093943;50;-85;Ontario;ON,Ont.
CAN;6113358;46.25;-63;Prince Edward Island;PE,P.E.I.
CAN;6115047;52;-72;Quebec;QC,Que.,PQ
CAN;6141242;54;-106;Saskatchewan;SK,Sask.
CAN;6185811;63;-135;Yukon;YT,Yukon Territory
AUS;2155400;-32;147;New South Wales;NSW,N.S.W.
AUS;2152274;-20;145;Queensland;Qld,Qld.
AUS;2061327;-30;135;South Australia;
AUS;2147291;-42;147;Tasmania;Tas.
AUS;2145234;-37;145;Victoria;Vic.
AUS;2058645;-25;122;Western Australia;
AUS;2064513;-20;134;Northern Territory;
AUS;2177478;-35.5;149;Australian Capital Territory;ACT
GBR;6269131;52.16;-0.7;England;
GBR;2638360;56;-4;Scotland;
GBR;2634895;52.5;-3.5;Wales;
GBR;2641364;54.5;-6.5;Northern Ireland;
"""


@dataclass(frozen=True, slots=True)
class State:
    """A state or province; `short`: its abbreviations as news writes them."""

    country: str
    geonames: int
    lat: float
    lon: float
    name: str
    short: tuple[str, ...]


@cache
def states() -> tuple[State, ...]:
    """Every state of the table."""
    found = []
    for line in TABLE.strip().splitlines():
        country, geonames, lat, lon, name, short = line.split(";")
        found.append(
            State(country, int(geonames), float(lat), float(lon), name, tuple(s for s in short.split(",") if s))
        )
    return tuple(found)


@cache
def _short() -> dict[str, State]:
    found: dict[str, State] = {}
    for state in states():
        for short in state.short:
            found.setdefault(short, state)
            if (
                "." in short
            ):  # "N.C" before the full stop that ends a sentence, "Calif" in a headline, "N. C." in old style
                found.setdefault(short.removesuffix("."), state)
                found.setdefault(short.replace(".", ". ").strip(), state)
    return found


@cache
def _named() -> dict[str, State]:
    return {fold(state.name): state for state in reversed(states())}


def state_named(words: str) -> State | None:
    """The state or province that a full name or an abbreviation in its own spelling stands for, or None. Abbreviations mean a state only
    after a place's name and a comma: whoever asks must look at that.

    >>> state_named("Calif.").name, state_named("Ont.").name, state_named("TX").name, state_named("tx")
    ('California', 'Ontario', 'Texas', None)
    """
    return _short().get(words) or _named().get(fold(words))
