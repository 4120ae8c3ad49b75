"""What a store keeps as its release, as the rows that attackers read: what any role may be told, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Engine

from data_access.kept_release import OF_NETWORK, SHARE, KeptCell, kept_release
from data_access.releasing.policy import Policy
from data_access.releasing.released import places_in
from data_access.releasing.rounding import ENDLESS, NOBODY, band_ends
from equity.catalogue import OVERALL
from tests.attack.published import ALL, Key
from tests.attack.tidy import Row

HIDDEN = {"numerator": "", "denominator": "", "suppressed": "1", "rate": ""}


def kept_rows(engine: Engine, policy: Policy, measure_id: str, multiplier: int) -> dict[Key, Row]:
    """Every cell of a measure's release; periods by their first day."""
    return {key: kept_row(cell, policy, 100 if key[3] == SHARE else multiplier) for key, cell in kept_cells(engine, policy, measure_id)}


def kept_truth(engine: Engine, policy: Policy, measure_id: str) -> dict[Key, tuple[int, int]]:
    """The numbers that it was made from: after a first load, those that were reported."""
    return {key: (cell.numerator, cell.denominator) for key, cell in kept_cells(engine, policy, measure_id)}


def kept_cells(engine: Engine, policy: Policy, measure_id: str) -> Iterator[tuple[Key, KeptCell]]:
    """Each cell by team, day, stratifier and group."""
    with engine.connect() as connection:
        series = kept_release(connection, measure_id, policy).series
    for (team_id, stratifier_id, code), cells in series.items():
        team, group = team_id if team_id != OF_NETWORK else ALL, code if stratifier_id != OVERALL else ALL
        yield from (((team, day, stratifier_id, group), cell) for day, cell in cells.items())


def kept_row(cell: KeptCell, policy: Policy, multiplier: int) -> Row:
    """One cell as it is printed."""
    if cell.hidden:
        return HIDDEN
    if cell.band in (None, NOBODY):
        return counted_row(cell.numerator, cell.denominator)
    lowest, highest = band_ends(policy, cell.band)
    grain = policy.grains(multiplier)[cell.band]
    size = f">={lowest}" if highest >= ENDLESS else f"{lowest}-{highest}"
    return rated_row(f"{multiplier * cell.steps / grain:.{places_in(grain, multiplier)}f}", size)


def counted_row(numerator: object, denominator: object) -> Row:
    """Counts as they are."""
    return {"numerator": f"{numerator}", "denominator": f"{denominator}", "suppressed": "", "rate": ""}


def rated_row(rate: str, size: str) -> Row:
    """A rate and the size of its denominator."""
    return {"numerator": "", "denominator": size, "suppressed": "", "rate": rate}


def with_keys(rows: dict[Key, Row]) -> Iterator[Row]:
    """The same as rows that say what they are of."""
    for (team, period, dimension, group), row in rows.items():
        yield {**row, "team": team, "period": period, "dimension": dimension, "group": group}
