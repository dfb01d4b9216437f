"""Timestamps of pages in the languages of the news: to ISO 8601, with the zone where one is stated."""

from __future__ import annotations

import pytest

from onrecord.knowledge.calendars import MONTHS
from onrecord.reading.furniture.stamps import leading, stamps

CASES = [
    ("Updated: 16 November 2025, 10:59 GMT", "2025-11-16T10:59+00:00", "updated"),
    ("Published 3:04 PM ET, Sun November 16, 2025", "2025-11-16T15:04-05:00", "published"),
    ("Published 3:04 PM ET, Wed July 16, 2025", "2025-07-16T15:04-04:00", "published"),
    ("Nov. 16, 2025 at 5:45 p.m. EST", "2025-11-16T17:45-05:00", None),
    ("Last modified on Sun 16 Nov 2025 10.59 GMT", "2025-11-16T10:59+00:00", "updated"),
    ("Posted on: 11/16/25 at 1:05 PM", "2025-11-16T13:05", "published"),
    ("2025-11-16T10:59:30+02:00", "2025-11-16T10:59:30+02:00", None),
    ("2025-11-16T10:59:30.123Z", "2025-11-16T10:59:30+00:00", None),
    ("16 Nov 2025, 10:59 (GMT+03:00)", "2025-11-16T10:59+03:00", None),
    ("1059 GMT 16 November 2025", "2025-11-16T10:59+00:00", None),
    ("Güncelleme Tarihi: 16 Kasım 2025, 10:59", "2025-11-16T10:59", "updated"),
    ("SON GÜNCELLEME: 16 KASIM 2025 10:59", "2025-11-16T10:59", "updated"),
    ("Aktualisiert: Sonntag, 16. November 2025, 10:59 Uhr", "2025-11-16T10:59", "updated"),
    ("Veröffentlicht am 16.11.2025 um 10.59 Uhr", "2025-11-16T10:59", "published"),
    ("Publié le 16 novembre 2025 à 10h59", "2025-11-16T10:59", "published"),
    ("Actualizado el 16 de noviembre de 2025 a las 10:59", "2025-11-16T10:59", "updated"),
    ("Aggiornato il 16 novembre 2025 alle ore 10:59", "2025-11-16T10:59", "updated"),
    ("Atualizado em 16/11/2025 às 10h59", "2025-11-16T10:59", "updated"),
    ("Bijgewerkt op 16 november 2025 om 10:59 uur", "2025-11-16T10:59", "updated"),
    ("Uppdaterad 16 november 2025 kl. 10:59", "2025-11-16T10:59", "updated"),
    ("Opdateret 16. november 2025 kl. 10.59", "2025-11-16T10:59", "updated"),
    ("Julkaistu 16.11.2025 klo 10.59", "2025-11-16T10:59", "published"),
    ("Обновлено 16 ноября 2025 г. в 10:59", "2025-11-16T10:59", "updated"),
    ("Оновлено: 16 листопада 2025, 10:59", "2025-11-16T10:59", "updated"),
    ("Aktualizacja: 16 listopada 2025, 10:59", "2025-11-16T10:59", "updated"),
    ("Objavljeno 16. listopada 2025. u 10:59", "2025-10-16T10:59", "published"),
    ("Aktualizováno 16. listopadu 2025 10:59", "2025-11-16T10:59", "updated"),
    ("Frissítve: 2025. november 16., vasárnap 10:59", "2025-11-16T10:59", "updated"),
    ("Actualizat: 16 noiembrie 2025, 10:59", "2025-11-16T10:59", "updated"),
    ("Τελευταία ενημέρωση: 16 Νοεμβρίου 2025, 10:59", "2025-11-16T10:59", "updated"),
    ("Публикувана на 16 ноември 2025, 10:59", "2025-11-16T10:59", "published"),
    ("آخر تحديث: 16 نوفمبر 2025 - 10:59", "2025-11-16T10:59", "updated"),
    ("16 تشرين الثاني 2025", "2025-11-16", None),
    ("פורסם: 16 בנובמבר 2025, 10:59", "2025-11-16T10:59", "published"),
    ("अपडेटेड: 16 नवंबर 2025, 10:59", "2025-11-16T10:59", "updated"),
    ("2025年11月16日 10:59", "2025-11-16T10:59", None),
    ("2025년 11월 16일 오후 3:04", "2025-11-16T15:04", None),
    ("Cập nhật lúc 10:59 ngày 16 tháng 11 năm 2025", "2025-11-16T10:59", "updated"),
    ("Diperbarui 16 November 2025 pukul 10:59", "2025-11-16T10:59", "updated"),
    ("16 พฤศจิกายน 2025", "2025-11-16", None),
    ("Sunday, 16 Nov 2025", "2025-11-16", None),
    ("16-Nov-25", "2025-11-16", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "value", "label"), CASES, ids=[line for line, _, _ in CASES])
def test_a_timestamp_alone_is_read(line: str, value: str, label: str | None) -> None:
    """Value, label, and nothing left over."""
    read = stamps(line, 0, len(line))
    assert [(one.value, one.label) for one in read.items] == [(value, label)]
    assert read.alone


def test_two_moments_of_a_line_keep_their_labels() -> None:
    """Published and updated side by side."""
    line = "Publié le 16 novembre 2025 à 10h59 - Mis à jour le 17 novembre 2025 à 12h01"
    assert [(one.value, one.label) for one in stamps(line, 0, len(line)).items] == [
        ("2025-11-16T10:59", "published"),
        ("2025-11-17T12:01", "updated"),
    ]


@pytest.mark.parametrize(
    ("line", "month_first", "value"),
    [
        ("03/04/2026", False, "2026-04-03"),
        ("03/04/2026", True, "2026-03-04"),
        ("16/04/2026", True, "2026-04-16"),
        ("04/16/2026", False, "2026-04-16"),
    ],
)
def test_figures_are_read_day_first_but_for_north_america(line: str, *, month_first: bool, value: str) -> None:
    """And the other way round where only that makes a date."""
    assert stamps(line, 0, len(line), month_first=month_first).items[0].value == value


@pytest.mark.parametrize(
    "line",
    [
        "20 people",
        "In 2025",
        "2025",
        "May 2025",
        "31 February 2025",
        "Room 12.30",
        "10-12-14 points",
        "5.55555555555.2015 points",
        "Kasım",
        "",
        "at on of",
    ],
)
def test_what_is_no_full_moment_has_no_value(line: str) -> None:
    """Nothing is guessed: no day, no value."""
    assert [one.value for one in stamps(line, 0, len(line)).items if one.value] == []


def test_a_date_may_begin_with_any_month_in_any_language() -> None:
    """No name of a month is passed over as a word with which no date begins."""
    for row in MONTHS.strip().splitlines():
        language, _, names = row.partition(": ")
        for number, variants in enumerate(names.split(";"), 1):
            for name in map(str.strip, variants.split(",")):
                line = f"{name} 3, 2025"
                (one,) = stamps(line, 0, len(line), language=language).items
                assert one.value == f"2025-{number:02}-03", (language, name)


def test_a_leading_date_is_found_before_a_report() -> None:
    """At the very start alone."""
    text = "17-06-2026 Seven civilians were hurt."
    found = leading(text, 0, len(text))
    assert found is not None
    assert (found.value, found.end) == ("2026-06-17", 10)
    assert leading("Seven civilians were hurt on 17-06-2026.", 0, 40) is None
