"""Signing in by e-mail and password, with a code where the account asks for one.

Whatever is wrong, the same is done: a try is counted, one hash is computed, one line is written. Neither the answer nor its time
tells an e-mail that has an account from one that has none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Row, select, update

from data_access.accounts import throttle
from data_access.accounts.audit import DONE, REFUSED, Line, add_line
from data_access.accounts.directory import account_of_row, teams_of_account
from data_access.accounts.emails import email_key
from data_access.accounts.hashing import hash_of_password, is_outdated, is_password
from data_access.accounts.results import CODE_NEEDED, CODE_WRONG, WAIT, WRONG, Refused, SignedIn
from data_access.accounts.sessions import start_session
from data_access.accounts.tables import account
from data_access.accounts.totp import step_of_code
from data_access.store import keeping_accounts

ENTERED = select(account)


@dataclass(frozen=True, slots=True)
class Entry:
    """A try whose password was looked at."""

    tried: throttle.Attempt
    address: str
    now: datetime


def sign_in(email: str, password: str, code: str | None, address: str, now: datetime) -> SignedIn | Refused:
    """A new session for whoever knows the password, and the code where the account has a second factor.

    Takes    code: None or empty = none was typed.
    Returns  SignedIn; or Refused, WRONG for an unknown e-mail, a wrong password and a disabled account alike.
    """
    key = email_key(email)
    with keeping_accounts() as connection:
        tried = throttle.begin(connection, throttle.PASSWORD, key, address, now)
        before = connection.execute(ENTERED.where(account.c.email_key == key)).one_or_none()
    if isinstance(tried, Refused):
        return tried
    kept = before.password if before else None
    is_right = is_password(kept, password)
    renewed = hash_of_password(password) if is_right and is_outdated(kept) else kept
    entry = Entry(tried, address, now)
    with keeping_accounts() as connection:
        row = connection.execute(ENTERED.where(account.c.email_key == key)).one_or_none()
        if not is_right or row is None or row.disabled or row.password != kept:
            return _refused(connection, entry, row, Refused(WRONG))
        refused = _code_refused(connection, entry, row, code)
        if refused:
            return refused
        return _entered(connection, entry, row, renewed)


def _code_refused(connection: Connection, entry: Entry, row: Row, code: str | None) -> Refused | None:
    """Why the account's second factor lets nobody in; None where it does, or there is none."""
    if row.second_factor_on is None:
        return None
    wait = throttle.code_wait(connection, entry.tried, entry.now)
    if wait:
        return _refused(connection, entry, row, Refused(WAIT, wait))
    if not code:
        return _refused(connection, entry, row, Refused(CODE_NEEDED))
    step = step_of_code(row.second_factor, code, entry.now, after=row.second_factor_step)
    if step is None:
        throttle.wrong_code(connection, entry.tried)
        return _refused(connection, entry, row, Refused(CODE_WRONG))
    connection.execute(update(account).where(account.c.account_id == row.account_id).values(second_factor_step=step))
    return None


def _refused(connection: Connection, entry: Entry, row: Row | None, refused: Refused) -> Refused:
    about = "no such account" if row is None else "disabled" if row.disabled else refused.why
    add_line(connection, Line("sign_in", about, REFUSED, row.account_id if row else None, entry.address), entry.now)
    return refused


def _entered(connection: Connection, entry: Entry, row: Row, renewed: str) -> SignedIn:
    throttle.forgive(connection, entry.tried)
    connection.execute(update(account).where(account.c.account_id == row.account_id).values(password=renewed))
    return entered(connection, row, entry.address, entry.now)


def entered(connection: Connection, row: Row, address: str, now: datetime, how: str = "password") -> SignedIn:
    """A session for the account of this row, in the caller's transaction; how: what it was opened by."""
    found = account_of_row(row, teams_of_account(connection, row.account_id))
    token = start_session(connection, found, address, now)
    add_line(connection, Line("sign_in", how, DONE, row.account_id, address), now)
    return SignedIn(replace(found, last_sign_in=now, last_visit=found.last_sign_in), token)
