"""What the network's gap figure writes: direct labels beside its lines, in the wide form and in the phone's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from equity.numbers import PERCENT, RATIO_PLACES, capitalised, decimal, estimate_words, gap_unit, interval_words, places_of, ratio_words, told_gap, told_number
from equity.periods import Period
from equity.rates import Estimate
from equity.trend import GapPoint, GapTrend
from figures.labels import Label, Panel, annotation, panel_title, right_labels, wrapped
from figures.scales import period_ticks
from figures.theme import INK, INK2, INK3, TEXT_SMALL, GroupMark

# Two labels need this much height (pixels) between the lines for a third to stand between them.
ROOM_FOR_BRACKET = 26
NEAR_THE_EDGE = 0.12
# Narrower than this (pixels) the names of action periods run into each other.
BELOW = 760


@dataclass(frozen=True, slots=True)
class TrendWords:
    """The names that the figure writes: what is measured, and the two groups; and the gap that most teams aim at, on the measure's scale."""

    rates: str
    rates_short: str
    difference: str
    ratio: str
    focus: str
    reference: str
    aim: float | None = None


def drawable(ratio: Estimate) -> bool:
    """True for a ratio that a log axis can hold."""
    return math.isfinite(ratio.value) and ratio.value > 0


def wide_labels(trend: GapTrend, words: TrendWords, mark: GroupMark, panels: Sequence[Panel]) -> list[dict]:
    """Labels right of the last point of every line."""
    latest = trend.latest
    x = labels_from(trend)
    gap_aim, ratio_aim = aims_of(trend, words)
    columns = [
        rate_labels(trend, words, mark, panels[0]),
        gap_labels(trend) + aim_labels(gap_aim),
        ratio_labels(latest.ratio) + aim_labels(ratio_aim, log=True),
    ]
    beside = [part for labels, panel in zip(columns, panels, strict=True) for part in right_labels(labels, panel, x=x)]
    return beside + baseline_bracket_label(trend, panels[0])


def labels_from(trend: GapTrend) -> str:
    """The date that labels stand right of: the last with a rate of either group, so that no line runs through them."""
    known = [point.period for point in trend.points if point.focus_rate.known or point.reference_rate.known]
    return known[-1].middle.isoformat()


def aims_of(trend: GapTrend, words: TrendWords) -> tuple[list[float], list[float]]:
    """The aim among differences and among ratios: one of the two is empty, both where there is no aim or none that the axis can hold."""
    aims = [words.aim] if words.aim is not None else []
    return ([], [aim for aim in aims if aim > 0]) if trend.measure.scale == "ratio" else (aims, [])


def aim_labels(aims: Sequence[float], *, log: bool = False) -> list[Label]:
    """What the dashed line is."""
    return [Label(f"aim of most teams {aim:g}", math.log10(aim) if log else aim, INK3, size=TEXT_SMALL) for aim in aims]


def rate_labels(trend: GapTrend, words: TrendWords, mark: GroupMark, panel: Panel) -> list[Label]:
    """Both groups with their latest rates, and the gap between them where there is room for it."""
    latest, multiplier = trend.latest, trend.measure.multiplier
    labels = [
        named_label(words.reference, latest.reference_rate, multiplier, INK2),
        named_label(words.focus, latest.focus_rate, multiplier, mark.text),
    ]
    apart = abs(panel.pixels(latest.focus_rate.value) - panel.pixels(latest.reference_rate.value))
    middle = (latest.focus_rate.value + latest.reference_rate.value) / 2
    return labels + [Label(f"<b>gap {told_number(latest.gap, multiplier)}</b>", middle, INK)] * (apart > ROOM_FOR_BRACKET)


def named_label(name: str, rate: Estimate, multiplier: int, colour: str) -> Label:
    """A group's name and rate in its colour, on as many lines as they take."""
    said = estimate_words(rate, multiplier) if multiplier == PERCENT else told_number(rate, multiplier)
    text, lines = wrapped(f"{capitalised(name)} {said}", 23)
    return Label(f"<b>{text}</b>", rate.value, colour, lines)


def gap_labels(trend: GapTrend) -> list[Label]:
    """The latest difference with its interval, and the baseline's average where there is one."""
    latest, multiplier = trend.latest, trend.measure.multiplier
    places = places_of(multiplier, latest.gap.value)
    labels = [value_label(told_gap(latest.gap, multiplier), interval_words(latest.gap, places), latest.gap.value)]
    if trend.baseline is not None and trend.baseline_gap.known:
        before = told_number(trend.baseline_gap, multiplier)
        labels.append(Label(f"baseline average {before}", trend.baseline_gap.value, INK3, size=TEXT_SMALL))
    return labels


def ratio_labels(ratio: Estimate) -> list[Label]:
    """The latest ratio with its interval; nothing where a log axis cannot hold it."""
    return [value_label(ratio_words(ratio.value), interval_words(ratio, 2), math.log10(ratio.value))] if drawable(ratio) else []


def value_label(value: str, interval: str, at: float) -> Label:
    """A value in bold over its interval."""
    return Label(f"<b>{value}</b><br>{interval}", at, INK, 2)


