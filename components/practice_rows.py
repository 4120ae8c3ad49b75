"""Practices in use: a square a team, hollow where it was so from the start, filled where it began since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from components import html
from components.tables import data_table
from equity.practices import PracticeCounts
from equity.stages import STAGE_WORDS, stage_words

# More squares than these are no longer counted by eye: a bar shows their share.
MOST_SQUARES = 24
KEPT, BEGUN, ENDED, OTHER = "kept", "begun", "ended", "other"
SQUARE_WORDS = {KEPT: "in use from the start", BEGUN: "begun since", ENDED: "no longer in use", OTHER: "not in use"}


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """One practice: what it means, and how many teams use it."""

    name: str
    wording: str
    counts: PracticeCounts


def practice_rows(lines: Sequence[PracticeLine], *, most: int) -> html.Ul:
    """A line a practice. most: how many teams told, the same for every line."""
    return html.Ul([practice_row(line, most) for line in lines], className="practices drawn")


def practice_row(line: PracticeLine, most: int) -> html.Li:
    """Name, squares or bar, and the number at the right."""
    drawn = squares(line.counts, most) if most <= MOST_SQUARES else bar(line.counts, most)
    number = html.Span([str(line.counts.in_use), html.Span(f" of {most} teams, {then_words(line.counts)}", className="sr-only")], className="number")
    return html.Li([html.Span(line.name, title=line.wording), drawn, number])


def then_words(counts: PracticeCounts) -> str:
    """How many there were at the start."""
    return f"{counts.kept + counts.ended} at the start"


def parts_of(counts: PracticeCounts, most: int) -> list[tuple[str, int]]:
    """How many teams of each kind, in the order in which they are drawn."""
    shown = counts.in_use + counts.ended
    return [(KEPT, counts.kept), (BEGUN, counts.begun), (ENDED, counts.ended), (OTHER, most - shown)]


def squares(counts: PracticeCounts, most: int) -> html.Span:
    """A square a team."""
    return html.Span([html.I(className=kind) for kind, count in parts_of(counts, most) for _ in range(count)], className="squares", **{"aria-hidden": "true"})


def bar(counts: PracticeCounts, most: int) -> html.Span:
    """The same as shares of a bar."""
    parts = [html.I(className=kind, style={"flexGrow": count}) for kind, count in parts_of(counts, most) if count]
    return html.Span(parts, className="squares share", **{"aria-hidden": "true"})


def practice_key(lines: Sequence[PracticeLine]) -> html.Div:
    """What the squares mean, of those that are drawn."""
    kinds = [KEPT, BEGUN, *([ENDED] if any(line.counts.ended for line in lines) else [])]
    marks = [html.Span([html.Span(html.I(className=kind), className="squares", **{"aria-hidden": "true"}), SQUARE_WORDS[kind]]) for kind in kinds]
    return html.Div(marks, className="key")


def practice_table(lines: Sequence[PracticeLine]) -> html.Table:
    """Teams by stage, then and now, with what each practice means."""
    stages = stages_told(lines)
    head = ("Practice", "Meaning", "In use then", "In use now", *(f"Now: {stage_words(stage)}" for stage in stages))
    rows: list[list[str | Component]] = [
        [
            line.name,
            line.wording,
            str(line.counts.kept + line.counts.ended),
            str(line.counts.in_use),
            *(str(line.counts.now.get(stage, 0)) for stage in stages),
        ]
        for line in lines
    ]
    return data_table("Teams by practice and stage", head, rows, amounts=range(2, len(head)))


def stages_told(lines: Sequence[PracticeLine]) -> list[str]:
    """The stages that any team told of: the known ones in their order, then the network's own."""
    told = {stage for line in lines for stage in line.counts.now}
    return [stage for stage in STAGE_WORDS if stage in told] + sorted(told - set(STAGE_WORDS))
