"""One's own account: password, second factor, sessions."""

from __future__ import annotations

from flask import Flask, Response, redirect, session

from data_access.accounts import passwords, second_factor, sessions
from data_access.accounts.results import Account, Refused
from data_access.accounts.second_factor import Offer
from equity.errors import AccountRefused
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

    @server.post(f"{PAGE}/second-factor")
    def offer() -> Response | str:
        try:
            return own_page(offer=second_factor.offer_second_factor(me().account_id, clock.now()))
        except AccountRefused as error:
            return own_page(fault=str(error))

    @server.post(f"{PAGE}/second-factor/<what>")
    def by_code(what: str) -> Response | tuple[str, int]:
        change = {"confirm": second_factor.confirm_second_factor, "drop": second_factor.drop_second_factor}.get(what)
        if change is None:
            return own_page(fault="There is no such form."), 404
        try:
            done = change(me().account_id, typed("code"), address(), clock.now())
        except AccountRefused as error:
            return own_page(fault=str(error)), 400
        return answered(done, "Your second factor is on." if what == "confirm" else "Your second factor is off.")

    @server.post(f"{PAGE}/sessions")
    def sign_out_everywhere() -> Response:
        sessions.sign_out_everywhere(me().account_id, address(), clock.now())
        end_session()
        say("You are signed out everywhere.")
        return redirect("/sign-in", 303)


def me() -> Account:
    """The account that is signed in: its door lets in nobody else."""
    return session_of_request().account


def own_page(*, fault: str = "", offer: Offer | None = None) -> str:
    """The page of whoever is signed in."""
    found = session_of_request()
    return form_page("account.html", "Your account", fault=fault, offer=offer, role_words=ROLE_WORDS[found.account.role], ends=found.ends)


def answered(done: Account | Refused, words: str) -> Response:
    """Back to the page where it was done; else why it was not."""
    if isinstance(done, Refused):
        return refusal(done, own_page(fault=done.words))
    say(words)
    return redirect(PAGE, 303)
