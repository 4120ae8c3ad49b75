"""Is this the code that an account's second factor asks for? Each one opens once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Row, update

from data_access.accounts.recovery_codes import use_code
from data_access.accounts.sealing import opened
from data_access.accounts.tables import account
from data_access.accounts.totp import DIGITS, step_of_code


def code_used(connection: Connection, row: Row, code: str, now: datetime) -> str:
    """What the code was, now used up, in the caller's transaction; empty where it opens nothing.

    Raises   AccountRefused where the app's secret cannot be read any more; a recovery code still opens.
    """
    if len(code.replace(" ", "")) > DIGITS:
        left = use_code(connection, row.account_id, code)
        return "" if left is None else f"recovery code, {left} left"
    step = step_of_code(opened(row.second_factor), code, now, after=row.second_factor_step)
    if step is None:
        return ""
    connection.execute(update(account).where(account.c.account_id == row.account_id).values(second_factor_step=step))
    return "code"
