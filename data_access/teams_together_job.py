"""Makes each core measure's gap inside its teams and between them, in the transaction of the load; pages only read it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, insert

from data_access import schema
from equity.catalogue import Measure
from equity.counts import Count, GapSeries
from equity.periods import Period
from equity.teams_together import TOGETHER_VERSION, TeamsTogether, teams_together

EMPTY = delete(schema.teams_together).where(schema.teams_together.c.measure_id.in_(bindparam("measure_ids", expanding=True)))
FILL = insert(schema.teams_together)


class LatestPairs:
    """Gathers each core team's two counts of the latest period that any of them reported, as everybody may see them."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self.by_period: dict[Period, list[tuple[Count, Count]]] = {}

    def add(self, series: Iterable[GapSeries]) -> None:
        """The released gaps of some more teams."""
        for gap in series:
            for period, *pair in zip(gap.periods, gap.focus, gap.reference, strict=True):
                if all(count.known for count in pair):
                    self.by_period.setdefault(period, []).append((pair[0], pair[1]))

    def keep(self, connection: Connection) -> None:
        """Write what they say together; nothing where no team's gap can be shown."""
        if not self.by_period:
            return
        period = max(self.by_period)
        found = teams_together(self.by_period[period], self.measure)
        connection.execute(FILL, {"measure_id": self.measure.measure_id, "period_start": period.start, **values_of(found), "rules_version": TOGETHER_VERSION})


def empty_together(connection: Connection, measure_ids: list[str]) -> None:
    """Forget what was kept of these measures."""
    connection.execute(EMPTY, {"measure_ids": measure_ids})


def values_of(found: TeamsTogether) -> dict[str, object]:
    """The columns of one result; None where a number could not be computed."""
    inside = found.inside
    estimates = {"difference": inside.difference, "ratio": inside.ratio, "mean": found.mean, "prediction": found.prediction}
    ends = {f"{name}{end}": getattr(one, part) for name, one in estimates.items() for end, part in (("", "value"), ("_low", "low"), ("_high", "high"))}
    numbers = {"crude_difference": inside.crude_difference, "crude_ratio": inside.crude_ratio, **ends}
    return {"teams": inside.teams, **{name: None if value != value else float(value) for name, value in numbers.items()}}
