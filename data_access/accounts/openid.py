"""Signing in by an OpenID provider: its word for who somebody is, once the web has checked that it is its word."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select

from data_access.accounts.audit import REFUSED, Line, add_line
from data_access.accounts.emails import email_key
from data_access.accounts.entry import Caller, entered
from data_access.accounts.results import NO_ACCOUNT, Refused, SignedIn
from data_access.accounts.tables import account, identity
from data_access.store import keeping_accounts

KNOWN = select(account).join(identity, identity.c.account_id == account.c.account_id)
LINKED = select(identity.c.subject)


@dataclass(frozen=True, slots=True)
class Claims:
    """What an ID token says, its signature, issuer, audience, nonce and time checked. email_verified: the provider's own word."""

    issuer: str
    subject: str
    email: str = field(default="", repr=False)
    email_verified: bool = False


def sign_in_openid(claims: Claims, caller: Caller, now: datetime) -> SignedIn | Refused:
    """A new session for the account that this identity is linked to. The first time it is linked, by an e-mail that the provider verified.

    Returns  Refused NO_ACCOUNT: none has this e-mail, or it is disabled, or linked to another identity of this provider.
    Reads    the provider asks for its own second factor; ours is not asked for.
    """
    with keeping_accounts() as connection:
        row = connection.execute(KNOWN.where(identity.c.issuer == claims.issuer, identity.c.subject == claims.subject)).one_or_none()
        if row is None:
            row = _linked(connection, claims, caller.address, now)
        if row is None or row.disabled:
            about = "OpenID: disabled" if row else "OpenID: no account"
            add_line(connection, Line("sign_in", about, REFUSED, row.account_id if row else None, caller.address), now)
            return Refused(NO_ACCOUNT)
        return entered(connection, row, caller, now, "OpenID")


def _linked(connection: Connection, claims: Claims, address: str, now: datetime) -> Row | None:
    """The account with the verified e-mail, now linked; None where there is none to link."""
    row = connection.execute(select(account).where(account.c.email_key == email_key(claims.email))).one_or_none()
    if row is None or not claims.email_verified or row.disabled:
        return None
    if connection.execute(LINKED.where(identity.c.issuer == claims.issuer, identity.c.account_id == row.account_id)).first():
        return None
    values = {"issuer": claims.issuer, "subject": claims.subject, "account_id": row.account_id, "linked": now}
    connection.execute(insert(identity), values)
    add_line(connection, Line("identity", f"linked: {claims.issuer}", account_id=row.account_id, address=address), now)
    return row
