"""What everybody may see of exact counts: what the release says of each, and nothing where it says nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection

from data_access.exact_gaps import ExactGap, GapQuestion, TeamTerms
from data_access.kept_release import OF_NETWORK, SHARE, KeptCell, KeptRelease, kept_series
from data_access.release import release_count
from data_access.releasing.policy import Policy, policy_named
from data_access.releasing.released import surrogate
from data_access.releasing.rounding import NOBODY, band_ends
from data_access.releasing.table import Column, Subject
from data_access.viewer import Viewer
from data_access.visibility import hides
from equity.catalogue import Measure, Network
from equity.counts import HIDDEN_COUNT, Count, GapSeries
from equity.periods import Period

# Shares are told as a measure of its own.
SHARES = Subject("unknown")


@dataclass(frozen=True, slots=True)
class Said:
    """The release of some series of one measure."""

    measure: Measure
    kept: KeptRelease

    def series(self, exact: Sequence[Count], periods: Sequence[Period], column: Column, team_id: str = OF_NETWORK) -> tuple[Count, ...]:
        """A series as everybody may see it; without a team the network's."""
        cells = self.kept.series.get((team_id, *column), {})
        return tuple(self._count(count, cells.get(period.start.isoformat()), column) for count, period in zip(exact, periods, strict=True))

    def for_viewer(self, viewer: Viewer, terms: TeamTerms, exact: Sequence[Count], periods: Sequence[Period], column: Column) -> tuple[Count, ...]:
        """A team's series as this viewer may see it: its members whole, others nothing where the measure hides from them."""
        team_id = terms.member.team_id
        if viewer.owns(team_id):
            return tuple(exact)
        if hides(viewer, terms.visibility, team_id):
            return (HIDDEN_COUNT,) * len(exact)
        return self.series(exact, periods, column, team_id)

    def gap(self, exact: GapSeries, columns: tuple[Column, Column], team_id: str = OF_NETWORK) -> GapSeries:
        """Both sides of a gap as everybody may see them."""
        sides = (self.series(side, exact.periods, column, team_id) for side, column in zip((exact.focus, exact.reference), columns, strict=True))
        return GapSeries(exact.periods, *sides)

    def _count(self, exact: Count, cell: KeptCell | None, column: Column) -> Count:
        if exact.numerator is None or not (self.measure.has_rate or self.kept.policy.is_checked):
            return self._outside(exact)
        if cell is None or cell.hidden:
            return Count(None, None, HIDDEN_COUNT.blank, exact.teams)
        is_share = column[1] == SHARE
        subject = SHARES if is_share else Subject(self.measure.measure_id, self.measure.multiplier, self.measure.number == "proportion")
        return _said(cell, self.kept.policy, subject, exact.teams)

    def _outside(self, exact: Count) -> Count:
        """What no release holds: a blank, and a number without a denominator. A policy that is checked says nothing of their people, for they are in sums."""
        if self.kept.policy.is_checked:
            return Count(None, None, exact.blank, exact.teams)
        return release_count(exact, proportion=self.measure.number == "proportion", own=False)


@lru_cache(maxsize=4096)
def _said(cell: KeptCell, policy: Policy, subject: Subject, teams: int) -> Count:
    """One cell that is not hidden."""
    if cell.band is None or cell.steps is None:
        return Count(cell.numerator, cell.denominator, None, teams)
    if cell.band == NOBODY:
        return Count(0, 0, None, teams)
    told = surrogate(cell.steps, policy.grains(subject.multiplier)[cell.band], band_ends(policy, cell.band), subject)
    return Count(told.numerator, told.denominator, None, teams, told.band)


def said_of(connection: Connection, measure: Measure, network: Network, team_ids: Sequence[str], columns: Sequence[Column]) -> Said:
    """What is said of these columns of a measure, of these teams (OF_NETWORK for all together)."""
    policy = policy_named(network.release_policy)
    return Said(measure, kept_series(connection, measure.measure_id, policy, team_ids, columns) if team_ids and columns else KeptRelease(policy))


def said_of_gaps(connection: Connection, question: GapQuestion, gaps: Mapping[str, ExactGap]) -> Said:
    """What is said of both sides of these gaps, by team."""
    columns = {column for gap in gaps.values() for column in gap.columns}
    return said_of(connection, question.measure, question.network, list(gaps), sorted(columns))
