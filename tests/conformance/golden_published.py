"""published/: printed values of worked examples, whose inputs are read from the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import log, sqrt

from equity.counts import Count
from equity.disparity import rate_difference
from equity.rates import rate_estimate, wilson_interval
from tests.conformance.files import Golden, number
from tests.conformance.registry import compares
from tests.conformance.values import NotComparable, Ours, Value
from tests.examples import measure_like

SHARE = measure_like(multiplier=1)
ONE = re.compile(r"^(\d+)/(\d+)$")
TWO = re.compile(r"^(\d+)/(\d+) - (\d+)/(\d+)$")
RISKS = re.compile(r"^RR ([\d.]+) \(([\d.]+)-([\d.]+)\) vs ([\d.]+) \(([\d.]+)-([\d.]+)\)$")
# Standard error of a log from its printed 95 % limits.
LIMITS_APART = 3.92


def wilson(x: str, n: str) -> tuple[float, ...]:
    return wilson_interval(int(x), int(n))


def newcombe(x1: str, n1: str, x2: str, n2: str) -> tuple[float, ...]:
    first, second = (rate_estimate(Count(int(x), int(n)), SHARE) for x, n in ((x1, n1), (x2, n2)))
    found = rate_difference(first, second)
    return found.low, found.high


def log_difference(*printed: str) -> tuple[float, ...]:
    """Altman and Bland 2003: difference of two log relative risks, its error, z."""
    risk1, low1, high1, risk2, low2, high2 = map(float, printed)
    difference = log(risk1) - log(risk2)
    error = sqrt(sum((log(high / low) / LIMITS_APART) ** 2 for low, high in ((low1, high1), (low2, high2))))
    return difference, error, difference / error


READERS: tuple[tuple[re.Pattern[str], Callable[..., tuple[float, ...]]], ...] = ((ONE, wilson), (TWO, newcombe), (RISKS, log_difference))


def worked(inputs: str) -> tuple[float, ...] | None:
    """Our values of an example; None where its inputs are not in the text."""
    for pattern, compute in READERS:
        found = pattern.match(inputs)
        if found:
            return compute(*found.groups())
    return None


@compares("published", "published_worked_examples.csv", given="source quantity inputs recomputed agrees tolerance note")
def worked_examples(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        printed = [text.strip() for text in row["published"].split(";")]
        found: tuple[Ours, ...] | None = worked(row["inputs"])
        if found is None:
            found = (NotComparable("the survey behind the example is not supplied"),) * len(printed)
        for text, ours in zip(printed, found, strict=True):
            yield Value(f"{row['quantity']} {row['inputs']}", "published", text, ours, "own", number(row["tolerance"]))
