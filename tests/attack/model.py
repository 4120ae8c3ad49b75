"""All arithmetic that published cells of one period allow, as linear rows over whole numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil, floor

import numpy as np
from scipy.sparse import csr_array

from tests.attack.published import FEWEST, Key, Published, Range, Seen
from tests.attack.sums import shares_of, sums_of

NUMERATOR, DENOMINATOR, REST = "numerator", "denominator", "complement"
UNLIMITED = np.inf
# Larger bands have a fraction for every rate.
LISTED_UP_TO = 1_000
Terms = dict[int, float]


def fraction_ends(seen: Seen) -> tuple[Range, Range]:
    """Least and most numerator and denominator of the whole numbers whose fraction rounds to the printed rate."""
    low, high = seen.denominator
    if seen.rate is None or high > LISTED_UP_TO:
        return seen.numerator, seen.denominator
    sizes = np.arange(max(low, 1), high + 1)
    least, most = (np.array([turn(end * int(size)) for size in sizes]) for turn, end in ((ceil, seen.rate[0]), (floor, seen.rate[1])))
    least, most = np.maximum(least, FEWEST if seen.rate[0] else 0), np.minimum(most, sizes if seen.rate[1] > 1 else sizes - FEWEST)
    fit = least <= most
    if not fit.any():
        return seen.numerator, seen.denominator
    return (int(least[fit].min()), int(most[fit].max())), (int(sizes[fit].min()), int(sizes[fit].max()))


@dataclass(slots=True)
class Model:
    """Two unknowns a cell (numerator at 2i, denominator at 2i + 1), between bounds; rows: low <= terms <= high."""

    keys: list[Key] = field(default_factory=list)
    places: dict[Key, int] = field(default_factory=dict)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    rows: list[tuple[Terms, float, float]] = field(default_factory=list)
    hidden: dict[Key, int] = field(default_factory=dict)

    def add_cell(self, key: Key, seen: Seen) -> None:
        """A cell with its bounds, its rate, and what the rule says of whatever is printed."""
        place = self.places[key] = 2 * len(self.keys)
        self.keys.append(key)
        for least, most in fraction_ends(seen):
            self.low.append(least)
            self.high.append(most)
        self.rows.append(({place: -1, place + 1: 1}, 0, UNLIMITED))
        if seen.hidden:
            self.hidden[key] = place
        if seen.rate is None:
            return
        least, most = seen.rate
        if least:
            self.rows.append(({place: 1, place + 1: -float(least)}, 0, UNLIMITED))
        self.rows.append(({place: 1, place + 1: -float(most)}, -UNLIMITED, 0))
        self._add_rule(place, nothing=least == 0, everything=most > 1)

    def _add_rule(self, place: int, *, nothing: bool, everything: bool) -> None:
        if nothing:
            self.high[place] = 0
        else:
            self.low[place] = max(self.low[place], FEWEST)
        self.rows.append(({place: -1, place + 1: 1}, 0 if everything else FEWEST, 0 if everything else UNLIMITED))

    def add_drift(self, before: int, after: int, drift: int) -> None:
        """A cell whose numbers differ by no more than this between two loads."""
        for number in (0, 1):
            self.rows.append(({before + number: -1.0, after + number: 1.0}, -drift, drift))

    def copy(self) -> Model:
        """Another that can be added to."""
        return Model(list(self.keys), dict(self.places), list(self.low), list(self.high), list(self.rows), dict(self.hidden))

    def add_sum(self, whole: Key, parts: list[Key]) -> None:
        """The whole is the sum of its parts, in both numbers."""
        for number in (0, 1):
            terms = {self.places[part] + number: 1.0 for part in parts} | {self.places[whole] + number: -1.0}
            self.rows.append((terms, 0, 0))

    def add_sums(self, cells: dict[Key, Seen], published: Published) -> None:
        """Every sum of which the whole is published."""
        for whole, parts in sums_of(cells, published):
            if whole in cells and (whole, *parts) not in published.untied:
                self.add_sum(whole, parts)
        for key, people, everyone in shares_of(cells, published):
            if (key, *people) not in published.untied:
                self.rows.append(({self.places[one] + 1: 1.0 for one in people} | {self.places[key]: -1.0}, 0, 0))
            if everyone in cells and (key, everyone) not in published.untied:
                self.rows.append(({self.places[everyone] + 1: 1.0, self.places[key] + 1: -1.0}, 0, 0))

    def terms(self, key: Key, number: str) -> Terms:
        """What stands for a number of this cell."""
        place = self.places[key]
        return {NUMERATOR: {place: 1.0}, DENOMINATOR: {place + 1: 1.0}, REST: {place: -1.0, place + 1: 1.0}}[number]

    def matrix(self) -> tuple[csr_array, np.ndarray, np.ndarray]:
        """The rows as a sparse matrix with their ends."""
        data = [(row, at, value) for row, (terms, _, _) in enumerate(self.rows) for at, value in terms.items()]
        rows, columns, values = zip(*data, strict=True)
        low, high = (np.array([one[end] for one in self.rows], dtype=float) for end in (1, 2))
        return csr_array((values, (rows, columns)), shape=(len(self.rows), len(self.low))), low, high


def models(published: Published) -> Iterator[Model]:
    """A model for each period: nothing is published over more than one.

    Raises   ValueError where periods overlap, for then more could be got by subtraction than is tried here.
    """
    by_period: dict[str, dict[Key, Seen]] = defaultdict(dict)
    for key, seen in published.cells.items():
        by_period[key[1]][key] = seen
    if len({len(period.partition("-Q")[2]) for period in by_period}) > 1:
        raise ValueError("Two divisions of time are published.")
    for cells in by_period.values():
        yield model_of(cells, published)


def model_of(cells: dict[Key, Seen], published: Published) -> Model:
    """The cells of one period with their sums."""
    model = Model()
    for key, seen in cells.items():
        model.add_cell(key, seen)
    model.add_sums(cells, published)
    return model
