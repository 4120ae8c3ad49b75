"""Small stores that tests write down as tables, and can check by hand."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime

from sqlalchemy import Engine, insert, select

from data_access import schema
from data_access.engine import writing
from data_access.kept_tables import keep_tables
from data_access.levels_job import keep_levels
from equity.catalogue import ALL, OVERALL
from equity.periods import GRAINS, add_months

NETWORK = {
    "network_id": "kc",
    "name": "Kansas City",
    "starts_on": date(2025, 1, 1),
    "months": 18,
    "as_of": date(2025, 12, 31),
    "synthetic": True,
    "release_policy": "public_data",
}
MEASURE = {
    "measure_id": "bp",
    "name": "Blood pressure under control",
    "short_name": "Blood pressure",
    "kind": "outcome",
    "number": "proportion",
    "numerator_words": "patients under 140/90",
    "denominator_words": "patients with high blood pressure",
    "people": "patients",
    "improvement_direction": "higher",
    "unit": "%",
    "multiplier": 100,
    "grain": "month",
    "due_days": 45,
    "stratifier_id": "race",
    "reference_group": "others",
    "focus_group": "black",
    "scale": "difference",
    "meaningful_change": 5.0,
}
GROUPS = {"black": "group", "hispanic": "group", "white": "group", "unknown": "unknown"}


class Builder:
    """Writes one network with the stratifiers race and overall, a measure, and what teams reported.

    Nothing is kept (summary, verdicts, version) before `keep`.
    """

    def __init__(self, engine: Engine, *, groups: Mapping[str, str] = GROUPS, **network: object) -> None:
        self.engine = engine
        self.insert(schema.network, {**NETWORK, **network})
        self.insert(
            schema.stratifier,
            {"stratifier_id": OVERALL, "name": "Everyone", "ordered": False},
            {"stratifier_id": "race", "name": "Race and ethnicity", "ordered": False, "version": "2024"},
        )
        self.insert(schema.stratifier_group, group_row(OVERALL, ALL, 1, "group"))
        self.insert(schema.stratifier_group, *(group_row("race", code, at, kind) for at, (code, kind) in enumerate(groups.items(), 1)))
        self.load()

    def insert(self, table: object, *rows: Mapping[str, object]) -> None:
        with writing(self.engine) as connection:
            for row in rows:
                connection.execute(insert(table), [row])

    def load(self, load_id: int = 1, **changes: object) -> None:
        row = {"load_id": load_id, "loaded_at": datetime(2026, 1, 5, 14, 3, tzinfo=UTC), "loaded_by": "Ada", "data_through": date(2025, 12, 31)}
        counts = dict.fromkeys(("rows_added", "rows_changed", "rows_unchanged", "rows_rejected"), 0)
        self.insert(schema.load, {**row, **counts, **changes})

    def measure(self, **changes: object) -> None:
        self.insert(schema.measure, {**MEASURE, **changes})

    def team(self, team_id: str, measure_id: str = "bp", *, standing: str = "core", terms: Mapping[str, object] | None = None, **changes: object) -> None:
        """A team that works on the measure; called again for another measure."""
        with self.engine.connect() as connection:
            known = connection.scalar(select(schema.team.c.team_id).where(schema.team.c.team_id == team_id))
        if known is None:
            self.insert(schema.team, {"team_id": team_id, "name": f"Team {team_id}", **changes})
        self.insert(schema.team_measure, {"team_id": team_id, "measure_id": measure_id, "standing": standing, **(terms or {})})

    def reports(self, table: str, *, measure_id: str = "bp", number: str = "proportion") -> None:
        """One line a series: team, group (all = everyone), first period's first day, then one cell a period of the measure's own.

        A cell: 3/10, a blank's code, a blank's code with the denominator that it keeps (hidden_at_source/40), or - for no row.
        """
        with self.engine.connect() as connection:
            grain = connection.scalar(select(schema.measure.c.grain).where(schema.measure.c.measure_id == measure_id))
        for line in filter(None, (line.split() for line in table.splitlines())):
            self._report(line, measure_id, number, grain)

    def _report(self, line: list[str], measure_id: str, number: str, grain: str) -> None:
        team_id, group_code, first, *cells = line
        key = {"team_id": team_id, "measure_id": measure_id, "number": number, "group_code": group_code}
        with writing(self.engine) as connection:
            made = connection.execute(insert(schema.series), {**key, "stratifier_id": OVERALL if group_code == ALL else "race"})
            series_id = made.inserted_primary_key[0]
            rows = [
                cell_row(cell) | {"period_start": day}
                for cell, day in zip(cells, days_from(date.fromisoformat(first), grain, len(cells)), strict=True)
                if cell != "-"
            ]
            connection.execute(insert(schema.observation), [{**row, "series_id": series_id, "number": number, "load_id": 1} for row in rows])

    def keep(self, measure_ids: Collection[str] = ("bp",)) -> None:
        """Summary, verdicts, levels and a new version, as a load leaves them."""
        with writing(self.engine) as connection:
            keep_levels(connection)
            keep_tables(connection, set(measure_ids))


def group_row(stratifier_id: str, group_code: str, position: int, kind: str) -> dict[str, object]:
    label = group_code.capitalize()
    return {"stratifier_id": stratifier_id, "group_code": group_code, "label": label, "short_label": label, "position": position, "kind": kind}


def days_from(first: date, grain: str, count: int) -> list[date]:
    return [add_months(first, at * GRAINS[grain]) for at in range(count)]


def cell_row(cell: str) -> dict[str, object]:
    """One observation's counts."""
    left, _, right = cell.partition("/")
    denominator = int(right) if right else None
    if left.isdigit():
        return {"numerator": int(left), "denominator": denominator, "blank_reason": None}
    return {"numerator": None, "denominator": denominator, "blank_reason": left}
