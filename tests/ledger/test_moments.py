"""Moments as a person types them: what there is, and what there is not."""

from __future__ import annotations

import pytest

from onrecord.errors import LedgerError
from onrecord.ledger.identity import one_of, shortened
from onrecord.ledger.moments import day, moment


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026-03-02", "2026-03-02T23:59:59.999999Z"),
        ("2026-03-02T10:00+02:00", "2026-03-02T08:00:00.000000Z"),
        ("0999-01-01T00:00", "0999-01-01T00:00:00.000000Z"),
        (" 2026-03-02 ", "2026-03-02T23:59:59.999999Z"),
    ],
)
def test_moments_sort_as_text(typed, kept) -> None:
    """A day means its end, a year before 1000 keeps its four digits."""
    assert moment(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["9" * 400, "99999999999-01-01", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "2026-02-30", "2026-W10-1", "yesterday", "", "\ud800", "20260302", "２０２６-03-02"],
)  # fmt: skip
def test_what_is_no_moment_is_told_in_a_line(typed) -> None:
    """However long or odd: the words (cut), and what is right."""
    with pytest.raises(LedgerError, match="write it as ISO 8601") as told:
        moment(typed)
    assert len(str(told.value)) < 200
    if "T" not in typed:
        with pytest.raises(LedgerError, match="is no day that there is"):
            day(typed)


def test_ids_are_cut_to_what_tells_them_apart() -> None:
    """Nine characters, more where two begin alike; and one that may be several says which, so far as it must."""
    ids = ["r69268e21" + "01" * 12, "r69268e21" + "02" * 12, "r7" + "0" * 31]
    assert list(shortened(ids).values()) == ["r69268e2101", "r69268e2102", "r70000000"]
    with pytest.raises(LedgerError, match="r69268e2 may be r69268e2101, r69268e2102: give more"):
        one_of("r69268e2", ids[:2])
