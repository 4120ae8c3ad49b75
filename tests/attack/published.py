"""Reads published cells as an outsider: tidy CSV rows turned into what each number can be."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

# An outsider believes no count beyond this.
CAP = 10_000_000
FEWEST = 11
ALL = "ALL"
# Where a group would stand: people whose group is not known, over everyone.
SHARE = "(unknown)"

Key = tuple[str, str, str, str]
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """One published cell. numerator, denominator: least and most; rate: least and most share; hidden: a marker stands there."""

    numerator: Range = (0, CAP)
    denominator: Range = (0, CAP)
    rate: tuple[Fraction, Fraction] | None = None
    hidden: bool = False

    @property
    def is_exact(self) -> bool:
        return self.numerator[0] == self.numerator[1] and self.denominator[0] == self.denominator[1]


@dataclass(frozen=True, slots=True)
class Published:
    """Everything that was seen of one measure: cells by team, period, dimension and group.

    pools: by dimension, the groups put together; unknown: by dimension, the groups that a share counts; untied: sums, whole first, that the
    attacker knows not to hold, for groups may be reported for other months than everyone.
    """

    cells: Mapping[Key, Seen]
    pools: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    unknown: Mapping[str, Sequence[str]] = field(default_factory=dict)
    untied: frozenset[tuple[Key, ...]] = frozenset()

    def knowing(self, rows: Iterable[Mapping[str, str]]) -> Published:
        """The same for one who has these exact numbers as well."""
        return replace(self, cells={**self.cells, **seen_cells(rows, 100)})


def read_published(path: Path, multiplier: int, pools: Mapping[str, Mapping[str, list[str]]]) -> Published:
    """What a file of published cells says."""
    with path.open(newline="", encoding="utf-8") as stream:
        return Published(seen_cells(csv.DictReader(stream), multiplier), pools)


def seen_cells(rows: Iterable[Mapping[str, str]], multiplier: int) -> dict[Key, Seen]:
    """Each row as the numbers that it allows."""
    return {(row["team"], row["period"], row["dimension"], row["group"]): seen(row, multiplier) for row in rows}


def seen(row: Mapping[str, str], multiplier: int) -> Seen:
    """A marker hides both numbers; nobody would mark a group without people."""
    if row["suppressed"]:
        return Seen(denominator=(1, CAP), hidden=True)
    return Seen(number_range(row["numerator"]), number_range(row["denominator"]), rate_range(row["rate"], multiplier))


def number_range(text: str) -> Range:
    """20-49, >=1000000, 37, or nothing."""
    if text.startswith(">="):
        return int(text[2:]), CAP
    low, dash, high = text.partition("-")
    return (int(low), int(high) if dash else int(low)) if low else (0, CAP)


def rate_range(text: str, multiplier: int) -> tuple[Fraction, Fraction] | None:
    """The shares that round to what is printed, by its decimals."""
    if not text:
        return None
    half = Fraction(1, 2 * 10 ** len(text.partition(".")[2]))
    return max(Fraction(0), (Fraction(text) - half) / multiplier), (Fraction(text) + half) / multiplier
