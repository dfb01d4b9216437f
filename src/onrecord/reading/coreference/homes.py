"""Whose country: for persons whose title names none, from the body whose office they hold, the state that they sit for, or the only
government that the text speaks of ("President Marsh" where the White House alone is named)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.gazetteer.states import state_named
from onrecord.knowledge.organizations import organization_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.reading.coreference.figures import Figure

NATIONAL = frozenset(
    ("president", "vice president", "prime minister", "secretary of state", "senator", "representative", "congressman", "congresswoman", "speaker", "attorney general",
     "chancellor", "foreign minister", "defense minister", "finance minister", "interior minister", "majority leader", "minority leader", "defense secretary",
     "treasury secretary", "press secretary", "chief justice", "home secretary", "foreign secretary", "lawmaker", "national security adviser", "national security advisor"),
)  # fmt: skip
PARTIES = frozenset({"republican", "democratic", "gop"})


def tell_countries(figures: Sequence[Figure]) -> None:
    """Fills in the country of persons that have none and whose titles tell it."""
    governments = {
        f.country for f in figures if f.country and (f.sort == "office" or (f.sort == "body" and "LEG" in f.sectors))
    }
    only = next(iter(governments)) if len(governments) == 1 else None
    holders = {(f.country, noun) for f in figures if f.human and f.country for noun, _ in f.callings}
    for figure in figures:
        if figure.human and figure.country is None and figure.titles:
            figure.country = _by_title(figure) or (
                only if only and _holds_national_office(figure, only, holders) else None
            )


def _by_title(figure: Figure) -> str | None:
    for title in figure.titles.values():
        if title.of and (body := organization_named(title.of)) and body.country:
            return body.country
        if title.of and (state := state_named(title.of)):
            return state.country
        if PARTIES & set(title.title.lower().split()):
            return "USA"
    return None


def _holds_national_office(figure: Figure, country: str, holders: set[tuple[str, str]]) -> bool:
    for noun, _ in figure.callings:
        office = next((one for one in NATIONAL if noun == one or noun.endswith(" " + one)), None)
        if office is not None and not (
            office in ("president", "prime minister", "chancellor") and (country, office) in holders
        ):
            return True
    return False
