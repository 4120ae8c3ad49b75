"""The audit trail: what the web adds to it, and how an administrator reads it."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlencode

from flask import Flask, Response, current_app, redirect, request

from data_access.accounts.actor import Actor
from data_access.accounts.audit import DONE, Line, write_line
from data_access.accounts.audit_check import check_tail, check_whole
from data_access.accounts.audit_trail import Filters, audit_trail
from data_access.accounts.directory import accounts
from data_access.accounts.results import Session
from web import clock
from web.forms import form_page, say
from web.own_account import me
from web.sessions import DEMO
from web.sign_in import address
from web.viewers import session_of_request

PAGE = "/audit"
KINDS = (
    "sign_in",
    "sign_out",
    "password",
    "second_factor",
    "reset_link",
    "account",
    "role",
    "identity",
    "load",
    "undo",
    "policy",
    "visibility",
    "download",
    "refusal",
    "audit",
)
ASKED = ("what", "outcome", "account", "since", "until")


def answer_trail(server: Flask) -> None:
    """Install the page."""

    @server.get(PAGE)
    def trail_page() -> str:
        asked = {name: request.args.get(name, "") for name in ASKED}
        found = audit_trail(me().viewer, filters_of(asked), page_asked())
        kinds = [("", "all"), *((kind, kind.replace("_", " ")) for kind in KINDS)]
        people = [("", "all"), *((str(one.account_id), one.email) for one in accounts(me().viewer))]
        beside = {
            "earlier": address_of(asked, found.page - 1) if found.page > 1 else "",
            "later": address_of(asked, found.page + 1) if found.page < found.pages else "",
        }
        return form_page(
            "audit.html", "Audit trail", trail=found, checked=check_tail(me().viewer, clock.now()), asked=asked, kinds=kinds, people=people, **beside
        )

    @server.post(f"{PAGE}/check")
    def check_every_line() -> Response:
        found = check_whole(Actor(me().viewer, me().account_id, address()), clock.now())
        say("Every line holds." if found.broken_at is None else f"Line {found.broken_at} does not hold.")
        return redirect(PAGE, 303)


def filters_of(asked: dict[str, str]) -> Filters:
    """What is asked of the trail; what is not understood filters nothing."""
    number = asked["account"]
    return Filters(
        what=asked["what"] if asked["what"] in KINDS else None,
        account_id=int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None,
        outcome=asked["outcome"] if asked["outcome"] in ("done", "refused") else None,
        since=day_of(asked["since"]),
        until=day_of(asked["until"]),
    )


def day_of(text: str) -> datetime | None:
    """The beginning of a day, in UTC; None where the text is none."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return None


def page_asked() -> int:
    number = request.args.get("page", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1


def address_of(asked: dict[str, str], page: int) -> str:
    return f"{PAGE}?{urlencode({**{name: value for name, value in asked.items() if value}, 'page': page})}"


def note(what: str, about: str, outcome: str = DONE) -> None:
    """Add a line on whoever is signed in; the demo knows nobody, and keeps no trail."""
    if current_app.config[DEMO]:
        return
    found = session_of_request()
    account_id = found.account.account_id if isinstance(found, Session) else None
    write_line(Line(what, about, outcome, account_id, request.remote_addr or ""), clock.now())
