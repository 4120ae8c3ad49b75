"""A new password by a link that holds for one hour and one use.

Whoever forgot theirs asks for one by e-mail. The answer to that is made by `reset_asked` alone, which does the same for every
address; whether there is an account to send a link to is looked up afterwards, by whatever sends mail.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, delete, insert, select

from data_access.accounts import throttle
from data_access.accounts.actor import Actor, require_administrator
from data_access.accounts.audit import REFUSED, Line, add_line
from data_access.accounts.directory import account_of_id, account_where
from data_access.accounts.emails import email_key
from data_access.accounts.passwords import kept_password, set_password
from data_access.accounts.results import LINK_DEAD, Account, Refused
from data_access.accounts.tables import account, reset_link
from data_access.accounts.tokens import hash_of, new_token
from data_access.store import keeping_accounts
from equity.errors import AccountRefused

RESET_PATH = "/new-password"
HOLDS = timedelta(minutes=60)
OPENED = select(account).join(reset_link, reset_link.c.account_id == account.c.account_id).where(account.c.disabled.is_(None))


@dataclass(frozen=True, slots=True)
class ResetLink:
    """What is sent or handed over. The token is stored nowhere."""

    account: Account
    ends: datetime
    token: str = field(repr=False)

    @property
    def path(self) -> str:
        """The link, from the program's own address on."""
        return f"{RESET_PATH}?token={self.token}"


def reset_asked(email: str, address: str, now: datetime) -> Refused | None:
    """Count that somebody asks for a link; None where one may be sent. The same for every e-mail, with an account or without."""
    with keeping_accounts() as connection:
        tried = throttle.begin(connection, throttle.RESET, email_key(email), address, now)
        if isinstance(tried, Refused):
            return tried
        add_line(connection, Line("reset_link", "asked for", address=address), now)
    return None


def reset_link_for(email: str, now: datetime) -> ResetLink | None:
    """A link to send to this e-mail; None where no account that may sign in has it. For what sends mail, never for an answer."""
    with keeping_accounts() as connection:
        found = account_where(connection, (account.c.email_key == email_key(email)) & account.c.disabled.is_(None))
        if found is None:
            return None
        add_line(connection, Line("reset_link", f"made for account {found.account_id}"), now)
        return _made(connection, found, now)


def reset_link_by(actor: Actor, account_id: int, now: datetime) -> ResetLink:
    """A link that an administrator hands over. Raises NotAllowed; AccountRefused where the account is disabled."""
    require_administrator(actor.viewer)
    with keeping_accounts() as connection:
        found = account_of_id(connection, account_id)
        if found.is_disabled:
            raise AccountRefused(f"{found.email} is disabled. Enable the account first.")
        add_line(connection, actor.line("reset_link", f"made for account {account_id}"), now)
        return _made(connection, found, now)


def _made(connection: Connection, found: Account, now: datetime) -> ResetLink:
    """The account's one link: an older one is dead."""
    token = new_token()
    connection.execute(delete(reset_link).where((reset_link.c.account_id == found.account_id) | (reset_link.c.ends <= now)))
    connection.execute(insert(reset_link), {"token_hash": hash_of(token), "account_id": found.account_id, "ends": now + HOLDS})
    return ResetLink(found, now + HOLDS, token)


def use_reset_link(token: str, password: str, address: str, now: datetime) -> Account | Refused:
    """Set a password by a link, which is dead afterwards, and end every session. A second factor stays: it is asked for at sign-in.

    Returns  Refused: LINK_DEAD, or WAIT after several; PASSWORD_WEAK with the rule, and the link still holds.
    """
    with keeping_accounts() as connection:
        row = _opened(connection, token, now)
        if row is None:
            # Counted only here: who tries links that are none waits, who tries weak passwords on their own does not.
            tried = throttle.begin(connection, throttle.RESET, hash_of(token), address, now)
            if isinstance(tried, Refused):
                return tried
            add_line(connection, Line("reset_link", LINK_DEAD, REFUSED, address=address), now)
            return Refused(LINK_DEAD)
    kept = kept_password(password, row)
    if isinstance(kept, Refused):
        return kept
    with keeping_accounts() as connection:
        # Two at once: the first has used it up.
        if _opened(connection, token, now) is None:
            return Refused(LINK_DEAD)
        set_password(connection, row.account_id, kept, now)
        add_line(connection, Line("password", "set by a link", account_id=row.account_id, address=address), now)
        return account_of_id(connection, row.account_id)


def _opened(connection: Connection, token: str, now: datetime) -> Row | None:
    """The account that this link opens now."""
    return connection.execute(OPENED.where(reset_link.c.token_hash == hash_of(token), reset_link.c.ends > now)).one_or_none()
