"""The parts of a review of a quarter: the roll-up, its marks, and a sheet for each team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from components import html
from components.marks import blank_cell, mark, state_cell, verdict_line
from components.team_lead import TestedChange, change_item
from equity.blanks import marker_of
from equity.numbers import capitalised, count_words, plural
from equity.verdicts import VERDICT_WORDS

# More marks than these say less than their number.
MOST_MARKS = 60
# As many reports as find room in two lines of a phone.
LATEST = 6


@dataclass(frozen=True, slots=True)
class OtherGap:
    """Another gap of a team: its measure, the address of its charts, its verdict or blank."""

    name: str
    href: str
    word: str | None
    blank: str | None


def big_number(count: int, total: int, words: str) -> html.P:
    """9 of 15, as large as a cover has it, and of what."""
    return html.P([html.B(f"{count_words(count)} of {count_words(total)}"), html.Span(words)], className="review-number")


def roll_marks(rows: Sequence[tuple[str, int, str]]) -> html.Div:
    """One mark a team, silent: the list beside says the same."""
    marks = [html.Span(mark(marker_of(key)), className=f"review-mark verdict-{key}") for key, count, _ in rows for _ in range(count)]
    return html.Div(marks if len(marks) <= MOST_MARKS else [], className="review-marks", **{"aria-hidden": "true"})


def roll_list(rows: Sequence[tuple[str, int, str]]) -> html.Ul:
    """How many teams have each verdict or blank. Takes (state, teams, what it means)."""
    return html.Ul([html.Li([html.B(count_words(count)), state_words(key), html.Span(means)]) for key, count, means in rows], className="roll")


def state_words(key: str) -> html.Span:
    """A verdict or a blank in a line."""
    return verdict_line(key) if key in VERDICT_WORDS else blank_cell(key)


def review_links(reviews: Sequence[tuple[str, str, bool]]) -> html.Nav:
    """The reviews that can be read, the latest last; many of them are folded away. Takes (words, address, is it this one)."""
    earlier, latest = reviews[:-LATEST], reviews[-LATEST:]
    folded = [html.Details([html.Summary("Earlier reports"), link_list(earlier)], open=any(here for *_, here in earlier))] if earlier else []
    return html.Nav([link_list(latest), *folded], className="review-quarters", **{"aria-label": "Reports"})


def link_list(reviews: Sequence[tuple[str, str, bool]]) -> html.Ul:
    """Each as a link, but for the one that is read."""
    items = [html.Li(html.Span(words, **{"aria-current": "page"}) if here else html.A(words, href=address)) for words, address, here in reviews]
    return html.Ul(items)


def facts(pairs: Sequence[tuple[str, str]]) -> html.Dl:
    """What is told of a team in short, each under its name."""
    parts = [html.Div([html.Dt(name), html.Dd(words)], className="team-about-fact") for name, words in pairs]
    return html.Dl(parts, className="team-about review-facts")


def part(title: str, content: Sequence[Component | str]) -> html.Div:
    """A part of a sheet under its own title."""
    return html.Div([html.H3(title), *content], className="review-part")


def changes_list(changes: Sequence[TestedChange], earlier: int) -> list[Component]:
    """What a team tested until then, the latest last. earlier: how many older ones are left out."""
    if not changes:
        return [html.P("No change on this measure had been begun by then.", className="quiet")]
    left_out = f"{capitalised(plural(earlier, 'earlier one'))} {'stands' if earlier == 1 else 'stand'} on the team's page."
    more = [html.P(left_out, className="quiet")] if earlier else []
    return [html.Ul([change_item(change) for change in changes], className="team-changes"), *more]


def others_list(others: Sequence[OtherGap]) -> list[Component]:
    """The other gaps of a team, each with its verdict at the quarter's end."""
    if not others:
        return [html.P("It works on no other gap.", className="quiet")]
    items = [html.Li([html.A(one.name, href=one.href), state_cell(one.word, one.blank)]) for one in others]
    return [html.Ul(items, className="review-others")]


def words_of_team(words: str, said_by: str) -> list[Component]:
    """A team's own words on the quarter, unchanged."""
    return [html.Blockquote(html.P(words)), html.P(said_by, className="said-by")]


def points(sentences: Sequence[str]) -> html.Ul:
    """Short statements below each other."""
    return html.Ul([html.Li(words) for words in sentences], className="review-points")
