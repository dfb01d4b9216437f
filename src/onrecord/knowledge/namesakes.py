"""Common names that stand for the people of a text where the network reads it (`reading.namesakes`). Our own lists.

In: nothing. Out: `GIVEN` by gender, `SURNAMES`, in the order in which they are given out; `NO_SURNAMES`: what stands with a capital behind a
given name and is no surname ("St Peter Square").
"""

from __future__ import annotations

from typing import Final

GIVEN: Final[dict[str, tuple[str, ...]]] = {
    "m": tuple("John David Michael Robert James William Richard Mark Paul Steven Andrew Kevin Brian George Edward Eric Stephen Gary Frank Scott Jeffrey Gregory Patrick Dennis".split()),
    "f": tuple("Mary Linda Barbara Elizabeth Jennifer Maria Margaret Nancy Karen Lisa Sarah Anna Julia Ruth Sharon Michelle Carol Amanda Deborah Rachel Carolyn Janet Catherine Diane".split()),
}  # fmt: skip
SURNAMES: Final = tuple(
    "Smith Johnson Williams Jones Davis Miller Wilson Moore Taylor Anderson Harris Martinez Garcia Clark Rodriguez Lewis Walker Hall Allen Wright "
    "Lopez Hernandez Adams Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Sanchez Morris Rogers Reed "
    "Morgan Murphy Bailey Rivera Cooper Richardson Cox Howard Ward Torres Peterson".split()
)  # fmt: skip
NO_SURNAMES: Final = frozenset(
    "Square Street Avenue Road Lane Boulevard University College School Institute Hospital Church Cathedral Airport Island Islands Park Prize Center Centre "
    "Foundation Day Award Airlines Bank Stadium Hotel House Palace Court Theater Theatre Museum Library Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday January February March April May June July August September October November December And Of The In On At For From To With By "
    "Said Says Is Was Has Had Will Who Jr Sr Republican Democrat Democratic Muslim Christian Jewish".split()
)  # fmt: skip
