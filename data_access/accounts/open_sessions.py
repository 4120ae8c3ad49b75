"""The sessions of an account that hold, and ending them from somewhere else."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Row, Select, bindparam, select, update

from data_access.accounts.actor import Actor, require_administrator
from data_access.accounts.audit import Line, add_line
from data_access.accounts.directory import account_of_id
from data_access.accounts.results import Account, OpenSession
from data_access.accounts.sessions import IDLE, WHOLE, end_sessions
from data_access.accounts.tables import session
from data_access.accounts.tokens import hash_of
from data_access.store import keeping_accounts, reading_accounts

# Of a session's hash, which opens nothing itself, so much tells one of an account's sessions from another.
NAME_LETTERS = 16

OPEN: Select = (
    select(session)
    .where(
        session.c.account_id == bindparam("account_id"),
        session.c.ended.is_(None),
        session.c.started > bindparam("started_after"),
        session.c.last_seen > bindparam("seen_after"),
    )
    .order_by(session.c.last_seen.desc(), session.c.token_hash)
)


def open_sessions(account_id: int, token: str, now: datetime) -> tuple[OpenSession, ...]:
    """The sessions of this account that hold, the one of this token first, then the latest used."""
    this = hash_of(token)
    with reading_accounts() as connection:
        rows = _open_rows(connection, account_id, now)
    found = [OpenSession(_name(row), row.started, row.last_seen, row.address, row.browser, row.token_hash == this) for row in rows]
    return tuple(sorted(found, key=lambda one: not one.is_this))


def end_session(account_id: int, name: str, address: str, now: datetime) -> bool:
    """End the one of this account's sessions that has this name; False where none has."""
    with keeping_accounts() as connection:
        found = next((row for row in _open_rows(connection, account_id, now) if _name(row) == name), None)
        if found is None:
            return False
        connection.execute(update(session).where(session.c.token_hash == found.token_hash).values(ended=now))
        add_line(connection, Line("sign_out", "one session, from another", account_id=account_id, address=address), now)
    return True


def end_other_sessions(account_id: int, keep: str, address: str, now: datetime) -> int:
    """End every session of this account but that of the token to keep; returns how many."""
    with keeping_accounts() as connection:
        ended = end_sessions(connection, account_id, now, but=keep)
        add_line(connection, Line("sign_out", f"all other sessions: {ended}", account_id=account_id, address=address), now)
    return ended


def end_sessions_of(actor: Actor, account_id: int, now: datetime) -> Account:
    """End every session of somebody's account. Raises NotAllowed, AccountRefused."""
    require_administrator(actor.viewer)
    with keeping_accounts() as connection:
        found = account_of_id(connection, account_id)
        ended = end_sessions(connection, account_id, now)
        add_line(connection, actor.line("sign_out", f"account {account_id}, everywhere: {ended}"), now)
        return found


def _open_rows(connection: Connection, account_id: int, now: datetime) -> list[Row]:
    asked = {"account_id": account_id, "started_after": now - WHOLE, "seen_after": now - IDLE}
    return list(connection.execute(OPEN, asked))


def _name(row: Row) -> str:
    return row.token_hash[:NAME_LETTERS]
