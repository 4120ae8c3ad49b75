"""Teams side by side on one measure in one period: each gap against the network's and against chance, and never in an order of merit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import inf, log, nan

from equity.blanks import NOT_APPLICABLE, NOT_DUE, ZERO_EVENTS
from equity.catalogue import Measure, Team
from equity.chance import Chance
from equity.counts import Count, GapSeries
from equity.disparity import adverse_ratio, worse_sign
from equity.funnel import FEWEST_PEOPLE, NOT_ASSESSED, WITHIN, flagged
from equity.groups import pooled_count
from equity.level_and_gap import LevelAndGap, Window, level_and_gap
from equity.over_dispersion import OverDispersion, over_dispersion
from equity.peers import FEWEST_PEERS
from equity.periods import Period
from equity.rates import NOT_COMPUTABLE, Estimate
from equity.reliability import is_steady
from equity.trend import Pair, gap_blank, pairwise_estimates
from equity.verdicts import CHANCE, ROUNDING, wanted_change

CORE, OWN, NEITHER = "core", "own", ""
# The arcsine of a small rate's root is the root itself, so that the spread of Poisson rates is measured as that of shares.
SMALL_RATE = 0.1
NO_COUNT = Count(None, None, NOT_APPLICABLE, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a team brings to a comparison.

    standing: core, own, or neither where it does not work on the measure; baseline: the window that it registered; series: released, None where it
    has none.
    """

    team: Team
    standing: str
    baseline: tuple[date, date] | None
    series: GapSeries | None


@dataclass(frozen=True, slots=True)
class ComparedTeam:
    """One team in the period compared, in shown units.

    gap      on the measure's own scale; blank = why there is none
    steady   whether both groups' counts are enough for a steady figure
    side     of the gap: 1 clearly above the network's, by more than chance allows and enough to matter, -1 below, 0 neither, or not to be judged
    flag     of the focus group's rate in the funnel, flag_side its side
    change   since the baseline; None where one of the two windows has no gap
    """

    team: Team
    standing: str
    focus: Count
    reference: Count
    focus_rate: Estimate
    reference_rate: Estimate
    gap: Estimate
    blank: str | None
    steady: bool
    side: int
    flag: str
    flag_side: int
    change: LevelAndGap | None

    @property
    def people(self) -> int | None:
        """How many people of the focus group were counted; None where that is not known."""
        return self.focus.denominator if self.focus.known else None


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


def counts_in(series: GapSeries | None, period: Period | None) -> tuple[Count, Count]:
    """Both sides of a gap in one period; what does not apply where there is no series, not due where it does not reach so far."""
    if series is None or period is None:
        return NO_COUNT, NO_COUNT
    if period not in series.periods:
        return (Count(None, None, NOT_DUE, 0),) * 2
    place = series.periods.index(period)
    return series.focus[place], series.reference[place]


def on_scale(gap: Estimate, ratio: Estimate, measure: Measure) -> Estimate:
    """The gap on the measure's own scale; a ratio without end or of nought is none."""
    if measure.scale != "ratio":
        return gap
    return ratio if 0 < ratio.value < inf else NOT_COMPUTABLE


def compared_team(entry: Entry, measure: Measure, period: Period | None, *, network: Estimate, target: float | None) -> ComparedTeam:
    """One team in the period."""
    focus, reference = counts_in(entry.series, period)
    pairwise = pairwise_estimates(focus, reference, measure, worse_sign(measure))
    gap = on_scale(pairwise.gap, pairwise.ratio, measure)
    is_core = entry.standing == CORE
    flag, flag_side = flag_of(focus, measure, target)
    return ComparedTeam(
        team=entry.team,
        standing=entry.standing,
        focus=focus,
        reference=reference,
        focus_rate=pairwise.focus,
        reference_rate=pairwise.reference,
        gap=gap,
        blank=None if gap.known else pair_blank(focus, reference, measure, period),
        steady=is_steady(focus, measure) and is_steady(reference, measure),
        side=side_of(gap, network, measure) if is_core else 0,
        flag=flag,
        flag_side=flag_side,
        change=change_since(entry, measure, period) if gap.known else None,
    )


def pair_blank(focus: Count, reference: Count, measure: Measure, period: Period | None) -> str:
    """Why two counts give no gap; zero events where both are there and form no ratio."""
    return gap_blank((period, focus, reference), measure) or ZERO_EVENTS


def side_of(gap: Estimate, network: Estimate, measure: Measure) -> int:
    """1 or -1 where the gap clearly differs from the network's: that lies outside its 95 % interval, and a meaningful change away or more."""
    side = 1 if network.value < gap.low else -1 if network.value > gap.high else 0
    if side == 0:
        return 0
    apart = abs(log(gap.value / network.value)) if measure.scale == "ratio" else abs(gap.value - network.value)
    return side if apart >= wanted_change(measure) - ROUNDING else 0


def flag_of(count: Count, measure: Measure, target: float | None) -> tuple[str, int]:
    """Where a rate lies in the funnel: by the chance of its count and never by the drawn curve."""
    if target is None or not count.known or count.denominator < FEWEST_PEOPLE:
        return NOT_ASSESSED, 0
    chance = Chance(count.denominator, target, measure.number == "proportion")
    return flagged(chance.at_most(count.numerator), chance.at_least(count.numerator))


def change_since(entry: Entry, measure: Measure, period: Period) -> LevelAndGap | None:
    """The change of level and gap from the team's baseline to this period; None where no earlier period has a gap."""
    before = [pair for pair in pairs_of(entry.series) if pair[0] < period and gap_blank(pair, measure) is None]
    window = entry.baseline
    inside = [pair for pair in before if window and window[0] <= pair[0].start and pair[0].end <= window[1]]
    chosen = inside or before[:1]
    if not chosen:
        return None
    pooled = Window(pooled_count([focus for _, focus, _ in chosen]), pooled_count([reference for _, _, reference in chosen]))
    return level_and_gap(pooled, Window(*counts_in(entry.series, period)), measure)


def pairs_of(series: GapSeries) -> list[Pair]:
    """Period and both counts, one a period."""
    return list(zip(series.periods, series.focus, series.reference, strict=True))


def line_of(series: GapSeries, measure: Measure) -> list[float]:
    """The gap of every period on the measure's own scale, nan where there is none; one sign for all teams, so that lines can be compared."""
    return [gap_value(focus, reference, measure) for _, focus, reference in pairs_of(series)]


def gap_value(focus: Count, reference: Count, measure: Measure) -> float:
    """The gap alone, without its interval."""
    if not (focus.known and reference.known):
        return nan
    sign = worse_sign(measure)
    if measure.scale == "ratio":
        return on_scale(NOT_COMPUTABLE, adverse_ratio(focus, reference, measure, sign), measure).value
    return sign * measure.multiplier * (focus.numerator / focus.denominator - reference.numerator / reference.denominator)