def baseline_bracket_label(trend: GapTrend, panel: Panel) -> list[dict]:
    """The gap at the end of the baseline, left of its bracket; left out where the lines leave no room for it."""
    before = bracket_points(trend)[:-1]
    if not before:
        return []
    point = before[0]
    low, high = sorted((panel.pixels(point.focus_rate.value), panel.pixels(point.reference_rate.value)))
    if high - low < ROOM_FOR_BRACKET * 1.5:
        return []
    said = f"<b>gap {told_number(point.gap, trend.measure.multiplier)}</b>"
    # Near the left edge the axis stands where the label would.
    place = [one.period for one in trend.points].index(point.period) / len(trend.points)
    side = {"xanchor": "left", "xshift": 8} if place < NEAR_THE_EDGE else {"xanchor": "right", "xshift": -8}
    return [annotation(said, x=point.period.middle.isoformat(), y=(low + high) / 2 / panel.plot_height, font={"color": INK}, **side)]


def bracket_points(trend: GapTrend) -> list[GapPoint]:
    """Where the gap is bracketed: the last period of the baseline, and the latest; once where they are one."""
    known = [point for point in trend.points if point.blank is None]
    before = [point for point in known if trend.baseline is not None and point.period.end <= trend.baseline[1]]
    return known[-1:] if before[-1:] == known[-1:] else [*before[-1:], known[-1]]


def titles(words: TrendWords, panels: Sequence[Panel]) -> list[dict]:
    """A title over each panel."""
    said = (words.rates, words.difference, words.ratio)
    return [panel_title(text, panel) for text, panel in zip(said, panels, strict=True)]


def narrow(trend: GapTrend, words: TrendWords, mark: GroupMark, panels: Sequence[Panel], periods: Sequence[Period], marks: list[dict]) -> dict:
    """The phone's form: names along the lines, values alone at the right."""
    at, said = period_ticks(periods, most=5)
    rates = roomier(panels[0])
    small = {"tickfont": {"size": TEXT_SMALL}}
    layout = {
        "margin": {"l": 34, "r": 50},
        "xaxis": small | {"tickvals": at, "ticktext": said},
        "yaxis": small | {"range": [rates.low, rates.high]},
        "yaxis2": small,
        "yaxis3": small,
        "annotations": [
            *marks,
            *titles(narrow_titles(words, trend), panels),
            *names_along(trend, words, mark),
            *narrow_values(trend, mark, [rates, *panels[1:]]),
        ],
    }
    return {"below": BELOW, "layout": layout}


def roomier(panel: Panel) -> Panel:
    """The panel of rates with room for a name above and below its lines."""
    room = (panel.high - panel.low) * 0.16
    return replace(panel, low=panel.low - room, high=panel.high + room)


def narrow_titles(words: TrendWords, trend: GapTrend) -> TrendWords:
    """Shorter panel titles."""
    return replace(words, rates=words.rates_short, difference=f"Gap, {gap_unit(trend.measure.multiplier) or 'difference'}", ratio="Gap, ratio")


def narrow_values(trend: GapTrend, mark: GroupMark, panels: Sequence[Panel]) -> list[dict]:
    """The latest values alone, right of every line."""
    latest, multiplier = trend.latest, trend.measure.multiplier
    x = labels_from(trend)
    rates = [bare_label(rate, multiplier, colour) for rate, colour in ((latest.reference_rate, INK2), (latest.focus_rate, mark.text))]
    gap = bare_label(latest.gap, multiplier, INK)
    ratio = latest.ratio.value
    ratios = [Label(f"<b>{decimal(ratio, RATIO_PLACES)}</b>", math.log10(ratio), INK, size=TEXT_SMALL)] if drawable(latest.ratio) else []
    return [part for labels, panel in zip((rates, [gap], ratios), panels, strict=True) for part in right_labels(labels, panel, x=x)]


def bare_label(told: Estimate, multiplier: int, colour: str) -> Label:
    """A value in bold and small, without tenths where none are told."""
    return Label(f"<b>{told_number(told, multiplier)}</b>", told.value, colour, size=TEXT_SMALL)


def names_along(trend: GapTrend, words: TrendWords, mark: GroupMark) -> list[dict]:
    """Both names over the upper and under the lower line, clear of both bands along their whole length."""
    latest = trend.latest
    late = [point for point in trend.points if point.blank is None][-max(len(trend.points) * 2 // 3, 1) :]
    focus_over = latest.focus_rate.value > latest.reference_rate.value
    upper = max(max(point.focus_rate.high, point.reference_rate.high) for point in late)
    lower = min(min(point.focus_rate.low, point.reference_rate.low) for point in late)
    return [
        along_label(words.reference, lower if focus_over else upper, INK2, over=not focus_over),
        along_label(words.focus, upper if focus_over else lower, mark.text, over=focus_over),
    ]


def along_label(name: str, value: float, colour: str, *, over: bool) -> dict:
    """A name at the right, above or below a value of the rates' panel."""
    text, _ = wrapped(capitalised(name), 40)
    side = {"yanchor": "bottom", "yshift": 2} if over else {"yanchor": "top", "yshift": -2}
    font = {"size": TEXT_SMALL, "color": colour}
    return annotation(f"<b>{text}</b>", xref="paper", x=1, yref="y", y=value, xanchor="right", align="right", font=font) | side
