"""Verdicts and blanks as the reader sees them: always mark and word together."""

from __future__ import annotations

from components import html
from equity import blanks
from equity.verdicts import VERDICT_WORDS


def mark(kind: str) -> html.Span:
    """The shape alone, silent to a screen reader: the word stands beside it."""
    return html.Span(className=f"mark mark-{kind}", **{"aria-hidden": "true"})


def verdict_cell(word: str) -> html.Span:
    """A verdict as a filled cell."""
    return html.Span([mark(word), VERDICT_WORDS[word]], className=f"verdict verdict-{word}")


def verdict_line(word: str) -> html.Span:
    """A verdict in a line of text, without fill."""
    return html.Span([mark(word), VERDICT_WORDS[word]], className=f"plain plain-{word}")


def blank_cell(blank: str) -> html.Span:
    """Why there is no number here: mark and word, quiet."""
    return html.Span([mark(blanks.marker_of(blank)), blanks.WORDS[blank]], className="blank")


def state_cell(word: str | None, blank: str | None) -> html.Span:
    """A verdict, or the blank that stands in its place."""
    return verdict_cell(word) if word else blank_cell(blank or blanks.NOT_REPORTED)


def mark_key(kinds: list[str]) -> html.Div:
    """What the marks mean: verdicts and blanks, in words."""
    words = VERDICT_WORDS | blanks.WORDS
    return html.Div([html.Span([mark(kind), words[kind]]) for kind in kinds], className="key")
