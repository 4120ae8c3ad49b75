"""How is each number made? For whoever doubts one: what it answers, its formula, how it reads, its source."""

from __future__ import annotations

import dash

from components import html
from components.method_sections import contents, method_part
from data_access.store import reading
from data_access.viewer import Viewer
from equity.method_cards import METHODS
from equity.selection import Query
from pages._frame import asked, page_main


def layout(viewer: Viewer, query: Query) -> html.Main:
    """Every method; the same for every network."""
    with reading():
        return page_main(
            "methods",
            asked(viewer, query),
            question="How is each number made?",
            eyebrow="Methods",
            sentence=[html.B("Chart, table, sentence and file read one result."), " Here is how each is made, and where it may mislead."],
            choices=[],
            badges_shown=[],
            beneath=[contents(METHODS)],
            cards=[method_part(f"methods-part-{number}", name, cards) for number, (name, cards) in enumerate(METHODS.items(), start=1)],
        )


dash.register_page(__name__, name="Methods", path="/methods", order=8, title="Methods · Lantern", layout=layout)
