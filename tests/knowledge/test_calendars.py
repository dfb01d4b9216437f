"""Months, weekdays and labels of timestamps in the languages of the news."""

from __future__ import annotations

import pytest

from onrecord.knowledge.calendars import MONTHS, WEEKDAYS, label_of, months_of, offset_of, weekday_of


def test_every_language_has_twelve_months_and_seven_days() -> None:
    """And there are more than thirty languages."""
    rows = [line.partition(":") for line in MONTHS.strip().splitlines()]
    assert len(rows) > 30
    assert all(months.count(";") == 11 for _, _, months in rows)
    assert all(line.count(";") == 6 for line in WEEKDAYS.strip().splitlines())


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("Kasım", 11),
        ("KASIM", 11),
        ("août", 8),
        ("Mär", 3),
        ("ноября", 11),
        ("نوفمبر", 11),
        ("كانون الثاني", 1),
        ("Sept.", 9),
        ("şubat", 2),
        ("İyun", None),
    ],
)
def test_months_are_known_in_any_case(word: str, month: int | None) -> None:
    """Accents, capitals and a dot do not matter."""
    found = set(months_of(word).values())
    assert found == ({month} if month else {6})


def test_a_name_of_two_months_says_both() -> None:
    """`listopad` is November in Polish and October in Croatian."""
    assert months_of("listopad") == {"pl": 11, "cs": 11, "hr": 10}


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Last updated", "updated"),
        ("GÜNCELLEME TARİHİ", "updated"),
        ("Mis à jour le", "updated"),
        ("Veröffentlicht am", "published"),
        ("Обновлено", "updated"),
        ("he said", None),
    ],
)
def test_labels_tell_publication_from_update(words: str, label: str | None) -> None:
    """In any of the languages."""
    assert label_of(words) == label


def test_weekdays_and_zones() -> None:
    """Monday is 1; zones are minutes from UTC; a name without season needs one."""
    assert (weekday_of("Pazartesi"), weekday_of("Sun."), weekday_of("May")) == (1, 7, None)
    assert (offset_of("EST"), offset_of("ET"), offset_of("ET", summer=True), offset_of("IST"), offset_of("XYZ")) == (
        -300,
        -300,
        -240,
        330,
        None,
    )
