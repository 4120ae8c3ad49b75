"""What stands where there is no page, for whoever followed an old or misspelled link."""

from __future__ import annotations

import dash

from components import html
from components.notices import not_found
from data_access.viewer import Viewer
from equity.selection import Query


def layout(viewer: Viewer, query: Query) -> html.Main:
    """The designed answer; it names no address back, which a stranger wrote."""
    return not_found()


dash.register_page(__name__, name="Not found", order=None, layout=layout)
