"""Who asks: read from the server's own knowledge alone, never from what a browser sends."""

from __future__ import annotations

from flask import abort, current_app, g, session

from data_access.accounts.results import NoSession, Session
from data_access.accounts.sessions import session_viewer
from data_access.viewer import Viewer
from equity.errors import NotSignedIn
from web import clock
from web.doors import STRANGER, Allowed
from web.seen_as import seen_as
from web.sessions import DEMO, TOKEN


def session_of_request() -> Session | NoSession:
    """The session that the browser's cookie names, looked up once for each request; why there is none."""
    if "session" not in g:
        g.session = session_viewer(session.get(TOKEN), clock.now())
    return g.session


def viewer_of_request() -> Viewer:
    """The viewer of the request being answered. Raises NotSignedIn where nobody is signed in."""
    if current_app.config[DEMO]:
        return seen_as()
    found = session_of_request()
    if isinstance(found, NoSession):
        raise NotSignedIn
    return found.viewer


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
