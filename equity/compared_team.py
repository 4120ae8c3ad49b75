"""One team of a comparison: its rates and gap in one period, on which side of the network's it lies, and how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import log

from equity.blanks import NOT_APPLICABLE, NOT_DUE, ZERO_EVENTS
from equity.catalogue import Measure, Team
from equity.chance import Chance
from equity.counts import Count, GapSeries
from equity.disparity import worse_sign
from equity.funnel import FEWEST_PEOPLE, NOT_ASSESSED, flagged
from equity.gap_line import on_scale, pairs_of
from equity.groups import pooled_count
from equity.level_and_gap import LevelAndGap, Window, level_and_gap
from equity.periods import Period
from equity.rates import Estimate
from equity.reliability import is_steady
from equity.trend import gap_blank, pairwise_estimates
from equity.verdicts import ROUNDING, wanted_change

CORE, OWN, NEITHER = "core", "own", ""
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


def counts_in(series: GapSeries | None, period: Period | None) -> tuple[Count, Count]:
    """Both sides of a gap in one period; what does not apply where there is no series, not due where it does not reach so far."""
    if series is None or period is None:
        return NO_COUNT, NO_COUNT
    if period not in series.periods:
        return (Count(None, None, NOT_DUE, 0),) * 2
    place = series.periods.index(period)
    return series.focus[place], series.reference[place]


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
