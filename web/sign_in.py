"""Signing in and out, and setting a password by a link."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Flask, Response, current_app, make_response, redirect, request, session

from data_access.accounts import reset_links, sessions
from data_access.accounts import sign_in as signing
from data_access.accounts.entry import Caller
from data_access.accounts.results import STEP_OVER, WAIT, NoSession, Refused, SecondStep, SignedIn
from data_access.accounts.second_step import enter_code
from data_access.viewer import FUNDER, TEAM_MEMBER, Viewer
from equity.sentences.protection import OWNERS
from web import clock
from web.addresses import HOME, inside
from web.admission import SIGN_IN
from web.browsers import browser_family
from web.doors import ADMINISTRATOR
from web.forms import form_page, say, typed
from web.mail import MAIL
from web.openid_client import OPENID
from web.sessions import DEMO, STEP, TOKEN
from web.viewers import session_of_request

# Where the latest review stands: what a funder asks for.
REVIEW = "/review"
# Whoever signed out here after signing in at the organization's provider may still be signed in there.
OUT_THERE = "out_there"
CODE, CODE_TITLE = f"{SIGN_IN}/code", "Enter your code"
# Why a browser's session is none, where its reader was signed in before.
ENDED = {
    "idle": "You were signed out after 30 minutes without use. Sign in to go on where you were.",
    "expired": "You were signed out after 8 hours. Sign in to go on where you were.",
    "ended": "This session was ended. Sign in again.",
    "disabled": "This session was ended. Sign in again.",
}


def answer_sign_in(server: Flask) -> None:
    """Install the pages of strangers. The demo signs nobody in."""
    _answer_passwords(server)
    _answer_codes(server)
    _answer_new_passwords(server)


def _answer_passwords(server: Flask) -> None:
    """In by e-mail and password, and out again."""

    @server.get(SIGN_IN)
    def sign_in_page() -> Response | str:
        target = inside(request.args.get("next"))
        if current_app.config[DEMO]:
            return redirect(target)
        found = session_of_request()
        if not isinstance(found, NoSession):
            return redirect(landing(found.viewer, target))
        return sign_in_form(target, fault=ENDED.get(found.why, ""))

    @server.post(SIGN_IN)
    def sign_in() -> Response:
        email, target = typed("email"), inside(typed("next"))
        done = signing.sign_in(email, typed("password"), caller(), clock.now())
        if isinstance(done, Refused):
            return refusal(done, sign_in_form(target, fault=done.words, email=email))
        return to_code(done, target) if isinstance(done, SecondStep) else let_in(done, target)

    @server.post("/sign-out")
    def sign_out() -> Response:
        began_there = OPENID in session
        end_session()
        if began_there:
            session[OUT_THERE] = True
        return redirect(SIGN_IN, 303)


def _answer_codes(server: Flask) -> None:
    """The second step."""

    @server.get(CODE)
    def code_page() -> Response | str:
        target = inside(request.args.get("next"))
        return form_page("sign_in_code.html", CODE_TITLE, next=target) if STEP in session else redirect(SIGN_IN)

    @server.post(CODE)
    def enter() -> Response:
        target = inside(typed("next"))
        done = enter_code(session.get(STEP, ""), typed("code"), caller(), clock.now())
        if isinstance(done, SignedIn):
            return let_in(done, target)
        page = sign_in_form(target, fault=done.words) if done.why == STEP_OVER else code_again(done, target)
        return refusal(done, page)


def _answer_new_passwords(server: Flask) -> None:
    """A password set by a link."""

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


def sign_in_form(target: str, *, fault: str = "", email: str = "") -> str:
    """The page that asks for e-mail and password, with the other ways in that there are."""
    return form_page("sign_in.html", "Sign in", fault=fault, next=target, email=email, owners=OWNERS, **other_ways())


def other_ways() -> dict[str, bool]:
    """What beside the password the page offers: mail, the organization's sign-in, and to sign out there."""
    config = current_app.config
    return {"has_mail": config[MAIL] is not None, "has_openid": config[OPENID] is not None, "is_open_there": session.pop(OUT_THERE, False)}


def let_in(done: SignedIn, target: str) -> Response:
    """The session begins, on the page where whoever signed in was going."""
    begin_session(done.token)
    return redirect(landing(done.account.viewer, target), 303)


def to_code(step: SecondStep, target: str) -> Response:
    """The page that asks for the code."""
    end_session()
    session[STEP] = step.token
    return redirect(f"{CODE}?{urlencode({'next': target})}" if target != HOME else CODE, 303)


def code_again(refused: Refused, target: str) -> str:
    return form_page("sign_in_code.html", CODE_TITLE, fault=refused.words, next=target)


def caller() -> Caller:
    """Who signs in, as the trail and their list of sessions name them."""
    return Caller(address(), browser_family(request.headers.get("User-Agent", "")))


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
    if target == HOME and viewer.role == FUNDER:
        return REVIEW
    if target != HOME or viewer.role != TEAM_MEMBER or not viewer.team_ids:
        return target
    own = min(viewer.team_ids)
    return f"/teams/{own}?team={own}"
