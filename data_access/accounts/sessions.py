"""Sessions: kept here, so that one can be ended from here. A browser holds a token that says nothing by itself."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from data_access.accounts.audit import Line, add_line, plain
from data_access.accounts.directory import account_of_row, teams_of_account
from data_access.accounts.results import Account, NoSession, Session
from data_access.accounts.tables import account, session
from data_access.accounts.tokens import hash_of, new_token
from data_access.store import keeping_accounts, reading_accounts
from equity.errors import StoreLocked

IDLE = timedelta(minutes=30)
WHOLE = timedelta(hours=8)
# A page writes nothing that the one before it wrote already.
TOUCH = timedelta(minutes=1)
# For so long it is known from where an account was entered.
REMEMBERED = timedelta(days=90)
# Who signs in again within the same day is on the same visit: what was new in the morning is not lost at noon.
APART = timedelta(hours=12)

# Asked with every request: written once.
SESSION_OF = (
    select(account, session.c.started, session.c.last_seen, session.c.ended)
    .join(session, session.c.account_id == account.c.account_id)
    .where(session.c.token_hash == bindparam("token_hash"))
)
ADD_SESSION = insert(session)
END_SESSIONS = update(session).where(session.c.ended.is_(None))


def session_viewer(token: str | None, now: datetime, *, touch: bool = True) -> Session | NoSession:
    """Whose session this token is, as the account is now; or why it is nobody's.

    Takes    touch: False where the request is no sign that somebody is there, such as a page's own timer.
    """
    if not token:
        return NoSession("none")
    token_hash = hash_of(token)
    with reading_accounts() as connection:
        row = connection.execute(SESSION_OF, {"token_hash": token_hash}).one_or_none()
        if row is None or (why := _why_not(row, now)):
            return NoSession("none" if row is None else why)
        found = account_of_row(row, teams_of_account(connection, row.account_id))
    if touch and now - row.last_seen >= TOUCH:
        _touch(token_hash, now)
    return Session(found, row.started + WHOLE)


def _why_not(row: Row, now: datetime) -> str:
    if row.ended is not None:
        return "ended"
    if row.disabled is not None:
        return "disabled"
    if now - row.started >= WHOLE:
        return "expired"
    return "idle" if now - row.last_seen >= IDLE else ""


def _touch(token_hash: str, now: datetime) -> None:
    # While a load has the file, a page is not kept waiting for a note of its own.
    with suppress(StoreLocked), keeping_accounts(in_a_hurry=True) as connection:
        connection.execute(END_SESSIONS.where(session.c.token_hash == token_hash, session.c.last_seen < now).values(last_seen=now))


def sign_out(token: str, address: str, now: datetime) -> None:
    """End the session of this token, if it is one."""
    with keeping_accounts() as connection:
        account_id = connection.scalar(select(session.c.account_id).where(session.c.token_hash == hash_of(token), session.c.ended.is_(None)))
        if account_id is not None:
            connection.execute(END_SESSIONS.where(session.c.token_hash == hash_of(token)).values(ended=now))
            add_line(connection, Line("sign_out", "this session", account_id=account_id, address=address), now)


def sign_out_everywhere(account_id: int, address: str, now: datetime) -> int:
    """End every session of an account; returns how many there were."""
    with keeping_accounts() as connection:
        ended = end_sessions(connection, account_id, now)
        add_line(connection, Line("sign_out", f"everywhere: {ended}", account_id=account_id, address=address), now)
    return ended


def start_session(connection: Connection, found: Account, address: str, now: datetime, *, browser: str = "") -> str:
    """A new session, in the caller's transaction; returns its token."""
    token = new_token()
    connection.execute(delete(session).where(session.c.account_id == found.account_id, session.c.started < now - REMEMBERED))
    values = {"account_id": found.account_id, "address": plain(address), "browser": browser, "started": now, "last_seen": now}
    connection.execute(ADD_SESSION, {"token_hash": hash_of(token), **values})
    visit = {"last_visit": found.last_sign_in} if found.last_sign_in and now - found.last_sign_in >= APART else {}
    connection.execute(update(account).where(account.c.account_id == found.account_id).values(last_sign_in=now, **visit))
    return token


def end_sessions(connection: Connection, account_id: int, now: datetime, *, but: str | None = None) -> int:
    """End an account's sessions, but for the one of this token, in the caller's transaction; returns how many."""
    others = END_SESSIONS.where(session.c.account_id == account_id, session.c.token_hash != hash_of(but or ""))
    return connection.execute(others.values(ended=now)).rowcount
