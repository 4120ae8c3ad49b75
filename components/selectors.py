"""Choices: native selects that change the address, and badges that say and undo what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import dash_bootstrap_components as dbc
from dash.development.base_component import Component

from components import html


@dataclass(frozen=True, slots=True)
class Choice:
    """One question with its possible answers (value, words) and the one that holds now."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str
    clears: tuple[str, ...] = ()

    @property
    def option_list(self) -> list[dict[str, str]]:
        return [{"value": value, "label": words} for value, words in self.options]


@dataclass(frozen=True, slots=True)
class Badge:
    """A filter in words; undo is the address without it, or None where it cannot be taken away; doubled: a select beside it says the same."""

    name: str
    words: str
    undo: str | None
    doubled: bool = False


def choice_select(choice: Choice, *, select_id: str) -> html.Div:
    """A labelled native select; the page's script writes the address when it changes."""
    # A select without a value shows its placeholder: the words of the answer that leaves nothing out.
    every = next((words for value, words in choice.options if not value), None)
    select = dbc.Select(id=select_id, options=choice.option_list, value=choice.value, placeholder=every)
    data = {"data-choice": choice.name, "data-clears": " ".join(choice.clears)}
    return html.Div([html.Label(choice.label, htmlFor=select_id), select], className="choice", **data)


def badges(filters: Sequence[Badge], *, reset: str | None) -> list[html.Span | html.A]:
    """Every applied filter; those that a reader added can be removed, and all at once by Reset."""
    parts = [_badge(badge) for badge in filters]
    if reset is not None:
        parts.append(html.A("Reset", href=reset, className="reset", **{"data-soft": "true"}))
    return parts


def _badge(badge: Badge) -> html.Span:
    words = [html.Span(f"{badge.name}: ", className="badge-name"), badge.words]
    if badge.undo is None:
        return html.Span(words, className="badge-fixed badge-doubled" if badge.doubled else "badge-fixed")
    undo = html.A("×", href=badge.undo, className="remove", **{"data-soft": "true", "aria-label": f"Remove the filter {badge.name}: {badge.words}"})
    return html.Span([html.Span(words), undo], className="badge-set")


def opener(words: str, *, opens: str) -> html.Button:
    """A button that shows and hides the element of this id where there is no room for it; elsewhere it is always there, and the button is not."""
    return html.Button(words, type="button", className="button opens", **{"aria-controls": opens, "aria-expanded": "false"})


def pager(page: int, pages: int, *, address_of: Callable[[int], str], find: str, total: int, card_id: str) -> list[Component]:
    """Turning pages of teams in a card, and finding one by name; nothing where one page holds all and nobody searches."""
    if pages <= 1 and not find:
        return []
    return [find_field(find, card_id, turns=True), *turning(page, pages, address_of=address_of, total=total)]


def turning(page: int, pages: int, *, address_of: Callable[[int], str], total: int, noun: str = "teams") -> list[Component]:
    """Which page of teams this is, and the ones beside it. noun: what else stands on the pages."""
    turned = [(page - 1, f"Earlier {noun}"), (page + 1, f"Later {noun}")]
    links = [html.A(words, href=address_of(number), **{"data-turn": "true"}) for number, words in turned if 1 <= number <= pages]
    return [html.Span(f"{total:,} {noun}, page {page} of {pages}"), *links]


def find_field(find: str, card_id: str, *, turns: bool = False, label: str = "Find a team", known: Sequence[str] = ()) -> html.Div:
    """Finding a team by part of its name.

    Takes    turns: the whole page comes anew, at this card; else what changes is asked for; label: what else is found; known: what may be looked for,
             offered by the browser while one types.
    """
    offers = [html.Datalist([html.Option(value=words) for words in known], id=f"{card_id}-known")] if known else []
    search = dbc.Input(id=f"{card_id}-find", type="search", value=find, debounce=True, maxLength=60, **({"list": f"{card_id}-known"} if known else {}))
    turn = {"data-turn": card_id} if turns else {}
    parts = [html.Label(label, htmlFor=f"{card_id}-find"), search, *offers]
    return html.Div(parts, className="choice", **{"data-choice": "find", "data-clears": "page"}, **turn)
