"""Entries that an address can name: a measure, a division, a framework, a practice, a word; each with its terms beside its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dash.development.base_component import Component

from components import html
from components.cards import KEEPS, definition_list
from components.tables import Cell


@dataclass(frozen=True, slots=True)
class Entry:
    """One definition. about: lines under the name; links: (words, address) to where it is shown; beside: terms in a second column."""

    entry_id: str
    name: str
    about: Sequence[str]
    lines: Sequence[tuple[str, Cell]]
    links: Sequence[tuple[str, str]] = ()
    beside: Sequence[tuple[str, Cell]] = ()
    more: Sequence[Component] = field(default=())


def entry_article(entry: Entry) -> html.Article:
    """Name, what is said of it and where it is shown at the left; its terms at the right, and what else there is under them."""
    link = html.A("#", href=f"#{entry.entry_id}", className="anchor", **{"aria-label": f"Link to {entry.name}"})
    shown = [html.P([html.A(words, href=address) for words, address in entry.links], className="entry-links")] if entry.links else []
    who = html.Div([html.H3(entry.name), *(html.P(words, className="quiet") for words in entry.about), *shown, link], className="entry-who")
    lists = [definition_list(lines) for lines in (entry.lines, entry.beside) if lines]
    terms = [html.Div(lists, className="entry-two")] if len(lists) > 1 else lists
    return html.Article([who, html.Div([*terms, *entry.more])], id=entry.entry_id, className="method entry")


def linked_entries(entries: Sequence[tuple[str, str]]) -> Cell:
    """Names with commas between, each leading to its entry: (words, address)."""
    return html.Span(with_commas([html.A(words, href=address) for words, address in entries]))


def with_commas(parts: Sequence[Component | str]) -> list[Component | str]:
    """The parts with a comma between each two."""
    return [one for place, part in enumerate(parts) for one in ((", ", part) if place else (part,))]


def lines_list(lines: Sequence[str]) -> html.Ul:
    """One line under another."""
    return html.Ul([html.Li(words) for words in lines])


def part_contents(parts: Sequence[tuple[str, str, Sequence[tuple[str, str]]]]) -> html.Nav:
    """A link to every part and to every entry in it: (name, id, entries as (words, id))."""
    lists = [html.Div([html.A(name, href=f"#{part_id}", className="contents-part"), *_under(entries)]) for name, part_id, entries in parts]
    return html.Nav(lists, className="contents", **{"aria-label": "What is defined here"})


def _under(entries: Sequence[tuple[str, str]]) -> list[html.Ul]:
    return [html.Ul([html.Li(html.A(words, href=f"#{place}")) for words, place in entries])] if entries else []


def levels_of(name: str, levels: Sequence[tuple[str, str]], items: Sequence[str] = ()) -> html.Div:
    """A domain with its items, and the words of every level: (number and label, what it says)."""
    parts = [html.P(f"Its items: {'; '.join(items)}.", className="quiet")] if items else []
    return html.Div([html.H4(name), *parts, definition_list(levels)], className="entry-domain")


@dataclass(frozen=True, slots=True)
class WordEntry:
    """One word. where: (name of a page, its address), without an address where it is no page of its own."""

    word_id: str
    word: str
    means: str
    where: Sequence[tuple[str, str]]


def word_list(words: Sequence[WordEntry]) -> html.Dl:
    """Every word with what it means and where it is met."""
    return html.Dl(
        [html.Div([html.Dt(one.word), html.Dd([f"{one.means}. ", _met(one.where)])], id=one.word_id, className="word entry") for one in words],
        className="words",
    )


def _met(where: Sequence[tuple[str, str]]) -> html.Span:
    """Where: Network, a team's page; pages as links."""
    places = with_commas([html.A(name, href=address, **KEEPS) if address else name for name, address in where])
    return html.Span(["Where: ", *places, "."], className="quiet")


def kinds_list(name: str, kinds: Sequence[tuple[str, str]]) -> html.Div:
    """One way in which teams differ, with how many there are of each kind."""
    rows = [html.Div([html.Dt(kind), html.Dd(teams)]) for kind, teams in kinds]
    return html.Div([html.H3(name), html.Dl(rows, className="kinds") if rows else html.P("Not given.", className="quiet")])
