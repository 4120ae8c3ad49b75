"""How long who got it wrong must wait. Tries are counted in the store before they are looked at: many at once get no more of them.

Two counts, and no lock. An address that was wrong six times waits, whatever account it tried, and longer each time. An account that
was tried wrongly from many addresses makes addresses wait from which it was never entered, but never longer than a minute: whoever
owns it is not shut out by others. Codes are counted by account alone, after the password: to try them one must know that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import Connection, Row, Select, delete, exists, insert, select, update

from data_access.accounts.audit import REFUSED, Line, add_line, plain
from data_access.accounts.results import WAIT, Refused
from data_access.accounts.tables import account, attempt, session
from data_access.accounts.tokens import hash_of

PASSWORD, CODE, RESET = "password", "code", "reset"
KEPT = timedelta(days=1)
# Doubling ends long before here.
MOST_DOUBLINGS = 20


@dataclass(frozen=True, slots=True)
class Rule:
    """After so many wrong within the window the first wait, then twice as long each time, up to the most."""

    wrong: int
    first: int
    most: int
    window: timedelta

    def seconds(self, moments: Sequence[datetime], now: datetime) -> int:
        """What is left of the wait after wrong tries at these moments, the latest first; 0 = none."""
        counted = [moment for moment in moments if moment > now - self.window]
        over = len(counted) - self.wrong
        if over < 0:
            return 0
        whole = min(self.most, self.first * 2 ** min(over, MOST_DOUBLINGS))
        return max(0, ceil(whole - (now - counted[0]).total_seconds()))


BY_ADDRESS = Rule(wrong=6, first=15, most=900, window=timedelta(hours=1))
BY_ACCOUNT = Rule(wrong=20, first=5, most=60, window=timedelta(hours=1))
BY_CODE = Rule(wrong=5, first=15, most=3600, window=KEPT)
# A mailbox is not filled with links.
BY_MAILBOX = Rule(wrong=3, first=300, most=3600, window=KEPT)

TRIES = select(attempt.c.attempt_id, attempt.c.at, attempt.c.told).order_by(attempt.c.at.desc(), attempt.c.attempt_id.desc()).limit(64)
FORGET_OLD = delete(attempt)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try that was let through and counted. It counts as wrong until it is forgiven."""

    attempt_id: int
    email_hash: str
    address: str


def begin(connection: Connection, kind: str, email_key: str, address: str, now: datetime) -> Attempt | Refused:
    """Count a try and let it through, or say how long to wait."""
    email_hash, address = hash_of(email_key), plain(address)
    kinds = (RESET,) if kind == RESET else (PASSWORD, CODE)
    from_address = connection.execute(_tries(kinds).where(attempt.c.address == address)).all()
    at_account = connection.execute(_tries(kinds).where(attempt.c.email_hash == email_hash)).all()
    if kind == RESET:
        of_account = BY_MAILBOX.seconds([row.at for row in at_account], now)
    else:
        wait = BY_ACCOUNT.seconds([row.at for row in at_account], now)
        of_account = 0 if _was_entered_from(connection, email_key, address) else wait
    seconds = max(BY_ADDRESS.seconds([row.at for row in from_address], now), of_account)
    if seconds:
        _tell(connection, (from_address or at_account)[0], kind, address, now)
        return Refused(WAIT, seconds)
    connection.execute(FORGET_OLD.where(attempt.c.at < now - KEPT))
    made = connection.execute(insert(attempt), {"kind": kind, "email_hash": email_hash, "address": address, "at": now, "told": False})
    return Attempt(made.inserted_primary_key[0], email_hash, address)


def code_wait(connection: Connection, tried: Attempt, now: datetime) -> int:
    """How many seconds this account's codes must wait."""
    rows = connection.execute(_tries((CODE,)).where(attempt.c.email_hash == tried.email_hash)).all()
    return BY_CODE.seconds([row.at for row in rows], now)


def wrong_code(connection: Connection, tried: Attempt) -> None:
    """The try had the right password and a wrong code."""
    connection.execute(update(attempt).where(attempt.c.attempt_id == tried.attempt_id).values(kind=CODE))


def take_back(connection: Connection, tried: Attempt) -> None:
    """The try was right as far as it went: it counts for nothing, and forgives nothing."""
    connection.execute(delete(attempt).where(attempt.c.attempt_id == tried.attempt_id))


def forgive(connection: Connection, tried: Attempt) -> None:
    """Whoever was right in the end is forgiven what they got wrong: at this account, from this address."""
    own = (attempt.c.email_hash == tried.email_hash) & (attempt.c.address == tried.address) & (attempt.c.kind != RESET)
    connection.execute(delete(attempt).where(own))


def _tries(kinds: Sequence[str]) -> Select:
    return TRIES.where(attempt.c.kind.in_(kinds))


def _was_entered_from(connection: Connection, email_key: str, address: str) -> bool:
    known = exists().where(session.c.account_id == account.c.account_id, account.c.email_key == email_key, session.c.address == address)
    return bool(connection.scalar(select(known)))


def _tell(connection: Connection, latest: Row, kind: str, address: str, now: datetime) -> None:
    """One line of the trail a wait, however often it is asked meanwhile."""
    told = connection.execute(update(attempt).where(attempt.c.attempt_id == latest.attempt_id, attempt.c.told.is_(False)).values(told=True))
    if told.rowcount:
        add_line(connection, Line("sign_in" if kind != RESET else "reset_link", "too many tries", REFUSED, address=address), now)
