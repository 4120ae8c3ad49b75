"""Who asks: read from the server's own knowledge alone, never from what a browser sends."""

from __future__ import annotations

from flask import current_app

from data_access.viewer import NETWORK_LEAD, Viewer
from equity.errors import NotSignedIn

DEMO = "LANTERN_DEMO"


def viewer_of_request() -> Viewer:
    """The viewer of the request being answered. Raises NotSignedIn in production mode, where no account exists yet."""
    if current_app.config[DEMO]:
        return NETWORK_LEAD
    raise NotSignedIn
