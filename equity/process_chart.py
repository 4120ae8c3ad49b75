"""One series of a team as a chart with limits: of which kind, in which phases; whether it is changing, and whether it will meet its aim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from equity.catalogue import Measure
from equity.charts import lines
from equity.charts.choice import Choice, suggested_chart
from equity.charts.control_chart import FEWEST_FOR_LIMITS, INSUFFICIENT, ControlChart, control_chart
from equity.charts.gap_chart import counted, standing_of
from equity.charts.lines import RUN, Lines
from equity.charts.plan import Plan, base_of, phase_slices
from equity.charts.run_chart import run_chart
from equity.charts.series import Series
from equity.charts.signals import Signal, cause_signals, run_chart_signals
from equity.charts.size_guard import guarded
from equity.charts.special_causes import RULES, SpecialCauses, special_causes
from equity.charts.states import NOT_ASSESSABLE, Variation, variation
from equity.counts import Count
from equity.periods import Period

# The kinds of chart that suit counts over how many: a reader may choose any of them.
KINDS_OF = {
    "proportion": (RUN, lines.SHARE, lines.SHARE_PRIME, lines.INDIVIDUALS, lines.INDIVIDUALS_PRIME),
    "rate": (RUN, lines.RATE, lines.RATE_PRIME, lines.INDIVIDUALS, lines.INDIVIDUALS_PRIME),
}


@dataclass(frozen=True, slots=True)
class Split:
    """Where a new phase is asked for: its first point, and how many points before and from there on may be judged."""

    place: int
    before: int
    after: int

    @property
    def holds(self) -> bool:
        """Each phase must have points enough for limits of its own; else the chart stays in one."""
        return min(self.before, self.after) >= FEWEST_FOR_LIMITS


@dataclass(frozen=True, slots=True)
class ProcessPhase:
    """One phase: its places from 0 (stop is the first after it), how many points its lines come from, and what they may be used for."""

    start: int
    stop: int
    counted: int
    standing: str


@dataclass(frozen=True, slots=True)
class ProcessChart:
    """What is drawn and what it says, in shown units.

    kind, suggested   the kind that is drawn; the kind that suits the series, and why
    values, judged    every known point; the same without those that have too few people to be judged
    lines             centre and limits at every point; limits are nan where too few points stand behind them
    frozen            places before this one alone make the first phase's lines, since they are the baseline; None: all points do
    split             the new phase that was asked for, None where none was
    variation         of the latest judged point of the last phase
    assurance         whether the aim will be met; None without an aim
    """

    kind: str
    suggested: Choice
    values: np.ndarray
    judged: np.ndarray
    lines: Lines
    phases: tuple[ProcessPhase, ...]
    frozen: int | None
    split: Split | None
    signals: tuple[Signal, ...]
    variation: Variation
    assurance: str | None = None

    @property
    def standing(self) -> str:
        """What the limits of the last phase may be used for."""
        return self.phases[-1].standing if self.phases else INSUFFICIENT

    @property
    def missing(self) -> int:
        """How many points the last phase still lacks for limits."""
        return max(0, FEWEST_FOR_LIMITS - (self.phases[-1].counted if self.phases else 0))

    def rules_at(self, place: int) -> tuple[str, ...]:
        """The rules that this point belongs to a pattern of, rules about the whole series left out."""
        return tuple(dict.fromkeys(signal.rule for signal in self.signals if signal.side and place in signal.places))


def rate_process(
    counts: Sequence[Count],
    periods: Sequence[Period],
    measure: Measure,
    *,
    kind: str | None = None,
    since: date | None = None,
    baseline: tuple[date, date] | None = None,
) -> ProcessChart:
    """The chart of one group's rate.

    Takes    counts: released, one a period; kind: None = the suggested one; since: a new phase is asked for from the first whole period after that
             day; baseline: its points alone make the lines, where they are enough.
    Reads    a signal = more than chance. Limits are withheld below ten judged points, and no rule is used.
    Source   rules.md sections 1, 3, 4 and 5; Provost & Murray 2011, chapter 4, on freezing a baseline.
    """
    proportion = measure.number == "proportion"
    series = counted(list(counts))
    judged = guarded(series, proportion=proportion)
    known = np.isfinite(judged.values)
    split = split_of(periods, known, since)
    plan = Plan(freeze_of(periods, known, baseline), (split.place,) if split and split.holds else (), multiply=float(measure.multiplier))
    suggested = suggestion(series, judged, plan, measure.number)
    chart = control_chart(kind or suggested.kind, judged, plan)
    return charted(chart, suggested, series.values * measure.multiplier, split, measure.improvement_direction)


def split_of(periods: Sequence[Period], known: np.ndarray, since: date | None) -> Split | None:
    """Where the first whole period after this day stands, and how many judged points lie on each side."""
    if since is None:
        return None
    place = sum(period.start < since for period in periods)
    return Split(place, int(known[:place].sum()), int(known[place:].sum()))


def freeze_of(periods: Sequence[Period], known: np.ndarray, baseline: tuple[date, date] | None) -> int | None:
    """How many points lie up to the end of the baseline, where enough of them may be judged; else None."""
    upto = sum(period.end <= baseline[1] for period in periods) if baseline else 0
    return upto if int(known[:upto].sum()) >= FEWEST_FOR_LIMITS else None


def suggestion(series: Series, judged: Series, plan: Plan, number: str) -> Choice:
    """The kind that suits every phase: a run chart wherever one of them is fit for no other, else what suits the latest."""
    base = base_of(len(series), plan)
    choices = [phase_choice(series.part(part).part(base[part]), judged.part(part).part(base[part]), number) for part in phase_slices(len(series), plan)]
    return next((choice for choice in choices if choice.kind == RUN), choices[-1] if choices else suggested_chart(series, number))


def phase_choice(series: Series, judged: Series, number: str) -> Choice:
    """What suits one phase: all its points, and those that may be judged, must be fit for limits."""
    whole = suggested_chart(series, number)
    return whole if whole.kind == RUN else suggested_chart(judged, number)


def charted(chart: ControlChart, suggested: Choice, values: np.ndarray, split: Split | None, direction: str) -> ProcessChart:
    """A control chart with what its rules found in each phase."""
    phases = tuple(ProcessPhase(phase.start, phase.stop, phase.counted, phase.standing) for phase in chart.phases)
    found = [phase_findings(chart, phase) for phase in phases]
    signals = tuple(moved(signal, phase.start) for phase, (signals, _) in zip(phases, found, strict=True) for signal in signals)
    frozen = next((chart.plan.freeze for phase in phases if chart.plan.freeze and phase.start < chart.plan.freeze < phase.stop), None)
    state = latest_state(chart.values, phases, found, direction)
    return ProcessChart(chart.kind, suggested, values, chart.values, withheld(chart.lines, phases), phases, frozen, split, signals, state)


def phase_findings(chart: ControlChart, phase: ProcessPhase) -> tuple[tuple[Signal, ...], SpecialCauses | None]:
    """The signals of one phase, and the same as marks at its points; nothing where the rules may not be used yet."""
    part = slice(phase.start, phase.stop)
    values = chart.values[part]
    if phase.standing == INSUFFICIENT:
        return (), None
    if chart.kind == RUN:
        run = run_chart(values, chart.base[part])
        signals = run_chart_signals(run)
        return signals, None if run.provisional else marks_of(signals, len(values))
    causes = special_causes(values, chart.lines.mapped(lambda line: line[part]))
    return cause_signals(values, causes), causes


def marks_of(signals: Sequence[Signal], count: int) -> SpecialCauses:
    """Signals as marks at the points that they stand on."""
    marks = {rule: np.zeros(count, dtype=int) for rule in RULES}
    for signal in signals:
        if signal.side:
            marks[signal.rule][list(signal.places)] = signal.side
    return SpecialCauses(*(marks[rule] for rule in RULES))


def moved(signal: Signal, by: int) -> Signal:
    """A signal of one phase, with its places counted over the whole chart."""
    return replace(signal, places=tuple(place + by for place in signal.places))


def latest_state(values: np.ndarray, phases: Sequence[ProcessPhase], found: Sequence[tuple], direction: str) -> Variation:
    """The state of the latest judged point of the last phase; not assessable where the rules may not be used there."""
    if not phases or found[-1][1] is None:
        return Variation(NOT_ASSESSABLE, 0, None, None)
    last = phases[-1]
    state = variation(values[last.start : last.stop], found[-1][1], direction)
    return replace(state, place=None if state.place is None else state.place + last.start)


def withheld(found: Lines, phases: Sequence[ProcessPhase]) -> Lines:
    """The lines without the limits of phases that have too few points for any."""
    shown = np.ones(len(found.centre), dtype=bool)
    for phase in phases:
        shown[phase.start : phase.stop] = phase.standing != INSUFFICIENT
    hidden = found.mapped(lambda line: np.where(shown, line, np.nan))
    return replace(hidden, centre=found.centre)


def phase_of(start: int, judged: np.ndarray) -> ProcessPhase:
    """A phase that begins here and holds these points."""
    known = int(np.isfinite(judged).sum())
    return ProcessPhase(start, start + len(judged), known, standing_of(known))
