"""A team's run chart: both groups' rates with their medians, the gap below with its band, median and aim, and the changes that it tested."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from equity.catalogue import Event
from equity.notes import words_by_period
from equity.numbers import PERCENT
from equity.periods import Period
from equity.rates import Estimate
from equity.sentences.signals import rules_at
from equity.stratified_run import RunLine, StratifiedRun
from equity.trend import GapTrend
from figures.labels import wrapped
from figures.network_trend import point_words
from figures.note_marks import apart_of, key_marks, note_lines, run_spots
from figures.scales import inner_ticks, period_ticks, ratio_ticks, written_ticks
from figures.team_run_labels import narrow_words, ribbon_words, wide_words
from figures.team_run_levels import aim_lines, levels, upright
from figures.team_run_plan import BELOW, BOTTOM, LEAST_NARROW, LEAST_WIDE, TOP, Plan, RunWords, gap_of, on_axis, plan_of
from figures.theme import INK, PAPER, REFERENCE_MARK, TEXT_SMALL, GroupMark, base_layout, empty_figure, time_axis, value_axis
from figures.timeline import band, blank_strip, blank_words, event_marks, line, strip_axis

# More marks than this stand close.
MOST_MARKS = 24
# Letters in a line of what a point says.
HOVER_WIDTH = 44


def team_run_figure(trend: GapTrend, run: StratifiedRun, words: RunWords, mark: GroupMark, events: Sequence[Event], *, as_of: date) -> dict:
    """The chart, with its narrow form under layout.meta.

    Takes    trend: points in time order; run: what the rules found on it; words: what to call and what to mark; mark: the focus group's.
    """
    if not any(point.focus_rate.known or point.reference_rate.known for point in trend.points):
        return empty_figure("There is no period yet in which either group can be shown.")
    plan = plan_of(trend, run, words)
    periods = [point.period for point in trend.points]
    kinds = [point.mark for point in trend.points]
    wide, small = (event_marks(events, ribbon_baseline(trend, events), periods, as_of, narrow=is_narrow) for is_narrow in (False, True))
    still = [*levels(trend, run, plan), *aim_lines(trend, words, plan), *blank_strip(periods, kinds, y=plan.strip / 2, height=plan.strip, most=MOST_MARKS)]
    layout = base_layout(TOP + BOTTOM + plan.plot, margin={"l": 46, "r": 168, "t": TOP, "b": BOTTOM}) | axes(trend, plan, periods)
    layout["shapes"] = [*upright(wide[0], words, plan, narrow=False), *still]
    keys = [key_marks(run_spots(trend, words.notes, plan), apart_of(plan, width)) for width in (LEAST_WIDE, LEAST_NARROW)]
    layout["annotations"] = [*ribbon_words(wide[1], small[1], plan, width=LEAST_WIDE), *wide_words(trend, run, words, mark, plan), *keys[0]]
    at, said = period_ticks(periods, most=5)
    text = {"tickfont": {"size": TEXT_SMALL}}
    narrow = {
        "margin": {"l": 36, "r": 48},
        "xaxis": text | {"tickvals": at, "ticktext": said},
        "yaxis": text,
        "yaxis2": text,
        "shapes": [*upright(small[0], words, plan, narrow=True), *still],
        "annotations": [*ribbon_words(small[1], small[1], plan, width=LEAST_NARROW), *narrow_words(trend, run, words, mark, plan), *keys[1]],
    }
    layout["meta"] = {"narrow": {"below": BELOW, "layout": narrow}}
    return {"data": [*traces(trend, run, words, mark, plan), *blank_words(periods, kinds, "y3")], "layout": layout}


def ribbon_baseline(trend: GapTrend, events: Sequence[Event]) -> tuple[date, date] | None:
    """The baseline, where the ribbon has room for its name: a team that came later has its own within an action period."""
    window = trend.baseline
    if window is None or any(event.kind == "action_period" and event.starts_on <= window[1] and event.ends_on >= window[0] for event in events):
        return None
    return window


def traces(trend: GapTrend, run: StratifiedRun, words: RunWords, mark: GroupMark, plan: Plan) -> list[dict]:
    """Three bands, then the three lines."""
    points = trend.points
    periods = [point.period for point in points]
    noted = words_by_period(words.notes)
    said = [point_words(point, words, trend.measure.multiplier) + note_lines(noted.get(place, ())) for place, point in enumerate(points)]
    gaps = [gap_of(trend, point) for point in points]
    values = [gap.value if math.isfinite(on_axis(trend, gap.value)) else math.nan for gap in gaps]
    gap_ends = (10**end if trend.measure.scale == "ratio" else end for end in (plan.gap.low, plan.gap.high))
    rate_ends = (plan.rates.low, plan.rates.high)
    focus, reference = [point.focus_rate.value for point in points], [point.reference_rate.value for point in points]
    return [
        inside(periods, gaps, values, tuple(gap_ends), INK) | {"yaxis": "y2"},
        inside(periods, [point.reference_rate for point in points], reference, rate_ends, REFERENCE_MARK.light),
        inside(periods, [point.focus_rate for point in points], focus, rate_ends, mark.light),
        run_trace(periods, reference, said, run.reference, REFERENCE_MARK) | {"name": words.reference},
        run_trace(periods, focus, said, run.focus, mark) | {"name": words.focus},
        run_trace(periods, values, said, run.gap, GroupMark(INK, INK, "solid", "circle")) | {"name": "Gap", "yaxis": "y2"},
    ]


def inside(periods: Sequence[Period], estimates: Sequence[Estimate], values: Sequence[float], ends: tuple[float, float], colour: str) -> dict:
    """The band of the 95 % intervals, cut where its panel ends; none where no value stands."""
    low, high = ends
    lows = [max(one.low, low) if value == value else math.nan for one, value in zip(estimates, values, strict=True)]
    highs = [min(one.high, high) if value == value else math.nan for one, value in zip(estimates, values, strict=True)]
    return band(periods, lows, highs, colour, 0.09)


def run_trace(periods: Sequence[Period], values: Sequence[float], said: Sequence[str], found: RunLine, mark: GroupMark) -> dict:
    """A line with hollow points, filled and larger where they belong to a shift or a trend."""
    few = len(periods) <= MOST_MARKS
    places = range(len(periods))
    said = [words + rules_said(found, place) for place, words in enumerate(said)]
    marker = {
        "symbol": mark.marker,
        "size": [(9 if few else 7) if place in found.filled else (7 if few else 4) for place in places],
        "color": [mark.light if place in found.filled else PAPER for place in places],
        "line": {"color": mark.light, "width": 1.6 if few else 1.2},
        "opacity": 1,
    }
    return line(periods, values, said, mode="lines+markers", line={"color": mark.light, "width": 1.8, "dash": mark.dash}, marker=marker)


def rules_said(found: RunLine, place: int) -> str:
    """The rules of the patterns that a point belongs to, a line below what it says."""
    return "".join(f"<br>{wrapped(f'{name}: {words}', HOVER_WIDTH)[0]}" for name, words in rules_at(found.signals, place))


def axes(trend: GapTrend, plan: Plan, periods: Sequence[Period]) -> dict:
    """One time axis at the foot of two value axes."""
    at, said = period_ticks(periods, most=11)
    days = [plan.start.isoformat(), plan.end.isoformat()]
    rates = [tick for tick in inner_ticks(plan.rates.low, plan.rates.high) if tick >= 0]
    unit = "%" if trend.measure.multiplier == PERCENT else ""
    return {
        "xaxis": time_axis(range=days, tickvals=at, ticktext=said, anchor="free", position=0, domain=[0, 1]),
        "yaxis": value_axis(domain=[plan.rates.bottom, plan.rates.top], range=[plan.rates.low, plan.rates.high])
        | {"tickvals": rates, "ticktext": written_ticks(rates, unit)},
        "yaxis2": value_axis(domain=[plan.gap.bottom, plan.gap.top], range=[plan.gap.low, plan.gap.high]) | gap_ticks(trend, plan),
        "yaxis3": strip_axis(plan.strip),
    }


def gap_ticks(trend: GapTrend, plan: Plan) -> dict:
    """Round ticks; of a ratio on a log axis."""
    if trend.measure.scale == "ratio":
        at = ratio_ticks(10**plan.gap.low, 10**plan.gap.high)
        return {"type": "log", "tickvals": at, "ticktext": [f"{tick:g}" for tick in at]}
    at = inner_ticks(plan.gap.low, plan.gap.high)
    return {"tickvals": at, "ticktext": written_ticks(at)}
