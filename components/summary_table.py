"""The summaries of all groups: a row each, with what it says."""

from __future__ import annotations

from collections.abc import Sequence

from components import html
from components.compare_cards import plain_table

# Name, meaning, and (value, interval) then and now.
SummaryRow = tuple[str, str, tuple[str, str], tuple[str, str]]


def summary_table(rows: Sequence[SummaryRow], *, then: str, now: str, caption: str) -> html.Table:
    """Name with its meaning, then and now, each with its interval. Nobody sorts it: its rows have no unit in common."""
    cells = [
        [[html.Div(name), html.Div(meaning, className="card-subtitle")], *([value, html.Br(), interval] for value, interval in both)]
        for name, meaning, *both in rows
    ]
    return plain_table(caption, ("Summary", then, now), cells, amounts=(1, 2))
