"""A second factor: offered, confirmed by its first code, asked for at each sign-in, taken away by a code or by an administrator."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Row, update

from data_access.accounts import throttle
from data_access.accounts.actor import Actor, require_administrator
from data_access.accounts.audit import REFUSED, Line, add_line
from data_access.accounts.directory import account_of_id
from data_access.accounts.passwords import row_of_id
from data_access.accounts.results import CODE_WRONG, WAIT, Account, Refused
from data_access.accounts.tables import account
from data_access.accounts.totp import new_secret, step_of_code, uri
from data_access.store import keeping_accounts
from equity.errors import AccountRefused

NONE = {"second_factor": None, "second_factor_on": None, "second_factor_step": None}


@dataclass(frozen=True, slots=True)
class Offer:
    """A secret to type into an app, and the address that holds it as a square code."""

    secret: str = field(repr=False)
    uri: str = field(repr=False)


def offer_second_factor(account_id: int, now: datetime) -> Offer:
    """A new secret for this account, which asks for no code before it is confirmed. Raises AccountRefused where one is in use."""
    with keeping_accounts() as connection:
        row = row_of_id(connection, account_id)
        if row.second_factor_on is not None:
            raise AccountRefused("A second factor is in use. Take it away first, then set up another.")
        secret = new_secret()
        _store(connection, account_id, {**NONE, "second_factor": secret})
    return Offer(secret, uri(secret, row.email))


def confirm_second_factor(account_id: int, code: str, address: str, now: datetime) -> Account | Refused:
    """Put the offered secret to use, by a code that it made. Raises AccountRefused where nothing is on offer."""
    with keeping_accounts() as connection:
        row = row_of_id(connection, account_id)
        if row.second_factor is None or row.second_factor_on is not None:
            raise AccountRefused("No second factor is on offer. Begin again.")
        return _by_code(connection, row, code, Line("second_factor", "set up", account_id=account_id, address=address), now)


def drop_second_factor(account_id: int, code: str, address: str, now: datetime) -> Account | Refused:
    """Take the second factor away, by a code. Raises AccountRefused where there is none."""
    with keeping_accounts() as connection:
        row = row_of_id(connection, account_id)
        if row.second_factor_on is None:
            raise AccountRefused("There is no second factor to take away.")
        return _by_code(connection, row, code, Line("second_factor", "taken away", account_id=account_id, address=address), now)


def remove_second_factor(actor: Actor, account_id: int, now: datetime) -> Account:
    """Take it away for somebody who lost it. Raises NotAllowed; AccountRefused where there is none."""
    require_administrator(actor.viewer)
    with keeping_accounts() as connection:
        found = account_of_id(connection, account_id)
        if not found.has_second_factor:
            raise AccountRefused(f"{found.email} has no second factor.")
        _store(connection, account_id, NONE)
        add_line(connection, actor.line("second_factor", f"taken from account {account_id}"), now)
        return account_of_id(connection, account_id)


def _by_code(connection: Connection, row: Row, code: str, line: Line, now: datetime) -> Account | Refused:
    """Do what the line says if the code is right. Wrong ones count, as they do at sign-in."""
    tried = throttle.begin(connection, throttle.PASSWORD, row.email_key, line.address, now)
    if isinstance(tried, Refused):
        return tried
    wait = throttle.code_wait(connection, tried, now)
    if wait:
        return Refused(WAIT, wait)
    step = step_of_code(row.second_factor, code, now, after=row.second_factor_step)
    if step is None:
        throttle.wrong_code(connection, tried)
        add_line(connection, Line(line.what, CODE_WRONG, REFUSED, line.account_id, line.address), now)
        return Refused(CODE_WRONG)
    throttle.forgive(connection, tried)
    _store(connection, row.account_id, {"second_factor_on": now, "second_factor_step": step} if row.second_factor_on is None else NONE)
    add_line(connection, line, now)
    return account_of_id(connection, row.account_id)


def _store(connection: Connection, account_id: int, values: dict[str, object]) -> None:
    connection.execute(update(account).where(account.c.account_id == account_id).values(values))
