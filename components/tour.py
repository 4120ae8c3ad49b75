"""The offer of a tour: a line on a first visit. The page's script takes the steps from it, and brings the rest when somebody says yes."""

from __future__ import annotations

import json

from components import html
from components.report_tables import BLANKS
from equity.blanks import MEANINGS, WORDS, marker_of
from equity.tour import KEPT_HERE, TOURS, Step

# Where each place is on the pages. Of several the first that can be seen: on a phone what is in the bar is folded behind its button.
PLACES = {
    "choices": ".asked",
    "sentence": "#main .sentence",
    "chart": "#team-run .chart",
    "foot": "#network-gap .card-foot, #team-run .card-foot",
    "marks": "#network-grid .key",
    "theme": "#theme, .bar .opens",
    "my-team": "#my-team, .bar .opens",
}


def tour_offer(name: str) -> html.Div:
    """The tour of this page, offered in one line; the page's script hides it from whoever took it or said no."""
    parts = [
        html.P(["First time here? ", html.Span(KEPT_HERE, className="quiet")]),
        html.Button("Show me around", type="button", className="button", **{"data-tour-begin": "true"}),
        html.Button("No, thanks", type="button", className="link", **{"data-tour-decline": "true"}),
    ]
    return html.Div(
        parts, id=f"tour-{name}", className="tour-offer", **{"data-tour": name, "data-steps": json.dumps([step_parts(step) for step in TOURS[name]])}
    )


def step_parts(step: Step) -> dict[str, object]:
    """One step as the script reads it."""
    marks = [(marker_of(blank), WORDS[blank], MEANINGS[blank]) for blank in BLANKS] if step.with_blanks else []
    return {"at": PLACES[step.place], "title": step.title, "words": step.words, "marks": marks}
