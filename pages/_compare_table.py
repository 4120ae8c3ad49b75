"""The same numbers as a table, on the Compare page: ordered by name, size or setting, and never by the gap."""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, card_head
from components.compare_cards import TableHead, TableRow, comparison_table, plain_table
from components.definition_card import definition_url
from components.marks import blank_cell
from equity.blanks import NOT_REPORTED
from equity.compared_team import OWN, ComparedTeam
from equity.counted import size_words
from equity.false_signals import false_signal_words
from equity.gap_line import gaps_of
from equity.numbers import capitalised, estimate_words, record_number, record_words
from equity.rates import Estimate
from equity.reliability import UNSTEADY
from equity.sentences.comparison import likely_words
from figures.scales import finite
from pages._compare_answer import Answer
from pages._compare_question import BY_SETTING, BY_SIZE
from pages._frame import csv_url, team_url

CARD = "compare-table"
CUT_ONE_IN = 50


def table_card(answer: Answer) -> html.Section:
    scroll = {"tabIndex": 0, "role": "region", "aria-label": "Teams side by side"}
    body = html.Div(table_body(answer), id=f"{CARD}-body", className="grid-scroll", **scroll)
    return card(CARD, head=table_head(answer), body=[body], foot=table_foot(answer))


def table_head(answer: Answer) -> list[Component]:
    if answer.compared.is_withheld:
        return card_head(CARD, "Which teams have reported", f"{answer.period_label}. Their numbers are not shown beside each other.")
    return card_head(CARD, "The same numbers as a table", f"{answer.period_label}. Verdicts are on each team's own trend. {false_signal_words(answer.share)}")


def table_body(answer: Answer) -> Component:
    if answer.compared.is_withheld:
        return withheld_table(answer)
    courses = {row.team.team_id: course(answer, row) for row in answer.rows}
    rows = [table_row(answer, row, courses[row.team.team_id]) for row in answer.rows]
    caption = f"{answer.measure.name}: {answer.names.focus} and {answer.names.reference}, {answer.period_label}"
    return comparison_table(caption, heads(answer), rows, shared_span(courses.values()))


def shared_span(courses: Iterable[list[Estimate]]) -> tuple[float, float]:
    """One range for the courses of all teams: a few values far out are cut, or every other line would be flat."""
    known = sorted(finite(gap.value for gaps in courses for gap in gaps)) or [0.0]
    cut = len(known) // CUT_ONE_IN
    return min(known[cut], 0.0), known[-1 - cut]


def withheld_table(answer: Answer) -> html.Table:
    """Who has numbers, and no numbers."""
    rows = [
        [row.team.name, row.team.sector or "not said", row.team.setting or "not said", blank_cell(row.blank) if row.blank else "has numbers"]
        for row in answer.rows
    ]
    return plain_table(f"{answer.measure.name}, {answer.period_label}", ("Team", "Sector", "Setting", "Report"), rows)


def course(answer: Answer, row: ComparedTeam) -> list[Estimate]:
    """The gap in all periods."""
    series = answer.series.get(row.team.team_id)
    return gaps_of(series, answer.measure) if series else []


def heads(answer: Answer) -> list[TableHead]:
    """The columns; three of them order the rows."""
    chosen, names = answer.selection, answer.names

    def sorting(said: str, order: str, *, is_amount: bool = False) -> TableHead:
        return TableHead(said, chosen.but(order=order, page=1).to_query(), chosen.order == order, is_amount)

    focus = capitalised(names.focus)
    people = TableHead(focus, is_amount=True) if answer.question.is_paged else sorting(focus, BY_SIZE, is_amount=True)
    gap = "Ratio" if answer.measure.scale == "ratio" else f"Gap, {'points' if answer.measure.multiplier == 100 else names.unit_words or 'shares'}"
    amounts = ("Rate", capitalised(names.reference), "Rate", gap, "95% interval")
    return [
        sorting("Team", ""),
        TableHead("Sector"),
        sorting("Setting", BY_SETTING),
        people,
        *(TableHead(said, is_amount=True) for said in amounts),
        TableHead("Since the start"),
        TableHead("Verdict"),
    ]


def table_row(answer: Answer, row: ComparedTeam, gaps: list[Estimate]) -> TableRow:
    word, blank, _ = answer.states[row.team.team_id]
    multiplier, compared = answer.measure.multiplier, answer.compared
    has_gap = row.blank is None
    return TableRow(
        name=row.team.name,
        address="" if row.team.is_coded else team_url(row.team.team_id, answer.selection),
        sector=row.team.sector,
        setting=row.team.setting,
        people=size_words(row.focus) if row.people else "",
        others=size_words(row.reference) if row.reference.known else "",
        focus_rate=estimate_words(row.focus_rate, multiplier),
        reference_rate=estimate_words(row.reference_rate, multiplier),
        gap=record_number(row.gap, compared.measure) if has_gap else "",
        interval=likely_words(row.gap, compared) + ("" if row.steady else f", {UNSTEADY}") if has_gap else "",
        course=[gap.value for gap in gaps],
        course_said=course_words(answer, gaps),
        word=word,
        verdict_blank=blank or NOT_REPORTED,
        blank=row.blank,
        is_mine=row.team.team_id == answer.selection.team,
        is_own=row.standing == OWN,
    )


def course_words(answer: Answer, gaps: list[Estimate]) -> str:
    """From where to where the gap went, for a screen reader."""
    known = [gap for gap in gaps if isfinite(gap.value)]
    return f"From {record_words(known[0], answer.compared.measure)} to {record_words(known[-1], answer.compared.measure)}" if known else "No gap in any period"


def table_foot(answer: Answer) -> list[Component]:
    source = f"{words.protected_source(answer.asked.catalogue)} Ordered by name, size or setting. Never by the gap."
    return card_foot(
        source=source,
        table=None,
        csv_url=None if answer.compared.is_withheld else csv_url("compare", "table", answer.asked),
        defined=definition_url(answer.measure),
        method=answer.measure.scale,
    )
