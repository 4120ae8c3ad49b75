"""One series of a team's answer, ready to be shown with limits: its chart, its counts and how its values are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components.network_cards import panel_titles
from data_access.team_gaps import team_gaps
from equity.blanks import NOT_APPLICABLE, ZERO_EVENTS
from equity.catalogue import OVERALL, Measure
from equity.counted import counted_words
from equity.counts import Count, GapSeries
from equity.gap_process import gap_process
from equity.numbers import PERCENT, RATIO_PLACES, decimal, gap_unit, gap_words, places_of, places_told, rate_words, ratio_words
from equity.periods import Period
from equity.process_chart import ProcessChart, rate_process
from figures.theme import INK, REFERENCE_MARK, GroupMark, group_mark
from pages._team_answer import Answer
from pages._team_process_asked import EVERYBODY, GAP, REFERENCE, address_of, kinds_of

GAP_MARK = GroupMark(INK, INK, "solid", "circle")


@dataclass(frozen=True, slots=True)
class Shown:
    """A series with its chart.

    name: of the series; subject: the same as it stands inside a sentence; unit: of its values in words; counts: None where there
    is none; marks: what stands in the strip under each period; blanks: why there is no value; is_whole: its rates are told in whole
    units alone.
    """

    chart: ProcessChart
    measure: Measure
    periods: tuple[Period, ...]
    name: str
    subject: str
    title: str
    title_short: str
    unit: str
    mark: GroupMark
    counts: Sequence[Count | None]
    marks: Sequence[str | None]
    blanks: Sequence[str | None]
    is_gap: bool
    is_whole: bool

    @property
    def by_ratio(self) -> bool:
        return self.is_gap and self.measure.scale == "ratio"

    def counted(self, place: int) -> str:
        """34 of 100, or its size; empty where it is not known."""
        count = self.counts[place]
        return "" if count is None else counted_words(count)

    @property
    def places(self) -> int:
        """Decimals that all its values are written with."""
        return RATIO_PLACES if self.by_ratio else places_of(self.measure.multiplier, *self.chart.values)

    def written(self, value: float) -> str:
        """A value as it stands in words."""
        if self.by_ratio:
            return ratio_words(value)
        words = gap_words if self.is_gap else rate_words
        return words(value, self.measure.multiplier, is_whole=self.is_whole)

    def bare(self, value: float) -> str:
        """The same without its unit."""
        whole = self.is_whole and not self.by_ratio
        return decimal(value, places_told(self.measure.multiplier, value, is_whole=True) if whole else self.places)


def shown_of(answer: Answer) -> Shown:
    """The series that was asked for."""
    return gap_shown(answer) if answer.selection.line == GAP else rate_shown(answer)


def kind_of(answer: Answer) -> str | None:
    """The kind that the reader chose; None for the suggested one."""
    chosen = answer.selection
    return next((kind for kind in kinds_of(chosen.line, answer.measure) if address_of(kind) == chosen.chart), None)


def rate_shown(answer: Answer) -> Shown:
    """One group's rate, or everybody's."""
    measure, group = answer.measure, answer.selection.group
    series = everybody(answer) if answer.selection.line == EVERYBODY else answer.series
    counts, name, mark = {
        REFERENCE: (series.reference, answer.names.reference, REFERENCE_MARK),
        EVERYBODY: (series.reference, f"all {measure.people}", REFERENCE_MARK),
    }.get(answer.selection.line, (series.focus, answer.names.focus, group_mark(group.position, group.kind)))
    rates, short, _, _ = panel_titles(measure)
    baseline = answer.terms[measure.measure_id].baseline if answer.works else None
    since = answer.begins.started_on if answer.begins else None
    return Shown(
        rate_process(counts, series.periods, measure, kind=kind_of(answer), since=since, baseline=baseline),
        measure,
        series.periods,
        name,
        f"the rate of {name}",
        f"{rates}: {name}",
        short,
        f"% of {measure.people}" if measure.multiplier == PERCENT else measure.unit,
        mark,
        [count if count.known else None for count in counts],
        [mark_of(count) for count in counts],
        [blank_of(count) for count in counts],
        False,
        any(count.is_whole for count in counts),
    )


def everybody(answer: Answer) -> GapSeries:
    """Everybody as the reference, on periods of their own: they may be reported where a group is not."""
    chosen, nothing = answer.selection, GapSeries((), (), ())
    compared = {"stratifier": chosen.stratifier, "focus": chosen.group_code, "reference": OVERALL}
    return team_gaps(answer.viewer, answer.measure, [answer.team.team_id], **compared).get(answer.team.team_id, nothing)


def blank_of(count: Count) -> str | None:
    """Why there is no rate; nobody in a group is one that the measure does not apply to."""
    return None if count.known else count.blank or NOT_APPLICABLE


def mark_of(count: Count) -> str | None:
    """What stands in the strip: the blank, or that nobody had the event, which is a real number."""
    return blank_of(count) or (ZERO_EVENTS if count.numerator == 0 else None)


def gap_shown(answer: Answer) -> Shown:
    """The gap on the measure's own scale."""
    measure, trend = answer.measure, answer.trend
    by_ratio = measure.scale == "ratio"
    unit = "ratio (1 = no gap)" if by_ratio else gap_unit(measure.multiplier) or "difference"
    since = answer.begins.started_on if answer.begins else None
    chart = gap_process(trend, kind=kind_of(answer), since=since, aim=answer.aim.value if answer.aim else None)
    blanks = [point.blank for point in trend.points]
    title = f"Gap, {unit}: {answer.names.focus} and {answer.names.reference}"
    counts = [None] * len(blanks)
    periods = tuple(point.period for point in trend.points)
    return Shown(chart, measure, periods, "the gap", "the gap", title, f"Gap, {unit}", unit, GAP_MARK, counts, blanks, blanks, True, trend.is_whole)
