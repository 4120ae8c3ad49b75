"""All that one part of a load brings, read into memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from data_access.loading.csv_source import Source, Tick
from data_access.loading.faults import Faults
from data_access.loading.inputs import Part
from data_access.loading.observations import Observations, read_observations
from data_access.loading.parse import Row, parse_rows
from data_access.loading.tables import FILES, OBSERVATIONS


@dataclass(frozen=True, slots=True)
class Batch:
    """Definitions as rows, by file; observations as columns, with the sums of their files and of the mapping."""

    vintage: date | None
    sources: Sequence[Source]
    rows: dict[str, list[Row]]
    observations: Observations
    digests: frozenset[str]
    mapping: frozenset[str]


def read_batch(part: Part, faults: Faults, tick: Tick) -> Batch:
    """Everything of a part; what cannot be read becomes a fault."""
    rows: dict[str, list[Row]] = {name: [] for name in FILES if name != OBSERVATIONS.name}
    for one in part.inputs:
        if one.file is not OBSERVATIONS:
            rows[one.file.name].extend(parse_rows(one, faults, tick))
    counted = [one for one in part.inputs if one.file is OBSERVATIONS]
    observations = read_observations(counted, faults, tick)
    return Batch(part.vintage, part.sources, rows, observations, frozenset(one.sha256 for one in counted), part.mapping)
