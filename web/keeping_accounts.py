"""The administrator's pages: who has an account."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, abort, redirect, request

from data_access.accounts import changes, directory, open_sessions, reset_links, second_factor
from data_access.accounts.actor import Actor
from data_access.accounts.results import Account
from equity.errors import AccountRefused
from web import clock
from web.forms import form_page, say, typed
from web.own_account import me
from web.role_words import ROLE_WORDS
from web.sign_in import address

LIST = "/accounts"
# What stands on a button, what is done, and what is said afterwards.
Change = Callable[[Actor, int], Account]
CHANGES: dict[str, tuple[str, Change, str]] = {
    "disable": ("Disable the account", lambda actor, number: changes.disable(actor, number, clock.now()), "The account is disabled. Its sessions are ended."),
    "enable": ("Enable the account", lambda actor, number: changes.enable(actor, number, clock.now()), "The account is enabled."),
    "end-sessions": (
        "End all sessions",
        lambda actor, number: open_sessions.end_sessions_of(actor, number, clock.now()),
        "All sessions of the account are ended.",
    ),
    "second-factor": (
        "Take the second factor away",
        lambda actor, number: second_factor.remove_second_factor(actor, number, clock.now()),
        "The second factor is taken away.",
    ),
}


def answer_accounts(server: Flask) -> None:
    """Install the list, the page of each account, and their forms."""

    @server.get(LIST)
    def accounts_page() -> str:
        return listed()

    @server.post(LIST)
    def add_account() -> str | tuple[str, int]:
        new = changes.NewAccount(typed("email"), typed("name"), typed("role"), teams_typed())
        try:
            made = changes.add_account(actor(), new, None, clock.now())
        except AccountRefused as error:
            return listed(fault=str(error)), 400
        return with_link(made)

    @server.get(f"{LIST}/<int:number>")
    def account_page(number: int) -> str:
        return one_page(account_of(number))

    @server.post(f"{LIST}/<int:number>/<what>")
    def change_account(number: int, what: str) -> Response | str | tuple[str, int]:
        one = account_of(number)
        try:
            return changed(one, what)
        except AccountRefused as error:
            return one_page(one, fault=str(error)), 400


def changed(one: Account, what: str) -> Response | str:
    """Do what the button says. Raises AccountRefused where it cannot be done."""
    if what == "reset-link":
        return with_link(one)
    if what == "role":
        changes.change_role(actor(), one.account_id, typed("role"), teams_typed(), clock.now())
        say("Role and teams are changed. They hold from the next request on.")
    elif what in CHANGES:
        _, change, words = CHANGES[what]
        change(actor(), one.account_id)
        say(words)
    else:
        abort(404)
    return redirect(f"{LIST}/{one.account_id}", 303)


def actor() -> Actor:
    """Who does it: the administrator who is signed in."""
    return Actor(me().viewer, me().account_id, address())


def teams_typed() -> tuple[str, ...]:
    return tuple(part.strip() for part in typed("teams").split(",") if part.strip())


def account_of(number: int) -> Account:
    """The account with this number; 404 where there is none."""
    return next((one for one in directory.accounts(me().viewer) if one.account_id == number), None) or abort(404)


def listed(*, fault: str = "") -> str:
    return form_page("accounts.html", "Accounts", fault=fault, people=directory.accounts(me().viewer), roles=ROLE_WORDS, typed=request.form)


def with_link(one: Account) -> str:
    """The page of an account with a new link for a password, shown this once."""
    link = reset_links.reset_link_by(actor(), one.account_id, clock.now())
    return one_page(one, link=link, link_address=request.host_url.rstrip("/") + link.path)


def one_page(one: Account, *, fault: str = "", **values: object) -> str:
    offered = ["reset-link", *(["enable"] if one.is_disabled else ["end-sessions", "disable"]), *(["second-factor"] if one.has_second_factor else [])]
    words = {"reset-link": "Make a link for a new password", **{name: change[0] for name, change in CHANGES.items()}}
    actions = [(name, words[name]) for name in offered if not (one.is_disabled and name == "reset-link")]
    return form_page("one_account.html", one.name, fault=fault, one=one, roles=ROLE_WORDS, actions=actions, **values)
