"""The page of one's second factor: set up, confirmed by a code, recovery codes, taken away."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, Response, redirect

from data_access.accounts import second_factor
from data_access.accounts.recovery_codes import codes_left
from data_access.accounts.results import Account, Refused
from data_access.accounts.second_factor import RecoveryCodes
from equity.errors import AccountRefused
from web import clock
from web.forms import form_page, say, typed
from web.own_account import me
from web.sign_in import address, refusal
from web.square_code import square_code

PAGE = "/account/second-factor"
TITLE = "Second factor"
Done = RecoveryCodes | Account | Refused
# What each form of the page does.
FORMS: dict[str, Callable[[], Done]] = {
    "confirm": lambda: second_factor.confirm_second_factor(me().account_id, typed("code"), address(), clock.now()),
    "codes": lambda: second_factor.new_recovery_codes(me().account_id, typed("password"), address(), clock.now()),
    "drop": lambda: second_factor.drop_second_factor(me().account_id, typed("password"), address(), clock.now()),
}


def answer_second_factor(server: Flask) -> None:
    """Install the page and its forms."""

    @server.get(PAGE)
    def factor_page() -> str:
        return page()

    @server.post(PAGE)
    def offer() -> Response | tuple[str, int]:
        try:
            second_factor.offer_second_factor(me().account_id, clock.now())
        except AccountRefused as error:
            return page(fault=str(error)), 400
        return redirect(PAGE, 303)

    @server.post(f"{PAGE}/<what>")
    def change(what: str) -> Response | str | tuple[str, int]:
        if what not in FORMS:
            return page(fault="There is no such form."), 404
        try:
            return answered(FORMS[what](), what)
        except AccountRefused as error:
            return page(fault=str(error)), 400


def answered(done: Done, what: str) -> Response | str:
    """What a form leads to."""
    if isinstance(done, Refused):
        return refusal(done, page(fault=done.words))
    if isinstance(done, RecoveryCodes):
        return form_page("recovery_codes.html", "Your recovery codes", codes=done.codes, is_new=what == "confirm")
    say("Your second factor is off. Your recovery codes are dead.")
    return redirect(PAGE, 303)


def page(*, fault: str = "") -> str:
    """The page as the account is now: with a key on offer, on, or off."""
    own = me()
    offer = None if own.has_second_factor else second_factor.second_factor_on_offer(own.account_id)
    drawn = offer and square_code(offer.uri, title="The key as a square code for your authenticator app")
    left = codes_left(own.account_id) if own.has_second_factor else 0
    return form_page("second_factor.html", TITLE, fault=fault, own=own, offer=offer, drawn=drawn, grouped=offer and in_groups(offer.secret), left=left)


def in_groups(secret: str) -> str:
    """The key in groups of four letters, which are easier to type; apps do not mind the spaces."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
