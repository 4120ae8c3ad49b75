"""How much stays visible under a policy: of team x group x quarter cells, of gaps of which both sides are shown, of network cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

import numpy as np

from data_access.releasing.released import Release
from data_access.releasing.table import TOTAL, others_of


@dataclass(frozen=True, slots=True)
class Visible:
    """(shown, all) of each kind of cell."""

    cells: tuple[int, int]
    totals: tuple[int, int]
    gaps: tuple[int, int]
    network: tuple[int, int]


def visible(release: Release) -> Visible:
    """What is shown of one measure."""
    table, said, asked = release.table, release.said, release.table.shown
    groups = table.is_shown & ~table.is_pool & np.array([column != TOTAL for column in table.columns])
    pairs = [(at, pool) for at, (stratifier_id, code) in enumerate(table.columns) for pool in places(table.columns, (stratifier_id, others_of(code)))]
    return Visible(
        cells=share(said[:-1, groups], asked[:-1, groups]),
        totals=share(said[:-1, :1], asked[:-1, :1]),
        gaps=tuple(sum(int((flag[:-1, one] & flag[:-1, pool]).sum()) for one, pool in pairs) for flag in (said, asked)),
        network=share(said[-1], asked[-1]),
    )


def places(columns: tuple, wanted: tuple[str, str]) -> list[int]:
    return [at for at, column in enumerate(columns) if column == wanted]


def share(said: np.ndarray, asked: np.ndarray) -> tuple[int, int]:
    """How many are shown, of how many."""
    return int(said.sum()), int(asked.sum())


def together(parts: Iterable[Visible]) -> Visible:
    """Several measures or networks put together."""
    found = list(parts)
    return Visible(*(tuple(sum(getattr(one, field.name)[end] for one in found) for end in (0, 1)) for field in fields(Visible)))
