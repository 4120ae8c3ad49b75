"""Signing in at the organization's own provider, by OpenID Connect: Authlib asks and checks, the store says whose account it is.

Source   OpenID Connect Core 1.0, Discovery 1.0, RP-Initiated Logout 1.0; RFC 7636 (PKCE).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Flask, Response, abort, current_app, redirect, request, session

from data_access.accounts.openid import Claims, sign_in_openid
from data_access.accounts.results import SignedIn
from web import clock
from web.addresses import HOME, inside
from web.admission import SIGN_IN
from web.openid_client import OPENID, end_address, failures, identity_of, metadata_of, no_answer, provider_client
from web.sign_in import caller, let_in, sign_in_form

if TYPE_CHECKING:
    from authlib.integrations.flask_client import FlaskOAuth2App

BEGIN, BACK, OUT = f"{SIGN_IN}/openid", f"{SIGN_IN}/openid/back", "/sign-out/openid"
NEXT = "openid_next"
DOWN = "Your organization's sign-in does not answer now. Try again in a while, or sign in with a password."
NOT_DONE = "The sign-in at your organization did not finish. Try it again."


def answer_openid(server: Flask) -> None:
    """Install where one is led to the provider, where one comes back, and the way to sign out there."""

    @server.get(BEGIN)
    def to_provider() -> Response | tuple[str, int]:
        session[NEXT] = inside(request.args.get("next"))
        try:
            asked = client()
            metadata_of(asked)
            return asked.authorize_redirect(_here(BACK))
        except failures() as error:
            return _failed(error)

    @server.get(BACK)
    def from_provider() -> Response | tuple[str, int]:
        target = inside(session.pop(NEXT, HOME))
        try:
            claims = identity_of(client())
        except failures() as error:
            return _failed(error)
        return _entered(claims, target)

    @server.get(OUT)
    def out_there() -> Response | tuple[str, int]:
        try:
            return redirect(end_address(client(), _here(SIGN_IN)) or SIGN_IN)
        except failures() as error:
            return _failed(error)


def client() -> FlaskOAuth2App:
    """Who asks the provider; 404 where none is named."""
    return provider_client(current_app) or abort(404)


def _here(path: str) -> str:
    """The address that the provider knows, whatever a browser says."""
    return current_app.config[OPENID].site + path


def _entered(claims: Claims, target: str) -> Response | tuple[str, int]:
    done = sign_in_openid(claims, caller(), clock.now())
    if isinstance(done, SignedIn):
        answer = let_in(done, target)
        session[OPENID] = True
        return answer
    return sign_in_form(target, fault=done.words), 403


def _failed(error: Exception) -> tuple[str, int]:
    """The page that says so: the kind of error to the log, never its text."""
    is_down = isinstance(error, no_answer())
    current_app.logger.warning("Signing in by OpenID Connect failed: %s", type(error).__name__)
    return sign_in_form(HOME, fault=DOWN if is_down else NOT_DONE), 503 if is_down else 400
