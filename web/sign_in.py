"""Signing in and out, and setting a password by a link."""

from __future__ import annotations

from flask import Flask, Response, current_app, make_response, redirect, request, session

from data_access.accounts import reset_links, sessions
from data_access.accounts import sign_in as signing
from data_access.accounts.results import CODE_NEEDED, CODE_WRONG, WAIT, NoSession, Refused, SignedIn
from data_access.viewer import TEAM_MEMBER, Viewer
from web import clock
from web.addresses import HOME, inside
from web.admission import SIGN_IN
from web.doors import ADMINISTRATOR
from web.forms import form_page, say, typed
from web.sessions import DEMO, TOKEN
from web.viewers import session_of_request

# Why a browser's session is none, where its reader was signed in before.
ENDED = {
    "idle": "You were signed out after 30 minutes without use. Sign in to go on where you were.",
    "expired": "You were signed out after 8 hours. Sign in to go on where you were.",
    "ended": "This session was ended. Sign in again.",
    "disabled": "This session was ended. Sign in again.",
}


def answer_sign_in(server: Flask) -> None:
    """Install the pages of strangers. The demo signs nobody in."""

    @server.get(SIGN_IN)
    def sign_in_page() -> Response | str:
        target = inside(request.args.get("next"))
        if current_app.config[DEMO]:
            return redirect(target)
        found = session_of_request()
        if not isinstance(found, NoSession):
            return redirect(landing(found.viewer, target))
        return form_page("sign_in.html", "Sign in", fault=ENDED.get(found.why, ""), next=target, email="", asks_code=False)

    @server.post(SIGN_IN)
    def sign_in() -> Response:
        email, target = typed("email"), inside(typed("next"))
        done = signing.sign_in(email, typed("password"), typed("code") or None, address(), clock.now())
        if isinstance(done, SignedIn):
            begin_session(done.token)
            return redirect(landing(done.account.viewer, target), 303)
        asks_code = done.why in (CODE_NEEDED, CODE_WRONG)
        return refusal(done, form_page("sign_in.html", "Sign in", fault=done.words, next=target, email=email, asks_code=asks_code))

    @server.post("/sign-out")
    def sign_out() -> Response:
        end_session()
        return redirect(SIGN_IN, 303)

    @server.get(reset_links.RESET_PATH)
    def new_password_page() -> str:
        return form_page("new_password.html", "Set a new password", link=request.args.get("token", ""))

    @server.post(reset_links.RESET_PATH)
    def new_password() -> Response:
        done = reset_links.use_reset_link(typed("token"), typed("new"), address(), clock.now())
        if isinstance(done, Refused):
            return refusal(done, form_page("new_password.html", "Set a new password", fault=done.words, link=typed("token")))
        end_session()
        say("Your password is set. Sign in with it.")
        return redirect(SIGN_IN, 303)


def begin_session(token: str) -> None:
    """A new session in the place of whatever the browser had: nothing of before is taken along."""
    end_session()
    session[TOKEN] = token


def end_session() -> None:
    """End the browser's session here and in the store."""
    if TOKEN in session:
        sessions.sign_out(session[TOKEN], address(), clock.now())
    session.clear()


def address() -> str:
    """Where the request came from, as far as it can be believed."""
    return request.remote_addr or ""


def refusal(refused: Refused, page: str) -> Response:
    """The page that says why; whoever tried too often is told when to come back."""
    response = make_response(page, 429 if refused.why == WAIT else 400)
    if refused.why == WAIT:
        response.headers["Retry-After"] = str(refused.wait_seconds)
    return response


def landing(viewer: Viewer, target: str = HOME) -> str:
    """Where somebody who signed in begins: where they were going, else where their question is answered."""
    if viewer.role == ADMINISTRATOR:
        return target if target.startswith(("/accounts", "/account", "/audit")) else "/accounts"
    if target != HOME or viewer.role != TEAM_MEMBER or not viewer.team_ids:
        return target
    own = min(viewer.team_ids)
    return f"/teams/{own}?team={own}"
