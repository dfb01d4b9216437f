"""The learned judgement whether two reports tell of one happening: a logistic regression and a background of word frequencies."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import WeightsError

FILE = "stories.json"


@dataclass(frozen=True)
class Judgement:
    """`coefficients` over the features of `stories.likeness`; `cut`: the mean probability at which average link stops; `background`:
    for common stems the share of news articles that have them."""

    coefficients: NDArray[np.float64]
    bias: float
    cut: float
    background: Mapping[str, float]

    def probability(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """[pairs, features] -> [pairs]."""
        return np.asarray(1 / (1 + np.exp(-(features @ self.coefficients + self.bias))), dtype=np.float64)


@cache
def load() -> Judgement:
    """The packaged judgement. Raises WeightsError where the file is missing or damaged."""
    try:
        read = json.loads((files("onrecord.learned") / FILE).read_text(encoding="utf-8"))
        return Judgement(
            np.array(read["coefficients"], dtype=float), float(read["bias"]), float(read["cut"]), read["background"]
        )
    except (OSError, ValueError, KeyError) as error:
        raise WeightsError(
            f"learned/{FILE} cannot be read ({error}): install onrecord anew, or run `python -m onrecord.training.stories`"
        ) from error
