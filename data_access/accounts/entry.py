"""A session for somebody who has shown who they are, however that was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row

from data_access.accounts.audit import DONE, Line, add_line
from data_access.accounts.directory import account_of_id, account_of_row, teams_of_account
from data_access.accounts.results import SignedIn
from data_access.accounts.sessions import start_session


@dataclass(frozen=True, slots=True)
class Caller:
    """Where a request comes from, as far as it can be believed, and in which browser: its family and system in a few words."""

    address: str
    browser: str = ""


def entered(connection: Connection, row: Row, caller: Caller, now: datetime, how: str = "password") -> SignedIn:
    """A session for the account of this row, in the caller's transaction; how: what it was opened by."""
    found = account_of_row(row, teams_of_account(connection, row.account_id))
    token = start_session(connection, found, caller.address, now, browser=caller.browser)
    add_line(connection, Line("sign_in", how, DONE, row.account_id, caller.address), now)
    return SignedIn(account_of_id(connection, row.account_id), token)
