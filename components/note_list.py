"""Notes on single values beneath the chart that marks them."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from components import html

# The mark of a note in a chart and a cell that are too small for keys.
DAGGER = "†"


def note_list(title: str, notes: Sequence[tuple[str, str, str]]) -> list[Component]:
    """Each note with its key: (key, what was written, about what, by whom and when); nothing where there is none."""
    if not notes:
        return []
    items = [
        html.Li([html.Span(key, className="note-key"), html.Div([html.B(words), html.Span(about, className="quiet")])], className="note")
        for key, words, about in notes
    ]
    return [html.H3(title, className="part-title"), html.Ul(items, className="team-changes note-list")]
