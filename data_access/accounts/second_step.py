"""The second step of signing in: the password was right, and a code is asked for. Between the two the server keeps that, not the browser."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, delete, insert, select

from data_access.accounts import throttle
from data_access.accounts.audit import REFUSED, Line, add_line
from data_access.accounts.codes import code_used
from data_access.accounts.entry import Caller, entered
from data_access.accounts.results import CODE_NEEDED, CODE_WRONG, STEP_OVER, WAIT, Refused, SecondStep, SignedIn
from data_access.accounts.tables import account, second_step
from data_access.accounts.tokens import hash_of, new_token
from data_access.store import keeping_accounts

HOLDS = timedelta(minutes=10)
BEGUN = select(account).join(second_step, second_step.c.account_id == account.c.account_id).where(account.c.disabled.is_(None))


@dataclass(frozen=True, slots=True)
class Step:
    """A second step that is open: whose, and who stands at it."""

    row: Row
    caller: Caller
    now: datetime

    def refused(self, connection: Connection, refused: Refused) -> Refused:
        """The refusal, told to the trail."""
        add_line(connection, Line("sign_in", refused.why, REFUSED, self.row.account_id, self.caller.address), self.now)
        return refused


def begin_step(connection: Connection, account_id: int, now: datetime) -> SecondStep:
    """A step for this account, in the caller's transaction; one that was begun before is over."""
    token = new_token()
    connection.execute(delete(second_step).where((second_step.c.account_id == account_id) | (second_step.c.ends <= now)))
    connection.execute(insert(second_step), {"token_hash": hash_of(token), "account_id": account_id, "ends": now + HOLDS})
    return SecondStep(token)


def enter_code(token: str, code: str, caller: Caller, now: datetime) -> SignedIn | Refused:
    """A new session for whoever began this step, by a code of the app or a recovery code.

    Returns  Refused: STEP_OVER, the password is asked for again; CODE_NEEDED; CODE_WRONG, which counts; WAIT.
    """
    with keeping_accounts() as connection:
        row = connection.execute(BEGUN.where(second_step.c.token_hash == hash_of(token), second_step.c.ends > now)).one_or_none()
        if row is None:
            return Refused(STEP_OVER)
        step = Step(row, caller, now)
        return _tried(connection, step, code) if code else step.refused(connection, Refused(CODE_NEEDED))


def _tried(connection: Connection, step: Step, code: str) -> SignedIn | Refused:
    tried = throttle.begin(connection, throttle.PASSWORD, step.row.email_key, step.caller.address, step.now)
    if isinstance(tried, Refused):
        return tried
    wait = throttle.code_wait(connection, tried, step.now)
    if wait:
        return step.refused(connection, Refused(WAIT, wait))
    how = code_used(connection, step.row, code, step.now)
    if not how:
        throttle.wrong_code(connection, tried)
        return step.refused(connection, Refused(CODE_WRONG))
    throttle.forgive(connection, tried)
    end_steps(connection, step.row.account_id)
    return entered(connection, step.row, step.caller, step.now, f"password and {how}")


def end_steps(connection: Connection, account_id: int) -> None:
    """Let no step of this account go on, in the caller's transaction."""
    connection.execute(delete(second_step).where(second_step.c.account_id == account_id))
