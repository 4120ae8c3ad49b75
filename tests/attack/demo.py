"""The demo network's counts by quarter, straight from its files: what a release of it is made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from data_access.releasing.table import Groups, Subject, Table, table_of
from equity.catalogue import OVERALL
from seed_data.tables import DEMO, UPDATE, Row, rows_of
from tests.attack.networks import Cells
from tests.attack.stored import by_day
from tests.attack.told import Exact, exact_of

# The demo as it was first reported, and with what came late or was restated.
LOADS = ((DEMO,), (DEMO, UPDATE))
NAMES = ("team_id", "stratifier_id", "group_code", "period_start")


def demo_tables() -> Iterator[Table]:
    """A table for each measure of the demo network."""
    measures = {row["measure_id"]: row for row in rows_of(DEMO, "measures")}
    observations: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(DEMO, "observations"):
        observations[row["measure_id"]].append(row)
    for measure_id, measure in measures.items():
        cells = quarters(observations[measure_id])
        yield table_of(Subject(measure_id, int(measure["multiplier"]), measure["number"] == "proportion"), groups_in(cells), cells)


def demo_exact(measure_id: str, folders: Sequence[Path]) -> Exact:
    """What the teams themselves know of a measure once these folders are loaded, periods by their first day: a later row takes the place of one before."""
    rows = {tuple(row[name] for name in NAMES): row for folder in folders for row in rows_of(folder, "observations") if row["measure_id"] == measure_id}
    measure = next(row for row in rows_of(DEMO, "measures") if row["measure_id"] == measure_id)
    cells = by_day(quarters(list(rows.values())))
    subject = Subject(measure_id, int(measure["multiplier"]), measure["number"] == "proportion")
    return exact_of(table_of(subject, groups_in(cells), cells), groups_in(cells))


def groups_in(cells: Cells) -> list[Groups]:
    """How the people of these cells are divided."""
    return [groups_of(stratifier_id) for stratifier_id in sorted({cell[1] for cell in cells} - {OVERALL})]


def quarters(rows: list[Row]) -> Cells:
    """Months put together as they are shown."""
    sums: Cells = defaultdict(lambda: (0, 0))
    for row in rows:
        if row["numerator"]:
            cell = (row["team_id"], row["stratifier_id"], row["group_code"], quarter_of(row["period_start"]))
            sums[cell] = (sums[cell][0] + int(row["numerator"]), sums[cell][1] + int(row["denominator"]))
    return dict(sums)


def quarter_of(day: str) -> str:
    """2025-Q1 of 2025-02-01."""
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def groups_of(stratifier_id: str) -> Groups:
    """The groups of a stratifier."""
    rows = [row for row in rows_of(DEMO, "groups") if row["stratifier_id"] == stratifier_id]
    known, unknown = (tuple(row["group_code"] for row in rows if (row["kind"] == "group") is wanted) for wanted in (True, False))
    return Groups(stratifier_id, known, unknown)
