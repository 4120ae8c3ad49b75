"""What a team's run chart writes: titles, flags' letters, and direct labels beside its lines, in the wide form and in the phone's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import inf, isfinite

from equity.charts.control_chart import TRIAL
from equity.numbers import RATIO_PLACES, capitalised, decimal, places_of, places_told, record_number, record_words
from equity.rates import Estimate
from equity.stratified_run import StratifiedRun
from equity.trend import GapTrend
from figures.labels import Label, annotation, panel_title, right_labels, wrapped
from figures.network_trend_labels import bare_label, named_label
from figures.placing import text_width
from figures.scales import finite
from figures.team_run_plan import FLAG, Flag, Plan, RunWords, gap_of, on_axis
from figures.theme import INK, INK2, INK3, ON_LAMP, TEXT_SMALL, GroupMark

# A name at the right of a phone's panel lies over about so much of its width.
UNDER_A_NAME = 0.7
# Half the height of a mark and some air, in pixels; more where the keys of notes stand at the points.
CLEAR, CLEAR_OF_KEYS = 9, 26


def wide_words(trend: GapTrend, run: StratifiedRun, words: RunWords, mark: GroupMark, plan: Plan) -> list[dict]:
    """Titles, letters, and labels right of every line."""
    x = plan.end.isoformat()
    rates = right_labels([*rate_labels(trend, words, mark), *median_labels(trend, run, mark)], plan.rates, x=x)
    gaps = right_labels(gap_labels(trend, run, words, plan), plan.gap, x=x)
    return [*titles(words.rates, words.gap, plan), *letters(plan.flags, narrow=False), *rates, *gaps]


def ribbon_words(words: Sequence[dict], short: Sequence[dict], plan: Plan, *, width: int) -> list[dict]:
    """What the ribbon and the row over it say: in full where that fits, else in short, and of that only what fits.

    Takes    words and short: the same texts, in two lengths; width: the least that the plot may have.
    """
    said: list[dict] = []
    for height in dict.fromkeys(one["yshift"] for one in words):
        row, shorter = ([one for one in every if one["yshift"] == height] for every in (words, short))
        said += row if len(clear_of_each_other(row, plan, width)) == len(row) else clear_of_each_other(shorter, plan, width)
    return said


def clear_of_each_other(row: Sequence[dict], plan: Plan, width: int) -> list[dict]:
    """Those texts of a row that do not run into one before them."""
    kept: list[dict] = []
    end = -inf
    for one in sorted(row, key=lambda text: text["x"]):
        bare = one["text"].removeprefix("<b>").removesuffix("</b>")
        half = text_width(bare, TEXT_SMALL) / 2
        middle = plan.share(date.fromisoformat(one["x"][:10])) * width
        if middle - half > end:
            kept.append(one)
            end = middle + half
    return kept


def titles(rates: str, gap: str, plan: Plan) -> list[dict]:
    """A title over each panel."""
    return [panel_title(rates, plan.rates), panel_title(gap, plan.gap)]


def letters(flags: Sequence[Flag], *, narrow: bool) -> list[dict]:
    """The letter on each flag, under a name by which a picture finds it."""
    font = {"size": TEXT_SMALL, "color": ON_LAMP}
    return [
        annotation(f"<b>{letter}</b>", x=day.isoformat(), y=1, yshift=-11 - (small if narrow else wide) * FLAG, font=font, name="flag")
        for letter, day, wide, small in flags
    ]


def rate_labels(trend: GapTrend, words: RunWords, mark: GroupMark) -> list[Label]:
    """Both groups with their latest known rate."""
    multiplier = trend.measure.multiplier
    ends = ((words.reference, latest_of(trend, "reference_rate"), INK2), (words.focus, latest_of(trend, "focus_rate"), mark.text))
    return [named_label(name, rate, multiplier, colour) for name, rate, colour in ends if rate is not None]


def latest_of(trend: GapTrend, side: str) -> Estimate | None:
    """The last known rate of one side; None where there is none."""
    known = [rate for rate in (getattr(point, side) for point in trend.points) if rate.known]
    return known[-1] if known else None


def median_labels(trend: GapTrend, run: StratifiedRun, mark: GroupMark) -> list[Label]:
    """Both medians, in the colour of their line."""
    lines = ((run.reference.median, INK2), (run.focus.median, mark.text))
    return [
        Label(f"median {decimal(value, places_told(trend.measure.multiplier, value, is_whole=trend.is_whole))}", value, colour, size=TEXT_SMALL)
        for value, colour in lines
        if value == value
    ]


def gap_labels(trend: GapTrend, run: StratifiedRun, words: RunWords, plan: Plan) -> list[Label]:
    """The latest gap in bold, its median, its limits, and the aim."""
    by_ratio, multiplier = trend.measure.scale == "ratio", trend.measure.multiplier
    labels = [Label(f"<b>{record_words(gap, trend.measure)}</b>", on_axis(trend, gap.value), INK) for gap in latest_gap(trend)]
    if run.gap.median == run.gap.median:
        labels.append(
            Label(
                f"median {decimal(run.gap.median, RATIO_PLACES if by_ratio else places_told(multiplier, run.gap.median, is_whole=trend.is_whole))}",
                on_axis(trend, run.gap.median),
                INK3,
                size=TEXT_SMALL,
            )
        )
    limits = [limit[-1] for limit in (run.high, run.low) if limit and plan.gap.low <= limit[-1] <= plan.gap.high]
    kind = "trial limit" if run.standing == TRIAL else "limit"
    labels += [Label(f"{kind} {decimal(limit, places_of(multiplier, limit))}", limit, INK3, size=TEXT_SMALL) for limit in limits]
    return labels + aim_label(trend, words)


def latest_gap(trend: GapTrend) -> list[Estimate]:
    """The last gap that the axis can hold, on the measure's own scale; empty where there is none."""
    return [gap for gap in (gap_of(trend, point) for point in trend.points) if isfinite(on_axis(trend, gap.value))][-1:]


