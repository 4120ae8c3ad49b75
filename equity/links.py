"""The three scales on which rates may be compared over time: differences, ratios, odds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

Curve = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Link:
    """A scale: of = its value for a rate, back = the rate of a value, steepness = change of the rate for a step on the scale."""

    name: str
    of: Curve
    back: Curve
    steepness: Curve


def logistic(value: np.ndarray) -> np.ndarray:
    """The rate whose log odds these are; far values give 0 and 1 without overflow."""
    return (1 + np.tanh(value / 2)) / 2


IDENTITY = Link("identity", of=lambda rate: rate, back=lambda value: value, steepness=np.ones_like)
# A rate beyond e^700 overflows; a fit on its way there is halved back in any case.
LOG = Link("log", of=np.log, back=lambda value: np.exp(np.minimum(value, 700.0)), steepness=lambda rate: rate)
LOGIT = Link("logit", of=lambda rate: np.log(rate / (1 - rate)), back=logistic, steepness=lambda rate: rate * (1 - rate))
LINKS = {link.name: link for link in (IDENTITY, LOG, LOGIT)}
