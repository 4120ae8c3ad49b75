"""Signing in by e-mail and password; where the account asks for a code, a second step follows.

Whatever is wrong, the same is done: a try is counted, one hash is computed, one line is written. Neither the answer nor its time
tells an e-mail that has an account from one that has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, select, update

from data_access.accounts import throttle
from data_access.accounts.audit import REFUSED, Line, add_line
from data_access.accounts.emails import email_key
from data_access.accounts.entry import Caller, entered
from data_access.accounts.hashing import hash_of_password, is_outdated, is_password
from data_access.accounts.results import WRONG, Refused, SecondStep, SignedIn
from data_access.accounts.second_step import begin_step
from data_access.accounts.tables import account
from data_access.store import keeping_accounts

ENTERED = select(account)


@dataclass(frozen=True, slots=True)
class Entry:
    """A try whose password was looked at."""

    tried: throttle.Attempt
    caller: Caller
    now: datetime


def sign_in(email: str, password: str, caller: Caller, now: datetime) -> SignedIn | SecondStep | Refused:
    """A new session for whoever knows the password, or the second step where the account has a second factor.

    Returns  Refused: WRONG for an unknown e-mail, a wrong password and a disabled account alike; WAIT.
    """
    key = email_key(email)
    with keeping_accounts() as connection:
        tried = throttle.begin(connection, throttle.PASSWORD, key, caller.address, now)
        before = connection.execute(ENTERED.where(account.c.email_key == key)).one_or_none()
    if isinstance(tried, Refused):
        return tried
    kept = before.password if before else None
    is_right = is_password(kept, password)
    renewed = hash_of_password(password) if is_right and is_outdated(kept) else kept
    entry = Entry(tried, caller, now)
    with keeping_accounts() as connection:
        row = connection.execute(ENTERED.where(account.c.email_key == key)).one_or_none()
        if not is_right or row is None or row.disabled or row.password != kept:
            return _refused(connection, entry, row)
        return _known(connection, entry, row, renewed)


def _refused(connection: Connection, entry: Entry, row: Row | None) -> Refused:
    about = "no such account" if row is None else "disabled" if row.disabled else WRONG
    add_line(connection, Line("sign_in", about, REFUSED, row.account_id if row else None, entry.caller.address), entry.now)
    return Refused(WRONG)


def _known(connection: Connection, entry: Entry, row: Row, renewed: str) -> SignedIn | SecondStep:
    connection.execute(update(account).where(account.c.account_id == row.account_id).values(password=renewed))
    if row.second_factor_on is not None:
        # Wrong codes are not forgiven by the password: whoever has it would begin again after each five.
        throttle.take_back(connection, entry.tried)
        add_line(connection, Line("sign_in", "password, code asked for", account_id=row.account_id, address=entry.caller.address), entry.now)
        return begin_step(connection, row.account_id, entry.now)
    throttle.forgive(connection, entry.tried)
    return entered(connection, row, entry.caller, entry.now)