def aim_label(trend: GapTrend, words: RunWords) -> list[Label]:
    """What the dashed line is; nothing where a log axis cannot hold it."""
    aims = [words.aim.value] if words.aim and isfinite(on_axis(trend, words.aim.value)) else []
    return [Label(f"aim {aim:g}", on_axis(trend, aim), INK3, size=TEXT_SMALL) for aim in aims]


def narrow_words(trend: GapTrend, run: StratifiedRun, words: RunWords, mark: GroupMark, plan: Plan) -> list[dict]:
    """The phone's form: names over and under the lines, values alone at the right."""
    x, multiplier = plan.end.isoformat(), trend.measure.multiplier
    ends = ((latest_of(trend, "reference_rate"), INK2), (latest_of(trend, "focus_rate"), mark.text))
    rates = [bare_label(rate, multiplier, colour) for rate, colour in ends if rate is not None]
    return [
        *titles(words.rates_short, words.gap_short, plan),
        *letters(plan.flags, narrow=True),
        *right_labels(rates, plan.rates, x=x),
        *right_labels(narrow_gap_labels(trend, words), plan.gap, x=x),
        *names_along(trend, run, words, mark, plan),
    ]


def narrow_gap_labels(trend: GapTrend, words: RunWords) -> list[Label]:
    """The latest gap in bold, and the aim."""
    labels = [Label(f"<b>{record_number(gap, trend.measure)}</b>", on_axis(trend, gap.value), INK, size=TEXT_SMALL) for gap in latest_gap(trend)]
    return labels + aim_label(trend, words)


def names_along(trend: GapTrend, run: StratifiedRun, words: RunWords, mark: GroupMark, plan: Plan) -> list[dict]:
    """Both names at the right: one over the upper and one under the lower of the two lines and their medians."""
    late = trend.points[int(len(trend.points) * (1 - UNDER_A_NAME)) :]
    known = finite(rate.value for point in late for rate in (point.focus_rate, point.reference_rate))
    medians = finite([run.focus.median, run.reference.median])
    reference, focus = latest_of(trend, "reference_rate"), latest_of(trend, "focus_rate")
    focus_over = reference is None or (focus is not None and focus.value > reference.value)
    names = [(words.focus, mark.text, focus_over, focus), (words.reference, INK2, not focus_over, reference)]
    ends = {True: max([*known, *medians]), False: min([*known, *medians])}
    clear = CLEAR_OF_KEYS if words.notes else CLEAR
    return [name_along(name, ends[over], colour, plan, clear if over else -clear) for name, colour, over, value in names if value is not None]


def name_along(name: str, value: float, colour: str, plan: Plan, shift: int) -> dict:
    """A name at the right edge, so many pixels over or under a height of the rates' panel."""
    text, _ = wrapped(capitalised(name), 34)
    side = {"yanchor": "bottom" if shift > 0 else "top", "yshift": shift}
    y = plan.rates.pixels(value) / plan.plot
    return annotation(f"<b>{text}</b>", xref="paper", x=1, y=y, xanchor="right", align="right", font={"size": TEXT_SMALL, "color": colour}) | side
