"""A second factor: offered, confirmed by its first code, asked for at each sign-in, taken away with the password or by an administrator."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Row, update

from data_access.accounts import throttle
from data_access.accounts.actor import Actor, require_administrator
from data_access.accounts.audit import REFUSED, Line, add_line
from data_access.accounts.directory import account_of_id
from data_access.accounts.passwords import password_asked, row_of_id
from data_access.accounts.recovery_codes import forget_codes, new_codes
from data_access.accounts.results import CODE_WRONG, WAIT, Account, Refused
from data_access.accounts.sealing import opened, sealed
from data_access.accounts.second_step import end_steps
from data_access.accounts.tables import account
from data_access.accounts.totp import new_secret, step_of_code, uri
from data_access.store import keeping_accounts, reading_accounts
from equity.errors import AccountRefused

NONE = {"second_factor": None, "second_factor_on": None, "second_factor_step": None}


@dataclass(frozen=True, slots=True)
class Offer:
    """A secret to type into an app, and the address that holds it as a square code."""

    secret: str = field(repr=False)
    uri: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoveryCodes:
    """Codes for whoever loses the app, to be shown this once. They are stored nowhere."""

    codes: tuple[str, ...] = field(repr=False)


def offer_second_factor(account_id: int, now: datetime) -> Offer:
    """A new secret for this account, which asks for no code before it is confirmed. Raises AccountRefused where one is in use."""
    with keeping_accounts() as connection:
        row = row_of_id(connection, account_id)
        if row.second_factor_on is not None:
            raise AccountRefused("A second factor is in use. Take it away first, then set up another.")
        secret = new_secret()
        _store(connection, account_id, {**NONE, "second_factor": sealed(secret)})
    return Offer(secret, uri(secret, row.email))


def second_factor_on_offer(account_id: int) -> Offer | None:
    """The secret that was offered and not confirmed yet; None where none is."""
    with reading_accounts() as connection:
        row = row_of_id(connection, account_id)
    if row.second_factor is None or row.second_factor_on is not None:
        return None
    secret = opened(row.second_factor)
    return Offer(secret, uri(secret, row.email))


def confirm_second_factor(account_id: int, code: str, address: str, now: datetime) -> RecoveryCodes | Refused:
    """Put the offered secret to use, by a code that it made. Wrong ones count. Raises AccountRefused where nothing is on offer."""
    with keeping_accounts() as connection:
        row = row_of_id(connection, account_id)
        if row.second_factor is None or row.second_factor_on is not None:
            raise AccountRefused("No second factor is on offer. Begin again.")
        step = _step_of_code(connection, row, code, address, now)
        if isinstance(step, Refused):
            return step
        _store(connection, account_id, {"second_factor_on": now, "second_factor_step": step})
        add_line(connection, Line("second_factor", "set up", account_id=account_id, address=address), now)
        return RecoveryCodes(new_codes(connection, account_id))


def new_recovery_codes(account_id: int, password: str, address: str, now: datetime) -> RecoveryCodes | Refused:
    """Other recovery codes, for whoever knows the password; those of before are dead. Raises AccountRefused where there is no second factor."""
    row = password_asked(account_id, password, address, now)
    if isinstance(row, Refused):
        return row
    with keeping_accounts() as connection:
        _require_on(connection, account_id)
        add_line(connection, Line("second_factor", "new recovery codes", account_id=account_id, address=address), now)
        return RecoveryCodes(new_codes(connection, account_id))


def drop_second_factor(account_id: int, password: str, address: str, now: datetime) -> Account | Refused:
    """Take the second factor away, for whoever knows the password. Raises AccountRefused where there is none."""
    row = password_asked(account_id, password, address, now)
    if isinstance(row, Refused):
        return row
    with keeping_accounts() as connection:
        _require_on(connection, account_id)
        return _taken(connection, account_id, Line("second_factor", "taken away", account_id=account_id, address=address), now)


def remove_second_factor(actor: Actor, account_id: int, now: datetime) -> Account:
    """Take it away for somebody who lost it. Raises NotAllowed; AccountRefused where there is none."""
    require_administrator(actor.viewer)
    with keeping_accounts() as connection:
        found = account_of_id(connection, account_id)
        if not found.has_second_factor:
            raise AccountRefused(f"{found.email} has no second factor.")
        return _taken(connection, account_id, actor.line("second_factor", f"taken from account {account_id}"), now)


def _require_on(connection: Connection, account_id: int) -> None:
    if row_of_id(connection, account_id).second_factor_on is None:
        raise AccountRefused("There is no second factor.")


def _taken(connection: Connection, account_id: int, line: Line, now: datetime) -> Account:
    """Without a second factor, and without anything that belonged to it."""
    _store(connection, account_id, NONE)
    forget_codes(connection, account_id)
    end_steps(connection, account_id)
    add_line(connection, line, now)
    return account_of_id(connection, account_id)


def _step_of_code(connection: Connection, row: Row, code: str, address: str, now: datetime) -> int | Refused:
    """The step whose code this is. Wrong ones count, as they do at sign-in."""
    tried = throttle.begin(connection, throttle.PASSWORD, row.email_key, address, now)
    if isinstance(tried, Refused):
        return tried
    wait = throttle.code_wait(connection, tried, now)
    if wait:
        return Refused(WAIT, wait)
    step = step_of_code(opened(row.second_factor), code, now, after=row.second_factor_step)
    if step is None:
        throttle.wrong_code(connection, tried)
        add_line(connection, Line("second_factor", CODE_WRONG, REFUSED, row.account_id, address), now)
        return Refused(CODE_WRONG)
    throttle.forgive(connection, tried)
    return step


def _store(connection: Connection, account_id: int, values: dict[str, object]) -> None:
    connection.execute(update(account).where(account.c.account_id == account_id).values(values))
