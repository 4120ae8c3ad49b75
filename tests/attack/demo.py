"""The demo network's counts by quarter, straight from its files: what a release of it is made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from data_access.releasing.table import Groups, Subject, Table, table_of
from equity.catalogue import OVERALL
from seed_data.tables import DEMO, Row, rows_of
from tests.attack.networks import Cells


def demo_tables() -> Iterator[Table]:
    """A table for each measure of the demo network."""
    measures = {row["measure_id"]: row for row in rows_of(DEMO, "measures")}
    observations: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of(DEMO, "observations"):
        observations[row["measure_id"]].append(row)
    for measure_id, measure in measures.items():
        cells = quarters(observations[measure_id])
        used = {cell[1] for cell in cells} - {OVERALL}
        groups = [groups_of(stratifier_id) for stratifier_id in sorted(used)]
        yield table_of(Subject(measure_id, int(measure["multiplier"]), measure["number"] == "proportion"), groups, cells)


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
