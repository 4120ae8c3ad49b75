"""What the rules of charts found in teams' gaps of record, as it was computed when data were loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, select

from data_access import schema
from data_access.store import reading
from data_access.verdict_grid import IS_HIDDEN, TERMS, VERDICT
from data_access.viewer import Viewer
from data_access.visibility import asked_by

SIGNAL = schema.signal.c
# A signal tells as much of hidden periods as a verdict does: where that is hidden, so is this.
SIGNALS = (
    select(SIGNAL.team_id, SIGNAL.measure_id, SIGNAL.rule, SIGNAL.side, SIGNAL.first_period, SIGNAL.last_period, SIGNAL.seen, SIGNAL.allowed)
    .join(schema.team_measure, and_(TERMS.team_id == SIGNAL.team_id, TERMS.measure_id == SIGNAL.measure_id))
    .join(schema.verdict, and_(VERDICT.team_id == SIGNAL.team_id, VERDICT.measure_id == SIGNAL.measure_id))
    .where(SIGNAL.team_id.in_(bindparam("team_ids", expanding=True)), SIGNAL.measure_id.in_(bindparam("measure_ids", expanding=True)), IS_HIDDEN == 0)
    .order_by(SIGNAL.team_id, SIGNAL.measure_id, SIGNAL.number)
)


@dataclass(frozen=True, slots=True)
class KeptSignal:
    """One finding of one rule on a team's gap. side: 1 a larger gap, -1 a smaller one, 0 the whole series; periods by their first days."""

    rule: str
    side: int
    first_period: date
    last_period: date
    seen: int
    allowed: int | None


def kept_signals(viewer: Viewer, team_ids: Sequence[str], measure_ids: Sequence[str]) -> dict[tuple[str, str], tuple[KeptSignal, ...]]:
    """The signals of each pair of team and measure that has any, in the order of the rules."""
    found: dict[tuple[str, str], list[KeptSignal]] = defaultdict(list)
    asked = {"team_ids": list(team_ids), "measure_ids": list(measure_ids), **asked_by(viewer)}
    with reading() as connection:
        for team_id, measure_id, *signal in connection.execute(SIGNALS, asked):
            found[team_id, measure_id].append(KeptSignal(*signal))
    return {pair: tuple(signals) for pair, signals in found.items()}
