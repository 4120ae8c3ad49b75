"""Setting and changing passwords."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Row, delete, select, update

from data_access.accounts import throttle
from data_access.accounts.audit import REFUSED, Line, add_line
from data_access.accounts.directory import account_of_id
from data_access.accounts.hashing import hash_of_password, is_password
from data_access.accounts.password_rules import password_fault
from data_access.accounts.results import PASSWORD_WEAK, WRONG, Account, Refused
from data_access.accounts.sessions import end_sessions
from data_access.accounts.tables import account, reset_link, second_step
from data_access.schema import network
from data_access.store import keeping_accounts, reading_accounts

NETWORK_NAME = select(network.c.name)


def change_password(account_id: int, old: str, new: str, address: str, now: datetime, *, keep: str | None = None) -> Account | Refused:
    """Give an account another password. Every session of it ends but for the one of the token to keep, and so does every reset link.

    Returns  Refused: WRONG if the old one is not right (which counts as a try), PASSWORD_WEAK with the rule, WAIT.
    """
    row = password_asked(account_id, old, address, now)
    if isinstance(row, Refused):
        return row
    kept = kept_password(new, row)
    if isinstance(kept, Refused):
        return kept
    with keeping_accounts() as connection:
        set_password(connection, account_id, kept, now, but=keep)
        add_line(connection, Line("password", "changed", account_id=account_id, address=address), now)
        return account_of_id(connection, account_id)


def password_asked(account_id: int, password: str, address: str, now: datetime) -> Row | Refused:
    """The account's row for whoever knows its password. A wrong one counts, as it does at sign-in.

    Returns  Refused: WRONG, WAIT.
    """
    with keeping_accounts() as connection:
        row = row_of_id(connection, account_id)
        tried = throttle.begin(connection, throttle.PASSWORD, row.email_key, address, now)
    if isinstance(tried, Refused):
        return tried
    is_right = is_password(row.password, password)
    with keeping_accounts() as connection:
        if not is_right:
            add_line(connection, Line("password", WRONG, REFUSED, account_id, address), now)
            return Refused(WRONG)
        throttle.take_back(connection, tried)
    return row


def kept_password(password: str, row: Row) -> str | Refused:
    """What is stored in the place of a new password of this account, or the rule that it breaks."""
    fault = password_fault(password, row.email, row.name, *network_words())
    return Refused(PASSWORD_WEAK, said=fault) if fault else hash_of_password(password)


def network_words() -> tuple[str, ...]:
    """The network's name, where a network is loaded."""
    with reading_accounts() as connection:
        return tuple(connection.scalars(NETWORK_NAME))


def set_password(connection: Connection, account_id: int, kept: str, now: datetime, *, but: str | None = None) -> None:
    """Store a password, end what the old one opened: sessions (but for one) and links."""
    connection.execute(update(account).where(account.c.account_id == account_id).values(password=kept))
    for opening in (reset_link, second_step):
        connection.execute(delete(opening).where(opening.c.account_id == account_id))
    end_sessions(connection, account_id, now, but=but)


def row_of_id(connection: Connection, account_id: int) -> Row:
    """An account with its secrets, for this package alone."""
    return connection.execute(select(account).where(account.c.account_id == account_id)).one()
