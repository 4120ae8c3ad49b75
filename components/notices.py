"""Notices and the designed bad days: what happened, what to do, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from components import html
from equity.errors import ReaderError


def notices(errors: Sequence[ReaderError]) -> list[html.Div]:
    """What could not be answered as asked, in plain words; empty where all was."""
    return [html.Div([html.B(error.title), html.P(str(error))], className="notice", role="status") for error in errors]


def trouble(error: ReaderError, *, again: str) -> html.Main:
    """A whole page in place of one that cannot be shown; the address is kept."""
    parts = [
        html.H1(error.title, id="question", tabIndex=-1),
        html.P([str(error), " Your filters are kept."]),
        html.P(html.A("Try again", href=again, className="button button-solid")),
    ]
    return html.Main(html.Div(html.Div(parts, className="notice trouble", role="alert"), className="wrap"), id="main")


def not_found() -> html.Main:
    """There is no such page; where to go instead."""
    parts = [
        html.H1("There is no such page", id="question", className="question", tabIndex=-1),
        html.P("The link may be old or misspelled.", className="sentence"),
        html.P(html.A("Network", href="/")),
    ]
    return html.Main(html.Div(parts, className="wrap"), id="main")
