"""The verdicts of teams on their gaps of record, as each viewer may see them: cell by cell, and counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Row, and_, bindparam, case, func, or_, select

from data_access import schema
from data_access.catalogue import catalogue
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from data_access.visibility import asked_by, hidden_in
from equity.blanks import HIDDEN, NOT_APPLICABLE, NOT_DUE, NOT_REPORTED
from equity.catalogue import Catalogue, Measure, Network
from equity.periods import Period, display_grain, period_of
from equity.reporting import late_before

TERMS, TEAM, VERDICT = schema.team_measure.c, schema.team.c, schema.verdict.c
NOT_OWN = TERMS.team_id.not_in(bindparam("own_teams", expanding=True))
# A trend that rests mostly on hidden periods would tell what they hide.
TOO_LITTLE_SHOWN = func.coalesce(VERDICT.periods_hidden, 0) * 2 > func.coalesce(VERDICT.periods, 0)
IS_HIDDEN = case((or_(hidden_in(schema.team_measure), and_(NOT_OWN, TOO_LITTLE_SHOWN)), 1), else_=0)
WITH_VERDICT = schema.team_measure.join(schema.team, TEAM.team_id == TERMS.team_id).outerjoin(
    schema.verdict, and_(VERDICT.team_id == TERMS.team_id, VERDICT.measure_id == TERMS.measure_id)
)

GRID = (
    select(
        TERMS.team_id,
        TERMS.measure_id,
        TEAM.joined_on,
        TEAM.left_on,
        VERDICT.word,
        VERDICT.last_period,
        VERDICT.last_reported,
        IS_HIDDEN.label("is_hidden"),
        VERDICT.fitted_start,
        VERDICT.fitted_end,
        VERDICT.detectable_change,
        VERDICT.crossed,
        VERDICT.opposite,
        VERDICT.periods,
    )
    .select_from(WITH_VERDICT)
    .where(TERMS.team_id.in_(bindparam("team_ids", expanding=True)), TERMS.measure_id.in_(bindparam("measure_ids", expanding=True)))
    .order_by(TERMS.team_id, TERMS.measure_id)
)

COUNTS_BY = (TERMS.measure_id, TERMS.standing, TEAM.joined_on, TEAM.left_on, VERDICT.word, VERDICT.last_period, VERDICT.last_reported, IS_HIDDEN)
COUNTS = (
    select(
        TERMS.measure_id,
        TERMS.standing,
        TEAM.joined_on,
        TEAM.left_on,
        VERDICT.word,
        VERDICT.last_period,
        VERDICT.last_reported,
        IS_HIDDEN.label("is_hidden"),
        func.count().label("cells"),
    )
    .select_from(WITH_VERDICT)
    .group_by(*COUNTS_BY)
    .order_by(TERMS.measure_id, TERMS.standing)
)


@dataclass(frozen=True, slots=True)
class GridCell:
    """One team's verdict on one measure; exactly one of word and blank is None.

    start, end, detectable: fitted gap and smallest change that would show, as the verdict has them; None where there is a blank.
    """

    word: str | None
    blank: str | None
    start: float | None = None
    end: float | None = None
    detectable: float | None = None
    crossed: bool = False
    opposite: bool = False
    periods: int = 0
    last_period: Period | None = None


def verdict_grid(viewer: Viewer, team_ids: Sequence[str], measure_ids: Sequence[str]) -> dict[tuple[str, str], GridCell]:
    """A cell for every pair of team and measure; a measure that a team does not work on does not apply."""
    found = catalogue(viewer)
    key = ("verdict_grid", viewer.scope, found.network.as_of, tuple(team_ids), tuple(measure_ids))
    return dict(remembered(key, lambda: _grid(viewer, found, team_ids, measure_ids)))


def _grid(viewer: Viewer, found: Catalogue, team_ids: Sequence[str], measure_ids: Sequence[str]) -> dict[tuple[str, str], GridCell]:
    cells = {(team_id, measure_id): GridCell(None, NOT_APPLICABLE) for team_id in team_ids for measure_id in measure_ids}
    measures = {measure.measure_id: measure for measure in found.measures}
    asked = {"team_ids": list(team_ids), "measure_ids": list(measure_ids), **asked_by(viewer)}
    with reading() as connection:
        for row in connection.execute(GRID, asked).all():
            cells[row.team_id, row.measure_id] = _cell(row, measures[row.measure_id], found.network)
    return cells


def verdict_counts(viewer: Viewer) -> dict[tuple[str, str], dict[str, int]]:
    """How many teams have each verdict or blank, by measure and standing (core, own).

    Reads    over the teams that work on the measure; the counts are those of the cells.
    """
    found = catalogue(viewer)
    return remembered(("verdict_counts", viewer.scope, found.network.as_of), lambda: _counts(viewer, found))


def _counts(viewer: Viewer, found: Catalogue) -> dict[tuple[str, str], dict[str, int]]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    with reading() as connection:
        for row in connection.execute(COUNTS, asked_by(viewer)):
            blank = cell_blank(row, found.measure(row.measure_id), found.network)
            counts[row.measure_id, row.standing][blank or row.word] += row.cells
    return {key: dict(words) for key, words in counts.items()}


def cell_blank(row: Row, measure: Measure, network: Network) -> str | None:
    """Why a cell shows no verdict; None if it does.

    Reads    what came and bears no number was hidden by its source; hidden comes before late: whether a hidden report came tells nothing that is hidden.
    """
    if not measure.has_gap:
        return NOT_APPLICABLE
    if row.is_hidden:
        return HIDDEN
    late = late_before(measure, network, (row.joined_on, row.left_on))
    if late is not None and (row.last_reported is None or row.last_reported < late):
        return NOT_REPORTED
    if row.last_period is not None:
        return None
    return HIDDEN if row.last_reported else NOT_DUE


def _cell(row: Row, measure: Measure, network: Network) -> GridCell:
    blank = cell_blank(row, measure, network)
    if blank is not None:
        return GridCell(None, blank)
    last = _shown(row.last_period, display_grain(measure.grain))
    return GridCell(row.word, None, row.fitted_start, row.fitted_end, row.detectable_change, row.crossed, row.opposite, row.periods, last)


# The cells of a grid share a few last periods.
_shown = lru_cache(maxsize=512)(period_of)
