"""Who is here, for the bar of every page."""

from __future__ import annotations

from dash.development.base_component import Component
from flask import current_app
from flask_wtf.csrf import generate_csrf

from components.who import see_as, signed_in
from data_access.accounts.results import Session
from web.forms import links_of
from web.seen_as import SEEN_AS, seen_as
from web.sessions import DEMO
from web.viewers import session_of_request


def who_is_here() -> list[Component]:
    """The demo's switch; else who is signed in, and the way out."""
    if not current_app.config[DEMO]:
        found = session_of_request()
        return [signed_in(found.account.name, links_of(found.account.viewer)[1:], token=generate_csrf())] if isinstance(found, Session) else []
    return [see_as(list(SEEN_AS.items()), seen_as().role, token=generate_csrf())]
