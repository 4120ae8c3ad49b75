"""Teams side by side on one measure in one period: each gap against the network's and against chance, and never in an order of merit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from equity.catalogue import Measure
from equity.compared_team import CORE, ComparedTeam, Entry, compared_team, counts_in
from equity.counts import GapSeries
from equity.disparity import worse_sign
from equity.funnel import NOT_ASSESSED, WITHIN
from equity.gap_line import on_scale
from equity.over_dispersion import OverDispersion, over_dispersion
from equity.peers import FEWEST_PEERS
from equity.periods import Period
from equity.rates import Estimate
from equity.trend import pairwise_estimates
from equity.verdicts import CHANCE

# The arcsine of a small rate's root is the root itself, so that the spread of Poisson rates is measured as that of shares.
SMALL_RATE = 0.1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Teams side by side. network: its gap, not known where the measure is nobody's core one; target: the focus group's rate in the network, a share."""

    measure: Measure
    period: Period | None
    teams: tuple[ComparedTeam, ...]
    network: Estimate
    target: float | None
    my_team: str

    @property
    def mine(self) -> ComparedTeam | None:
        return next((one for one in self.teams if one.team.team_id == self.my_team), None)

    @property
    def shown(self) -> tuple[ComparedTeam, ...]:
        """The teams with a gap."""
        return tuple(one for one in self.teams if one.blank is None)

    @property
    def others(self) -> int:
        """How many teams beside one's own have a gap."""
        return sum(one.team.team_id != self.my_team for one in self.shown)

    @property
    def is_withheld(self) -> bool:
        """True where too few others have a gap: comparing with one or two would single them out (features.md F5)."""
        return self.others < FEWEST_PEERS

    @property
    def judged(self) -> tuple[ComparedTeam, ...]:
        """The teams whose gap is held against the network's: those that its value is made of."""
        return tuple(one for one in self.shown if one.standing == CORE) if self.network.known else ()

    @property
    def outside(self) -> tuple[ComparedTeam, ...]:
        """Those of them whose gap clearly differs from it."""
        return tuple(one for one in self.judged if one.side)

    @property
    def expected_outside(self) -> float:
        """How many of them chance alone would put there at most, if no team differed."""
        return CHANCE * len(self.judged)

    @property
    def assessed(self) -> tuple[ComparedTeam, ...]:
        """The teams whose rate is held against what chance gives a team of its size."""
        return tuple(one for one in self.teams if one.standing == CORE and one.flag != NOT_ASSESSED)

    @property
    def flagged(self) -> tuple[ComparedTeam, ...]:
        return tuple(one for one in self.assessed if one.flag != WITHIN)

    @property
    def changed(self) -> tuple[ComparedTeam, ...]:
        """The teams whose change since the baseline is known."""
        return tuple(one for one in self.teams if one.change is not None)

    @property
    def spread(self) -> OverDispersion | None:
        """By how much teams' rates differ beyond chance, where they clearly do; None where chance explains it, or where it cannot be measured."""
        counts = [(one.focus.numerator, one.focus.denominator) for one in self.assessed]
        if not counts or not self.target or self.target >= 1 or (self.measure.number != "proportion" and self.target > SMALL_RATE):
            return None
        if any(numerator > denominator for numerator, denominator in counts):
            return None
        found = over_dispersion(counts, self.target)
        return found if found.tau_squared > 0 and found.p_value < CHANCE else None


def comparison(entries: Sequence[Entry], measure: Measure, period: Period | None, *, network: GapSeries | None, my_team: str) -> Comparison:
    """Every team in this period against the network.

    Takes    entries in the order shown; network: of the teams that have it as a core measure, None where nobody has.
    Reads    gaps above 0, ratios above 1 = the focus group is worse off; of a neutral measure = its rate is higher.
    """
    sides = counts_in(network, period)
    pairwise = pairwise_estimates(*sides, measure, worse_sign(measure))
    target = sides[0].numerator / sides[0].denominator if sides[0].known else None
    value = on_scale(pairwise.gap, pairwise.ratio, measure)
    compared = tuple(compared_team(entry, measure, period, network=value, target=target) for entry in entries)
    return Comparison(measure, period, compared, value, target, my_team)
