"""Who asks: read from the server's own knowledge alone, never from what a browser sends."""

from __future__ import annotations

from flask import abort, current_app, g

from data_access.viewer import Viewer
from equity.errors import NotSignedIn
from web.doors import STRANGER, Allowed
from web.seen_as import seen_as

DEMO = "LANTERN_DEMO"


def viewer_of_request() -> Viewer:
    """The viewer of the request being answered. Raises NotSignedIn where nobody is signed in."""
    if "viewer" not in g:
        g.viewer = seen_as() if current_app.config[DEMO] else None
    if g.viewer is None:
        raise NotSignedIn
    return g.viewer


def role_of_request() -> str:
    """The viewer's role; a stranger's where nobody is signed in."""
    try:
        return viewer_of_request().role
    except NotSignedIn:
        return STRANGER


def require(allowed: Allowed | None) -> None:
    """End the request with 403 where the viewer is not among those who may pass."""
    if role_of_request() not in (allowed or ()):
        abort(403, "Your role does not include this.")
