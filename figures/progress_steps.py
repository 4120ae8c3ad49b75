"""One team's progress scores over time: a step for every score, one line for each kind of rater."""

from __future__ import annotations

from collections.abc import Sequence

from equity.maturity import COACH, CONSENSUS, SELF
from equity.numbers import date_words
from equity.periods import QUARTER, periods_between
from equity.progress_scale import RatedProgress, step_words
from figures.labels import Label, Panel, escaped, right_labels
from figures.scales import period_ticks
from figures.theme import INK, INK2, INK3, PAPER, base_layout, empty_figure, time_axis, value_axis

HEIGHT, TOP, BOTTOM, RIGHT, RIGHT_NARROW = 260, 12, 44, 96, 108
LOW, HIGH = 0.2, 5.2
RATER_NAMES = {SELF: "self", COACH: "coach", CONSENSUS: "agreed"}
# Drawn in this order: what stands on the same step is still seen, the small filled mark inside the large hollow one.
MARKS = {
    SELF: ({"symbol": "triangle-up", "size": 15, "color": PAPER, "line": {"color": INK2, "width": 1.8}}, {"color": INK3, "width": 1.6, "dash": "3px,3px"}),
    COACH: ({"symbol": "square", "size": 7, "color": INK}, {"color": INK, "width": 2}),
    CONSENSUS: ({"symbol": "circle", "size": 9, "color": INK}, {"color": INK, "width": 2}),
}
OTHER = ({"symbol": "diamond", "size": 9, "color": PAPER, "line": {"color": INK2, "width": 1.6}}, {"color": INK3, "width": 1.6, "dash": "6px,3px"})


def progress_steps_figure(scores: Sequence[RatedProgress]) -> dict:
    """Takes scores of one team. Self: hollow triangle, dashed; coach: small square, solid; agreed: dot. Each line is named at its end."""
    if not scores:
        return empty_figure("No progress score has been given yet.", height=120)
    raters = [kind for kind in (*MARKS, *sorted({one.rater for one in scores})) if any(one.rater == kind for one in scores)]
    lines = {kind: sorted((one for one in scores if one.rater == kind), key=lambda one: one.scored_on) for kind in raters}
    periods = list(periods_between(min(one.scored_on for one in scores), max(one.scored_on for one in scores), QUARTER))
    ticks, words = period_ticks(periods, most=7)
    few, few_words = period_ticks(periods, most=4)
    reach = [periods[0].start.isoformat(), periods[-1].end.isoformat()]
    layout = base_layout(HEIGHT, margin={"l": 26, "r": RIGHT, "t": TOP, "b": BOTTOM}) | {
        "xaxis": time_axis(range=reach, tickvals=ticks, ticktext=words),
        "yaxis": value_axis(range=[LOW, HIGH], tickvals=[1, 2, 3, 4, 5], ticktext=["1", "2", "3", "4", "5"]),
        "annotations": end_labels(lines, reach[1]),
        "meta": {"narrow": {"layout": {"margin": {"r": RIGHT_NARROW}, "xaxis": {"tickvals": few, "ticktext": few_words}}}},
    }
    return {"data": [step_line(kind, line) for kind, line in lines.items()], "layout": layout}


def step_line(kind: str, line: Sequence[RatedProgress]) -> dict:
    """One rater's scores: level until the next one."""
    marker, drawn = MARKS.get(kind, OTHER)
    name = rater_name(kind)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": [one.scored_on.isoformat() for one in line],
        "y": [one.score for one in line],
        "line": drawn | {"shape": "hv"},
        "marker": marker,
        "cliponaxis": False,
        "hoverinfo": "text",
        "text": [f"<b>{date_words(one.scored_on)}</b><br>{name} {one.score:g}: {step_words(one.score)}" for one in line],
    }


def rater_name(kind: str) -> str:
    """self, coach, agreed; whatever else the file calls a rater."""
    return RATER_NAMES.get(kind) or escaped(kind)


def end_labels(lines: dict[str, Sequence[RatedProgress]], end: str) -> list[dict]:
    """Each line's name and last score, right of the plot and apart from each other; those on one step share a label."""
    last: dict[float, list[str]] = {}
    for kind, line in lines.items():
        last.setdefault(line[-1].score, []).append(rater_name(kind))
    labels = [Label(f"<b>{score:g}</b> {', '.join(names)}", score, INK) for score, names in last.items()]
    return right_labels(labels, Panel(0, 1, LOW, HIGH, HEIGHT - TOP - BOTTOM), x=end)
