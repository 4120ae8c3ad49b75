"""One's own account: password and sessions."""

from __future__ import annotations

from flask import Flask, Response, abort, redirect, session

from data_access.accounts import open_sessions, passwords, sessions
from data_access.accounts.results import Account, Refused
from data_access.teams import teams_of
from web import clock
from web.forms import form_page, say, typed
from web.role_words import ROLE_WORDS
from web.sessions import TOKEN
from web.sign_in import address, end_session, refusal
from web.viewers import session_of_request

PAGE = "/account"


def answer_own_account(server: Flask) -> None:
    """Install the page and its forms."""

    @server.get(PAGE)
    def own_account() -> str:
        return own_page()

    @server.post(f"{PAGE}/password")
    def change_password() -> Response:
        done = passwords.change_password(me().account_id, typed("old"), typed("new"), address(), clock.now(), keep=session[TOKEN])
        return answered(done, "Your password is changed. Your other sessions are ended.")

    @server.post(f"{PAGE}/sessions/<what>")
    def end_sessions(what: str) -> Response:
        if what == "all":
            return signed_out_everywhere()
        say(ended(what))
        return redirect(PAGE, 303)


def ended(what: str) -> str:
    """End one session, or all others; what became of it, in words."""
    if what == "one":
        found = open_sessions.end_session(me().account_id, typed("name"), address(), clock.now())
        return "The session is ended." if found else "That session had ended already."
    if what == "others":
        count = open_sessions.end_other_sessions(me().account_id, session[TOKEN], address(), clock.now())
        return "No other session was open." if not count else f"{count} other session{'s are' if count > 1 else ' is'} ended."
    abort(404)


def signed_out_everywhere() -> Response:
    """End every session, this one too."""
    sessions.sign_out_everywhere(me().account_id, address(), clock.now())
    end_session()
    say("You are signed out everywhere.")
    return redirect("/sign-in", 303)


def me() -> Account:
    """The account that is signed in: its door lets in nobody else."""
    return session_of_request().account


def own_page(*, fault: str = "") -> str:
    """The page of whoever is signed in."""
    found = session_of_request()
    listed = open_sessions.open_sessions(found.account.account_id, session[TOKEN], clock.now())
    account = found.account
    about = {"role_words": ROLE_WORDS[account.role], "teams": [team.name for team in teams_of(account.viewer, sorted(account.team_ids))]}
    return form_page("account.html", "Your account", fault=fault, ends=found.ends, sessions=listed, **about)


def answered(done: Account | Refused, words: str) -> Response:
    """Back to the page where it was done; else why it was not."""
    if isinstance(done, Refused):
        return refusal(done, own_page(fault=done.words))
    say(words)
    return redirect(PAGE, 303)
