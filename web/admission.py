"""Before anything is read: does the request come from our own pages, and may who asks pass this door?"""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from dash import Dash
from flask import Flask, Response, abort, current_app, jsonify, redirect, request

from web.addresses import HOME, referring
from web.callbacks import CALLBACKS, body_of_request
from web.doors import ADMINISTRATOR, EVERYBODY, ROUTES, STRANGER, is_there, of_callback
from web.sessions import DEMO
from web.viewers import require, role_of_request

READING = ("GET", "HEAD", "OPTIONS")
# Asked by scripts and by people who save a file: a sign-in page would be taken for the answer.
NO_PAGE = ("/_", "/csv/")
SIGN_IN = "/sign-in"


def keep_out_other_sites(server: Flask) -> None:
    """What changes or asks something comes from our own pages: a browser says where a request began."""

    @server.before_request
    def from_our_own_pages() -> None:
        if request.method in READING:
            return
        begun = request.headers.get("Sec-Fetch-Site", "same-origin")
        origin = request.headers.get("Origin")
        if begun not in ("same-origin", "none") or (origin is not None and urlsplit(origin).netloc != request.host):
            abort(403, "This request began on another site.")


def keep_doors(server: Flask) -> None:
    """Ask the table of doors before each answer."""

    @server.before_request
    def may_pass() -> Response | tuple[Response, int] | None:
        # A path that is no route, and a method that a route does not have, are answered so by Flask: nothing is read for them.
        if request.url_rule is None:
            return None
        rule = request.url_rule.rule
        if not is_there(rule, is_demo=current_app.config[DEMO]):
            abort(404)
        if ROUTES[rule] is EVERYBODY:
            return None
        return led_elsewhere(rule) or require(ROUTES[rule])


def keep_callbacks(app: Dash) -> None:
    """Ask the table for the callback itself. To be installed after the form of the question was looked at."""

    @app.server.before_request
    def may_ask() -> None:
        if request.path == CALLBACKS and request.method == "POST":
            require(of_callback(body_of_request()["output"]))


def led_elsewhere(rule: str) -> Response | tuple[Response, int] | None:
    """A stranger is led to sign in, an administrator from the first page to the accounts; None for all others."""
    role = role_of_request()
    if role == STRANGER:
        return to_sign_in()
    return redirect("/accounts") if role == ADMINISTRATOR and rule == HOME else None


def to_sign_in() -> Response | tuple[Response, int]:
    """Where a stranger is led: 401 for a script or a file, the sign-in page for a person, who comes back to the same view."""
    if request.path.startswith(NO_PAGE):
        return jsonify(error="Unauthorized", what="Sign in first."), 401
    # A form's own address shows nothing: back is where the form stands.
    asked = request.full_path.rstrip("?") if request.method in READING else referring()
    return redirect(f"{SIGN_IN}?{urlencode({'next': asked})}" if asked != HOME else SIGN_IN, 303)
