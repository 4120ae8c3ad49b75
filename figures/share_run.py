"""A share as a run chart: its median, hollow points, filled where a rule finds a signal, and a mark for every blank."""

from __future__ import annotations

from equity.counted import counted_words
from equity.numbers import decimal, percent_words
from equity.sentences.signals import rules_at
from equity.unknown_run import UnknownRun
from figures.labels import Label, Panel, right_labels
from figures.scales import inner_ticks, period_ticks, written_ticks
from figures.theme import INK, INK2, INK3, PAPER, TEXT_SMALL, base_layout, empty_figure, time_axis, value_axis
from figures.timeline import blank_strip, blank_words, line, span_of, strip_axis

HEIGHT, TOP, BOTTOM = 232, 10, 40
PLOT = HEIGHT - TOP - BOTTOM
STRIP = 24 / PLOT
BELOW = 520
MOST_MARKS = 24
# Fewer points than this have no middle that a run could cross.
FEWEST_FOR_MEDIAN = 8
ROOM = 1.16


def share_run_figure(run: UnknownRun, *, highest: float) -> dict:
    """The chart, with its narrow form under layout.meta. Takes highest: the largest percentage that charts beside each other show."""
    if not run.known:
        return empty_figure("No period has a share that may be shown.", height=HEIGHT)
    lowest = STRIP + 0.05 if any(run.blanks) else 0.0
    span = (0.0, ROOM * (highest or 1.0))
    ticks = inner_ticks(*span)
    at, said = period_ticks(run.periods, most=8)
    few_at, few_said = period_ticks(run.periods, most=4)
    layout = base_layout(HEIGHT, margin={"l": 44, "r": 112, "t": TOP, "b": BOTTOM}) | {
        "xaxis": time_axis(range=list(span_of(run.periods)), tickvals=at, ticktext=said, anchor="free", position=0),
        "yaxis": value_axis(domain=[lowest, 1], range=list(span), tickvals=ticks, ticktext=written_ticks(ticks, "%")),
        "yaxis2": strip_axis(STRIP),
        "shapes": [*median_line(run), *blank_strip(run.periods, run.blanks, y=STRIP / 2, height=STRIP, most=MOST_MARKS)],
        "annotations": right_labels(labels(run), Panel(lowest, 1, *span, PLOT), x=run.periods[run.known[-1]].middle.isoformat()),
    }
    small = {"tickfont": {"size": TEXT_SMALL}}
    narrow = {"margin": {"l": 38, "r": 100}, "xaxis": small | {"tickvals": few_at, "ticktext": few_said}, "yaxis": small}
    layout["meta"] = {"narrow": {"below": BELOW, "layout": narrow}}
    return {"data": [series(run), *blank_words(run.periods, run.blanks, "y2")], "layout": layout}


def series(run: UnknownRun) -> dict:
    """The line: a point of a signal is filled and larger."""
    found = [has_signal(run, place) for place in range(len(run.periods))]
    few = len(run.periods) <= MOST_MARKS
    marker = {
        "symbol": "circle",
        "size": [(10 if few else 7) if one else (7 if few else 4) for one in found],
        "color": [INK if one else PAPER for one in found],
        "line": {"color": INK, "width": 1.6},
        "opacity": 1,
    }
    words = [point_words(run, place) for place in range(len(run.periods))]
    values = [float(value) for value in run.chart.values]
    return line(run.periods, values, words, mode="lines+markers", name="Share", line={"color": INK, "width": 1.8}, marker=marker)


def has_signal(run: UnknownRun, place: int) -> bool:
    """True for a point of a pattern; a rule about the whole series marks none."""
    return any(signal.side and place in signal.places for signal in run.signals)


def point_words(run: UnknownRun, place: int) -> str:
    """What a point says when it is pointed at."""
    count, label = run.counts[place], run.periods[place].label
    if not count.known:
        return label
    rules = [name for name, _ in rules_at(run.signals, place)]
    return "<br>".join([f"<b>{label}</b>", f"{percent_words(run.at(place))} ({counted_words(count)})", *rules])


def median_line(run: UnknownRun) -> list[dict]:
    """The median: dashed while it is a first one."""
    if len(run.known) < FEWEST_FOR_MEDIAN:
        return []
    start, end = run.periods[0].start.isoformat(), run.periods[run.known[-1]].middle.isoformat()
    at = {"x0": start, "x1": end, "y0": run.chart.median, "y1": run.chart.median}
    dash = "5px,4px" if run.chart.provisional else "solid"
    return [{"type": "line", "xref": "x", "yref": "y", "layer": "below", "line": {"color": INK3, "width": 1.2, "dash": dash}} | at]


def labels(run: UnknownRun) -> list[Label]:
    """The latest share in bold, and the median where it is drawn."""
    last = run.at(run.known[-1])
    end = Label(f"<b>{percent_words(last)}</b>", last, INK)
    if len(run.known) < FEWEST_FOR_MEDIAN:
        return [end]
    return [end, Label(f"median {decimal(run.chart.median, 1)}%", run.chart.median, INK2, size=TEXT_SMALL)]
