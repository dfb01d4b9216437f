"""Plain copies of web pages: what is furniture is marked, what is doubtful stays reporting, and the page's particulars are found."""

from __future__ import annotations

import itertools

import pytest

from onrecord.reading.page import page
from onrecord.settings import Settings
from onrecord.values.article import Article
from onrecord.values.layers import Page, Reading

LEAD = "The foreign ministers of Livonia and Courland met for 20 minutes in Narva on Tuesday, state radio reported."
SECOND = '"We agreed to go on talking," the Livonian minister, Karl Toom, told reporters after the meeting.'
LONG = "The foreign ministers of Livonia and Courland met for 20 minutes in Narva on Tuesday, and Toom resigned as minister after that."
THIRD = "An official who asked not to be named said that the talks had lasted about 35 minutes."


def read(text: str, **fields: str) -> Page:
    return page(Reading(Article(text, **fields)), Settings())  # type: ignore[arg-type]


def kinds(found: Page, text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in found.furniture]


def reporting(found: Page, text: str) -> list[str]:
    return [span.of(text) for span in found.reporting]


def test_a_copied_page_is_told_apart() -> None:
    """Headline and deck stay reporting; the title repeated, the byline and the Turkish timestamp are furniture and tell what they tell."""
    title, deck = (
        "Ministers meet over coffee in Narva",
        "Livonian and Courish ministers have held talks at the margin of the Baltic summit",
    )
    text = f"{title}\n\n{deck}\n\n{title}\n\nWorld Bulletin / News Desk\n\n{LEAD}\n\n{SECOND}\n\n{THIRD}\n\nGüncelleme Tarihi: 3 Mart 2026, 18:04"
    found = read(text)
    assert found.headline is not None
    assert (found.headline.text, found.headline.start) == (title, 0)
    assert found.deck is not None
    assert found.deck.text == deck
    assert [kind for kind, _ in kinds(found, text)] == ["title_repeat", "byline", "timestamp"]
    assert found.byline is not None
    assert found.byline.text == "World Bulletin / News Desk"
    assert found.outlet is not None
    assert found.outlet.span is not None
    assert (found.outlet.name, found.outlet.span.of(text)) == ("World Bulletin", "World Bulletin")
    assert (found.updated.value, found.updated.basis) == ("2026-03-03T18:04", "text")
    assert found.published.value is None
    assert reporting(found, text) == [title, deck, LEAD, SECOND, THIRD]
    assert found.language == "en"


