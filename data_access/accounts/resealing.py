"""Sealing every secret with the present key, after that key was changed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update

from data_access.accounts.actor import Actor, require_administrator
from data_access.accounts.audit import add_line
from data_access.accounts.sealing import opened, sealed
from data_access.accounts.tables import account
from data_access.store import keeping_accounts

KEPT = select(account.c.account_id, account.c.second_factor).where(account.c.second_factor.is_not(None)).order_by(account.c.account_id)


def reseal(actor: Actor, now: datetime) -> int:
    """Seal the secrets of all second factors with the present key; returns how many there are.

    Raises   NotAllowed; AccountRefused where one was sealed with a key that is none of ours: then all stay as they are.
    """
    require_administrator(actor.viewer)
    with keeping_accounts() as connection:
        kept = connection.execute(KEPT).all()
        for row in kept:
            connection.execute(update(account).where(account.c.account_id == row.account_id).values(second_factor=sealed(opened(row.second_factor))))
        add_line(connection, actor.line("second_factor", f"sealed with the present key: {len(kept)}"), now)
    return len(kept)
