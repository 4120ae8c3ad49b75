"""What a process chart writes: its title, its phases' names, labels beside its lines, and at its signals the rule in a word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from equity.charts.control_chart import INSUFFICIENT, TRIAL
from equity.numbers import capitalised, decimal, is_near_whole
from equity.process_chart import ProcessChart
from figures.labels import Label, annotation, escaped, panel_title, right_labels
from figures.placing import text_width
from figures.process_plan import LEAST_NARROW, LEAST_WIDE, NAMES, Point, ProcessPlan, ProcessWords
from figures.team_run_labels import letters
from figures.theme import INK, INK2, INK3, TEXT_SMALL, GroupMark

# A word at a point within this share of the right edge stands left of it, and within this of the left edge right of it.
EDGE = 0.15
ABOVE, CLEAR = 14, 6
MOST_NAMED = 6
# How much of a word lies left of the point that it is anchored at.
SHARE_LEFT = {"left": 0.0, "center": 0.5, "right": 1.0}


def wide_labels(chart: ProcessChart, points: Sequence[Point], words: ProcessWords, mark: GroupMark, plan: ProcessPlan) -> list[dict]:
    """Everything written, where there is room."""
    labels = [*last_label(chart, words, mark), *line_labels(chart, words, short=False)]
    beside = right_labels(labels, plan.panel, x=plan.end.isoformat())
    named = [*phase_names(chart, points, words, plan, short=False), *rule_names(chart, points, words, plan, width=LEAST_WIDE)]
    return [titled(words.title, words, plan), *letters(plan.flags, narrow=False), *named, *beside]


def narrow_labels(chart: ProcessChart, points: Sequence[Point], words: ProcessWords, mark: GroupMark, plan: ProcessPlan) -> list[dict]:
    """The phone's form: shorter words."""
    labels = [*last_label(chart, words, mark), *line_labels(chart, words, short=True)]
    beside = right_labels(labels, plan.panel, x=plan.end.isoformat())
    named = [*phase_names(chart, points, words, plan, short=True), *rule_names(chart, points, words, plan, width=LEAST_NARROW)]
    return [titled(words.title_short, words, plan), *letters(plan.flags, narrow=True), *named, *beside]


def titled(text: str, words: ProcessWords, plan: ProcessPlan) -> dict:
    """The title over the panel, and over its phases' names where it has any."""
    title = panel_title(text, plan.panel)
    return title | {"yshift": title["yshift"] + (NAMES if words.phases else 0)}


def last_label(chart: ProcessChart, words: ProcessWords, mark: GroupMark) -> list[Label]:
    """The latest known value, in bold."""
    known = chart.values[np.isfinite(chart.values)]
    return [Label(f"<b>{written(float(value), words)}</b>", float(value), mark.text) for value in known[-1:]]


def written(value: float, words: ProcessWords) -> str:
    """A value with its unit."""
    return f"{number(value, words)}{words.unit}"


def number(value: float, words: ProcessWords) -> str:
    """The value alone, as whole as it is told; of a series that is told in tenths too where many people were counted, each as it is."""
    return decimal(value, 0 if words.is_whole and is_near_whole(value) else words.places)


def line_labels(chart: ProcessChart, words: ProcessWords, *, short: bool) -> list[Label]:
    """The last centre and limits by name, and the aim."""
    centre = float(chart.lines.centre[-1])
    so_far = " so far" if chart.standing == INSUFFICIENT and not short else ""
    name = {"average": "avg", "median": "med"}[words.centre] if short else words.centre
    labels = [Label(f"{name}{so_far} {number(centre, words)}", centre, INK2, size=TEXT_SMALL)] if centre == centre else []
    limit = "trial limit" if chart.standing == TRIAL and not short else "limit"
    ends = [float(line[-1]) for line in (chart.lines.high, chart.lines.low)]
    labels += [Label(f"{limit} {decimal(end, words.places)}", end, INK3, size=TEXT_SMALL) for end in ends if end == end]
    return labels if words.aim is None else [*labels, Label(f"aim {words.aim:g}", words.aim, INK, size=TEXT_SMALL)]


def phase_names(chart: ProcessChart, points: Sequence[Point], words: ProcessWords, plan: ProcessPlan, *, short: bool) -> list[dict]:
    """Each phase's name over its own part of the panel."""
    style = {"y": plan.panel.top, "yshift": 12, "xanchor": "left", "align": "left", "font": {"size": TEXT_SMALL, "color": INK2}}
    return [
        annotation(escaped(names[short]), x=points[phase.start].period.start.isoformat(), xshift=4 if phase.start else 0, **style)
        for phase, names in zip(chart.phases, words.phases, strict=False)
    ]


def rule_names(chart: ProcessChart, points: Sequence[Point], words: ProcessWords, plan: ProcessPlan, *, width: int) -> list[dict]:
    """The rule in a word at the last point of a signal, beyond the points beside it: the latest first, as many as stand clear of each other."""
    named = named_places(chart, words)
    places = [plan.share(point.period.middle) * width for point in points]
    taken: list[tuple[float, float]] = []
    drawn = []
    for place in sorted(named, reverse=True)[:MOST_NAMED]:
        text, side = named[place]
        anchor = anchor_of(places[place] / width)
        start = places[place] - SHARE_LEFT[anchor] * text_width(text, TEXT_SMALL)
        reach = (start - CLEAR, start + text_width(text, TEXT_SMALL) + CLEAR)
        if all(reach[1] <= begin or reach[0] >= end for begin, end in taken):
            taken.append(reach)
            under = [value for x, value in zip(places, chart.values.tolist(), strict=True) if reach[0] <= x <= reach[1] and value == value]
            height = plan.panel.pixels(max(under) if side > 0 else min(under)) / plan.plot
            drawn.append(rule_name(text, points[place].period.middle.isoformat(), height, anchor, side))
    return drawn


def anchor_of(share: float) -> str:
    """On which side of its point a word stands: inwards near an edge."""
    return "right" if share > 1 - EDGE else "left" if share < EDGE else "center"


def named_places(chart: ProcessChart, words: ProcessWords) -> dict[int, tuple[str, int]]:
    """By the last place of a signal: the words of the rules that end there, and on which side the points lie."""
    found: dict[int, list[tuple[str, int]]] = {}
    for signal in chart.signals:
        if signal.side:
            found.setdefault(signal.places[-1], []).append((words.rules[signal.rule], signal.side))
    return {place: (capitalised(", ".join(dict.fromkeys(text for text, _ in said))), said[0][1]) for place, said in found.items()}


def rule_name(text: str, x: str, y: float, anchor: str, side: int) -> dict:
    """A rule's word at this height or beyond it, on the signal's side of the centre."""
    shift = {"xshift": {"right": 6, "left": -6, "center": 0}[anchor], "yshift": side * ABOVE}
    return annotation(text, x=x, y=y, xanchor=anchor, font={"size": TEXT_SMALL, "color": INK}) | shift