FURNITURE = [
    ("Share", "share"), ("Share Tweet Email Print", "share"), ("Facebook Twitter WhatsApp", "share"), ("Share this article (12)", "share"), ("Follow us on Twitter @balticwire", "share"),
    ("Sign up for our morning newsletter", "share"), ("Advertisement", "navigation"), ("Continue reading the main story", "navigation"), ("Home > World > Europe", "navigation"),
    ("Media playback is unsupported on your device", "navigation"), ("READ MORE: Grain transit resumes after a week", "related"), ("Related: Who is Karl Toom?", "related"),
    ("Courland closes its ports | Ana Kask Read more", "related"), ("By Ana Kask", "byline"), ("By ANA KASK and Jaan Tamm, Associated Press", "byline"), ("Von Jana Muster, Berlin", "byline"),
    ("Reuters", "byline"), ("Staff and agencies", "byline"), ("(Reporting by Ana Kask; Editing by Jaan Tamm)", "byline"), ("Additional reporting by Ana Kask in Riga", "byline"),
    ("Associated Press writer Ana Kask in Riga contributed to this report.", "byline"), ("Published: 3 March 2026, 18:04 GMT", "timestamp"), ("2 hours ago", "timestamp"),
    ("The ministers shake hands in Narva. (AP Photo/Ana Kask)", "caption"), ("FILE - In this Jan. 5, 2026, file photo, ministers pose in Narva. (Ana Kask/AFP)", "caption"),
    ("Photograph: Ana Kask/Getty Images", "caption"), ("Image copyright Getty Images Image caption The two met on Tuesday", "caption"),
    ("Copyright 2026 The Associated Press. All rights reserved.", "legal"), ("© 2026 Baltic Wire", "legal"), ("This article was amended on 4 March 2026 to correct a name.", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind"), FURNITURE, ids=[line[:40] for line, _ in FURNITURE])
def test_lines_of_furniture_are_known(line: str, kind: str) -> None:
    """Each alone on its line among paragraphs of a report."""
    text = f"Ministers meet in Narva\n{LEAD}\n{line}\n{SECOND}\n{THIRD}"
    found = read(text)
    assert kinds(found, text) == [(kind, line)]


REPORTING = [
    "By Monday the army had left the town.", "By Tuesday evening, Narva was quiet.", "Share prices fell on Monday after the talks.", "Read the report, he told them, and then decide.",
    "Photos show the ministers at the table.", "Copyright law was not on the agenda, the ministry said.", "Police said the photo was a fake (see below).", '"Follow the money," she said.',
    "Reuters reported that the talks had failed.", "The meeting took place on 3 March 2026 at 18:04 GMT.", "On November 16, 2025, the two had met in Riga.", "State television said so.",
    'He said: "No."', "Health", "Related charges were dropped on Friday.", "More than 20 people were killed.", "The Associated Press could not verify the claim.", "Updated figures are due on Friday.",
    "Karl Toom, Livonia's foreign minister, declined to comment.", "Published reports put the toll at 12.", "Who fired first?", 'Tags on the crates read "Made in Courland".',
]  # fmt: skip


@pytest.mark.parametrize("line", REPORTING, ids=[line[:40] for line in REPORTING])
def test_lines_of_reporting_stay(line: str) -> None:
    """Sentences that begin like furniture are read."""
    text = f"{LEAD}\n{SECOND}\n{line}\n{THIRD}\n{LEAD}"
    found = read(text)
    assert found.furniture == ()
    assert line in reporting(found, text)


@pytest.mark.parametrize("line", [*REPORTING, *(one for one, kind in FURNITURE if kind in ("share", "navigation"))])
def test_a_lone_line_is_never_furniture(line: str) -> None:
    """A sentence given by itself is what shall be read."""
    assert reporting(read(line), line) == [line]
    assert read(line).headline is None


def test_texts_with_a_sentence_a_line_keep_every_line() -> None:
    """Nothing is taken for headline or deck where lines end in stops, and nothing is lost where none does."""
    stopped = f"{LEAD}\n{SECOND}\nIt rained.\n{THIRD}"
    assert reporting(read(stopped), stopped) == stopped.split("\n")
    assert read(stopped).headline is None
    bare = "\n".join(line.rstrip(".") for line in (LEAD, THIRD, LEAD, THIRD))
    assert reporting(read(bare), bare) == bare.split("\n")
    assert read(bare).headline is None


DATELINES = [
    ("NARVA, Livonia (AP) — The ministers met.", "NARVA, Livonia (AP)", "AP", "The ministers met."),
    ("NARVA, March 3. /TASS/. The ministers met.", "NARVA, March 3. /TASS/", "TASS", "The ministers met."),
    ("NARVA, March 3 (Reuters) - The ministers met.", "NARVA, March 3 (Reuters)", "Reuters", "The ministers met."),
    ("WASHINGTON — The ministers met.", "WASHINGTON", None, "The ministers met."),
    ("ST. LOUIS, Mo. -- The ministers met.", "ST. LOUIS, Mo.", None, "The ministers met."),
    ("BEIRUT/ANKARA (Reuters) - The ministers met.", "BEIRUT/ANKARA (Reuters)", "Reuters", "The ministers met."),
    ("Paris (AFP) - The ministers met.", "Paris (AFP)", "AFP", "The ministers met."),
    ("BEIJING, March 3 (Xinhua) -- The ministers met.", "BEIJING, March 3 (Xinhua)", "Xinhua", "The ministers met."),
    ("TALLINN, March 3 (Baltic Wire) — The ministers met.", "TALLINN, March 3 (Baltic Wire)", None, "The ministers met."),
    ("MOSCOW (Reuters) The ministers met.", "MOSCOW (Reuters)", "Reuters", "The ministers met."),
    ("PORT-AU-PRINCE, Haiti _ The ministers met.", "PORT-AU-PRINCE, Haiti", None, "The ministers met."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dateline", "agency", "rest"), DATELINES)
def test_datelines_are_found_and_stand_by_themselves(text: str, dateline: str, agency: str | None, rest: str) -> None:
    """The place and its credit are one stretch, the sentence behind them another; neither is furniture."""
    found = read(text)
    assert found.dateline is not None
    assert found.dateline.text == dateline
    assert (found.agency.name if found.agency else None) == agency
    assert reporting(found, text) == [dateline, rest]
    assert found.furniture == ()


@pytest.mark.parametrize(
    "text",
    [
        "Obama — who spoke first — left.",
        "US-led forces advanced.",
        "NATO - an alliance - met.",
        "Karl Toom (Unity) - a lawyer - won.",
        "IN THE END — he left.",
        "PARIS President Karl Toom - a former banker - met his guests.",
        "LONDON Mayor Karl Toom — who took office in May — resigned.",
        "IAEA - the nuclear watchdog - said its inspectors were turned away.",
        "REBELS SEIZE NARVA - ARMY",
    ],
)
def test_dashes_alone_make_no_dateline(text: str) -> None:
    """Names before a dash are no places."""
    assert read(text).dateline is None


def test_a_dated_dateline_dates_the_report() -> None:
    """With its year, or with the year of the update."""
    assert read("NARVA, March 3, 2026 (AP) — The ministers met.").published.value == "2026-03-03"
    text = f"NARVA, December 30 (AP) — {LEAD}\n{SECOND}\nUpdated: 2 January 2026"
    assert (read(text).published.value, read(text).updated.value) == ("2025-12-30", "2026-01-02")
    assert read("NARVA, March 3 (AP) — The ministers met.").published.value is None


def test_what_is_given_goes_before_what_the_page_says() -> None:
    """The caller's date, outlet and language; the page's URL comes last."""
    text = f"Ministers meet in Narva\nPublished: 3 March 2026\n{LEAD}\n{SECOND}"
    assert (read(text).published.value, read(text).published.basis) == ("2026-03-03", "text")
    given = read(text, published="2026-03-02", outlet="The Narva Times", language="en")
    assert (given.published.value, given.published.basis) == ("2026-03-02", "given")
    assert given.outlet is not None
    assert given.outlet.name == "The Narva Times"
    linked = read(LEAD, url="https://www.reuters.com/world/2026/03/03/ministers")
    assert (linked.published.value, linked.published.basis) == ("2026-03-03", "url")
    assert linked.outlet is not None
    assert linked.outlet.name == "Reuters"


def test_another_papers_name_that_ends_in_a_known_one_is_not_that_one() -> None:
    """ "Tallinn Times" is not The Times; "Times Staff Writer" behind a name is."""
    for line in ("By Lena Kask\nTallinn Times", "By Lena Kask, Lagos Guardian", "By Lena Kask\nVienna Observer"):
        assert read(f"Ministers meet in Narva\n{line}\n3 March 2026\n{LEAD}\n{SECOND}").outlet is None
    own = read(f"Ministers meet in Narva\nBy Lena Kask Times Staff Writer\n3 March 2026\n{LEAD}\n{SECOND}").outlet
    assert own is not None
    assert own.name == "Times"


def test_a_flattened_page_is_opened_up() -> None:
    """Date, headline and credit in one line with the report: each is found in its place."""
    text = f"03-04-2026 Seven Hurt in Narva Blast. {LEAD}"
    found = read(text, headline="Seven Hurt in Narva Blast - Region - Baltic Wire")
    assert kinds(found, text) == [("timestamp", "03-04-2026")]
    assert found.headline is not None
    assert found.headline.text == "Seven Hurt in Narva Blast"
    assert reporting(found, text) == ["Seven Hurt in Narva Blast", LEAD]
    assert found.published.value == "2026-04-03"
    credited = f"Seven hurt in Narva blast AFP Tuesday 3 Mar 2026 {LEAD}"
    assert kinds(read(credited, headline="Seven hurt in Narva blast"), credited) == [
        ("byline", "AFP"),
        ("timestamp", "Tuesday 3 Mar 2026"),
    ]


def test_a_flattened_byline_and_date_part_headline_and_report() -> None:
    """ "Headline. By NAME Trade Date PLACE -- Report"."""
    text = f"Jobless rate dips again. By ANA KASK Staff Writer March 3, 2026 NARVA -- {LEAD}"
    found = read(text)
    assert kinds(found, text) == [("byline", "By ANA KASK Staff Writer"), ("timestamp", "March 3, 2026")]
    assert reporting(found, text) == ["Jobless rate dips again.", "NARVA", LEAD]
    assert found.byline is not None
    assert found.published.value == "2026-03-03"


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Toom resigns as minister after Narva talks.", True), ("Toom resigns as minister;", True), ("Karl Toom Was Never Going To Stay In Narva.", True),
        ("It rained in the town of Narva all day.", False), ("He resigned as minister on Tuesday.", False), ("The ministers met in Narva.", False),
    ],
)  # fmt: skip
def test_a_headline_with_a_stop_is_known_by_its_manner(first: str, title: bool) -> None:
    """A semicolon, capitals, or telegraphic words that the report says again; a sentence stays a sentence."""
    found = read(f"{first}\n{LONG}\n{SECOND}\n{THIRD}\n{LONG}")
    assert (found.headline is not None) == title


def test_a_credit_at_the_start_of_a_paragraph_is_cut_off() -> None:
    """The photographer is furniture, what he saw is not."""
    text = f"{LEAD}\nPhoto credit: Ana Kask. {LONG}\n{THIRD}"
    assert kinds(read(text), text) == [("caption", "Photo credit: Ana Kask.")]


def test_a_dateline_behind_a_flattened_headline_parts_them() -> None:
    """ "Headline. PLACE, State -- Report"."""
    text = f"Ministers meet in Narva. NARVA, Livonia -- {LEAD}"
    found = read(text)
    assert reporting(found, text) == ["Ministers meet in Narva.", "NARVA, Livonia", LEAD]
    assert found.headline is not None
    assert found.headline.text == "Ministers meet in Narva."


def test_a_flattened_headline_without_a_stop_ends_at_the_dateline_with_its_agency() -> None:
    """ "Headline PLACE (Agency) - Report": the headline is no part of the first sentence."""
    text = f"Ministers meet in Narva NARVA (Reuters) - {LEAD}"
    found = read(text)
    assert reporting(found, text) == ["Ministers meet in Narva", "NARVA (Reuters)", LEAD]
    assert found.headline is not None
    assert found.headline.text == "Ministers meet in Narva"


@pytest.mark.parametrize("words", ["By ANA KASK and", "Ana Kask, The Associated Press."])
def test_who_wrote_it_before_a_flattened_dateline_is_no_headline(words: str) -> None:
    """ "By NAME and NAME, Agency PLACE (Agency) …" has no headline."""
    assert read(f"{words} NARVA (AP) - {LEAD}").headline is None


def test_a_headline_in_capitals_with_its_source_is_no_dateline() -> None:
    """ "REBELS SEIZE NARVA - ARMY" names no place before its dash."""
    text = f"REBELS SEIZE NARVA - ARMY\n{LEAD}\n{THIRD}"
    found = read(text)
    assert found.dateline is None
    assert found.headline is not None
    assert found.headline.text == "REBELS SEIZE NARVA - ARMY"


def test_credits_at_the_end_of_a_paragraph_are_cut_off() -> None:
    """The crew's bracket and a lone agency."""
    text = f"{LEAD}\n{SECOND} (Reporting by Ana Kask; Editing by Jaan Tamm)"
    found = read(text)
    assert kinds(found, text) == [("byline", "(Reporting by Ana Kask; Editing by Jaan Tamm)")]
    assert reporting(found, text) == [LEAD, SECOND]
    text = f"{LEAD}\n{THIRD} (AFP)"
    assert kinds(read(text), text) == [("byline", "(AFP)")]
    assert read(text).agency is not None


MENU = "Home\nWorld\nBaltic\nGrain and Ports\nBusiness\nLetters\nContact us"
LINKS = "\n".join(
    f"{who} looks back on a hard year for the {what}"
    for who in ("Courland", "Livonia", "Narva")
    for what in ("ports", "farms")
)


def test_a_page_copied_with_its_menus_keeps_the_report_alone() -> None:
    """Menus before and behind it and the list of other stories are furniture; headline and deck between them are found."""
    title, deck = "Ministers meet over coffee in Narva", "Grain transit is on the table once more"
    text = f"{MENU}\n{title}\n{deck}\nBy Ana Kask\nMarch 3, 2026\n{LEAD}\n{SECOND}\n{THIRD}\n{LONG}\n{LINKS}\n{MENU}"
    found = read(text)
    assert reporting(found, text) == [title, deck, LEAD, SECOND, THIRD, LONG]
    assert found.headline is not None
    assert found.headline.text == title
    assert found.deck is not None
    assert found.deck.text == deck
    assert found.byline is not None
    assert found.published.value == "2026-03-03"


def test_lists_of_the_report_are_no_menus() -> None:
    """A list behind a colon, a table, a few headings, items that begin with a dash or a figure."""
    announced = f"{LEAD}\n{SECOND}\nThe following ports are to open again:\nNarva\nRiga\nVentspils\nMemel\nPernau\n{THIRD}\n{LONG}"
    assert read(announced).furniture == ()
    table = "\n".join(
        [
            LEAD,
            SECOND,
            THIRD,
            *(f"{who}\n{n}\n{n + 2}" for n, who in enumerate(("Narva", "Riga", "Memel", "Pernau"))),
            LONG,
        ]
    )
    assert read(table).furniture == ()
    headed = f"{LEAD}\nGrain\n{SECOND}\nPorts\n{THIRD}\nTalks\n{LONG}"
    assert read(headed).furniture == ()
    items = "\n".join(
        [LEAD, SECOND, LONG, *(f"- Port {n} of the northern shore opens to grain ships again" for n in range(8))]
    )
    assert read(items).furniture == ()


def test_a_page_of_captions_is_a_report_in_captions() -> None:
    """Where captions hold all the prose, they are read."""
    text = "\n".join(
        f"Photos: Talks in Narva {line} Hide Caption {i} of 3" for i, line in enumerate((LEAD, SECOND, THIRD), 1)
    )
    assert len(read(text).reporting) == 3


def test_hard_wrapped_text_is_put_together() -> None:
    """A break after every seventy characters ends no paragraph; an empty line does."""
    wrapped = (
        "Ministers meet in Narva\n\nThe foreign ministers of Livonia and Courland met for twenty minutes\nin Narva on Tuesday, and state radio reported that nothing at all was\n"
        "agreed upon between the two of them.\n\nAn official who asked not to be named said that the talks between the\ntwo had lasted about thirty-five minutes and that they were held in a\nfriendly mood."
    )
    found = read(wrapped)
    assert len(found.reporting) == 3
    assert found.headline is not None


def test_the_longest_length_bounds_what_is_read() -> None:
    """Text beyond `settings.longest` is neither furniture nor reporting."""
    text = f"{LEAD}\n" * 50
    found = page(Reading(Article(text)), Settings(longest=1_000))
    assert max(span.end for span in found.reporting) <= 1_000


def test_spans_are_true_in_any_script() -> None:
    """Emoji, combining marks and right-to-left script: stretches are in order, inside the text, and never overlap."""
    text = f"🙂 Ministers me\u0301et\n\nשלום עולם\n\n{LEAD}\n\nآخر تحديث: 3 مارس 2026 - 18:04\n\n{SECOND}"
    found = read(text)
    spans = sorted([*((s.start, s.end) for s in found.reporting), *((f.start, f.end) for f in found.furniture)])
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert found.updated.value == "2026-03-03T18:04"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n" * 10_000,
        '"' * 10_000,
        "(" * 50_000,
        "By A.\n" * 3_000,
        "16 Kasım 2015, 10:59\n" * 2_000,
        "MOSCOW, " * 20_000,
        "Share " * 20_000,
        "x" * 300_000,
        "\x00\ud800",
    ],
)
def test_hostile_texts_take_no_time(text: str) -> None:
    """Every rule is linear."""
    read(text)


