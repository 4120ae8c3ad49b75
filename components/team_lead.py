"""Around a team's lead chart: who it is, what it tested, what the rules found, what guards the measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from components import html
from components.marks import blank_cell, verdict_cell
from equity.blanks import NOT_REPORTED

BEFORE_AND_AFTER = "The chart shows what was before and after each change. It cannot show that one led to the other."
NO_CHANGE = "No change tested on this measure is recorded."
NO_GUARD = "No balancing measure of this team guards it."


@dataclass(frozen=True, slots=True)
class TestedChange:
    """One change idea. letter: of its flag on the chart, empty where it lies outside the periods shown; when and decision in words."""

    # pytest takes every class of this name for a test.
    __test__ = False

    letter: str
    tested: str
    driver: str
    when: str
    decision: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about the team: its name, what it says, and in small what belongs to it."""

    name: str
    words: str
    more: str = ""


def mine_parts(*, is_mine: bool, choose: str) -> list[Component]:
    """That this is the reader's own team, or the way to make it that."""
    if is_mine:
        return [html.Span("my team", className="my-team")]
    return [html.A("Make this my team", href=choose, **{"data-turn": "true"})]


def who_sees_link(team_id: str) -> html.P:
    """For the team's own members: where they choose who sees its numbers."""
    return html.P(html.A("Who sees our numbers?", href=f"/who-sees/{team_id}"), className="team-choice")


def fact_list(facts: Sequence[Fact]) -> list[Component]:
    """Terms over their values, side by side."""
    return [
        html.Div([html.Dt(fact.name), html.Dd([html.B(fact.words), *([html.Span(fact.more)] if fact.more else [])])], className="team-about-fact")
        for fact in facts
    ]


def changes_parts(changes: Sequence[TestedChange]) -> list[Component]:
    """What was tested, with the letter of its flag."""
    if not changes:
        return [html.H3("Changes tested"), html.P(NO_CHANGE)]
    return [html.H3("Changes tested"), html.Ul([change_item(change) for change in changes], className="team-changes"), html.P(BEFORE_AND_AFTER)]


def change_item(change: TestedChange) -> html.Li:
    """One change: its letter, what was tested, when, and what was decided."""
    letter = html.Span(change.letter, className="team-flag") if change.letter else html.Span(className="team-flag team-flag-none")
    driver = [html.Span(f"{change.driver}. ")] if change.driver else []
    return html.Li([letter, html.Div([html.B(change.tested), html.Span([*driver, f"{change.when}, {change.decision}"], className="quiet")])])


def rules_parts(paragraphs: Sequence[str], rules: Sequence[tuple[str, str]] = ()) -> list[Component]:
    """What the run rules found, and below it the rules themselves: (name, what it says)."""
    said = [html.P([html.B(f"{name}. "), words]) for name, words in rules]
    return [html.H3("What the run rules found"), *(html.P(words) for words in paragraphs), *said]


def guard_list(guards: Sequence[tuple[str, str, str | None, str | None]], guarded: Sequence[tuple[str, str]]) -> list[Component]:
    """Balancing measures of this one: (name, address, verdict, blank); and the measures that it guards itself: (name, address)."""
    said: list[Component] = [html.H3("What guards it")] if guards or not guarded else []
    for name, address, word, blank in guards:
        state = verdict_cell(word) if word else blank_cell(blank or NOT_REPORTED)
        said.append(html.P([html.A(name, href=address, **{"data-soft": "true"}), ", a balancing measure: its gap is ", state], className="team-guard"))
    if not guards and not guarded:
        said.append(html.P(NO_GUARD))
    if guarded:
        said += [html.H3("What it guards")]
        said += [html.P([html.A(name, href=address, **{"data-soft": "true"})]) for name, address in guarded]
    return said


def notes(parts: Sequence[tuple[str, Sequence[str]]]) -> list[html.Div]:
    """Short texts side by side, each under its title; one without words is left out."""
    return [html.Div([html.H3(title), *(html.P(words) for words in said if words)]) for title, said in parts if any(said)]