LANGUAGES = [
    ("en", f"{LEAD} {THIRD}"), ("de", "Die Minister trafen sich am Dienstag in Narva und sprachen über die Lage an der Grenze, wie der Rundfunk berichtet."),
    ("fr", "Les ministres se sont rencontrés mardi à Narva et ont parlé de la situation dans la région, a dit un porte-parole de la présidence."),
    ("es", "Los ministros se reunieron el martes en Narva y hablaron de la situación en la frontera, según dijo un portavoz del gobierno."),
    ("tr", "Bakanlar salı günü Narva'da bir araya geldi ve bölgedeki durum için görüştü, bu konuda daha sonra bir açıklama yapılacak."),
    ("ru", "Министры встретились во вторник в Нарве и обсудили положение в регионе."), ("uk", "Міністри зустрілися у вівторок у Нарві й обговорили становище в регіоні, її наслідки."),
    ("ar", "التقى الوزيران يوم الثلاثاء في نارفا وبحثا الوضع في المنطقة"), ("zh", "两国外长星期二在纳尔瓦会晤，讨论了该地区的局势以及粮食过境问题。"), ("ja", "両国の外相は火曜日にナルヴァで会談し、地域の情勢について話し合った。"),
    (None, "Narva 20 35"), (None, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"), LANGUAGES, ids=[str(one) + str(i) for i, (one, _) in enumerate(LANGUAGES)]
)
def test_the_language_is_guessed_or_left_open(language: str | None, text: str) -> None:
    """By script and commonest words; too little text gives None."""
    assert read(text).language == language
