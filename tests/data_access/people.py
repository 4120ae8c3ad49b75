"""Accounts for tests: a fixed moment, one password, three teams."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from sqlalchemy import Engine, event, insert, select, update

from data_access import schema
from data_access.accounts.actor import on_command_line
from data_access.accounts.changes import NewAccount, add_account
from data_access.accounts.entry import Caller
from data_access.accounts.hashing import hash_of_password
from data_access.accounts.results import Account, SecondStep, SignedIn
from data_access.accounts.sealing import use_keys
from data_access.accounts.second_factor import RecoveryCodes, confirm_second_factor, offer_second_factor
from data_access.accounts.second_step import enter_code
from data_access.accounts.sign_in import sign_in
from data_access.accounts.tables import account, audit
from data_access.accounts.totp import code_at, step_of

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ADMIN = on_command_line("tester")
EMAIL, PASSWORD, ADDRESS = "ann@example.org", "CANARY-PASS plover 41", "192.0.2.1"
HERE = Caller(ADDRESS, "Firefox on Linux")
KEY = "a key of the tests, forty letters long: 73"

kept = cache(hash_of_password)


def later(**much: float) -> datetime:
    return NOW + timedelta(**much)


class People:
    """Makes accounts in a store whose door is open."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        use_keys(KEY)
        with engine.begin() as connection:
            connection.execute(insert(schema.team), [{"team_id": team_id, "name": f"Team {team_id}"} for team_id in ("a", "b", "c")])

    def add(self, email: str = EMAIL, role: str = "reader", *team_ids: str, password: str | None = PASSWORD) -> Account:
        made = add_account(ADMIN, NewAccount(email, "Ann", role, team_ids), None, NOW)
        self.set(made.account_id, password=password and kept(password))
        return replace(made, has_password=password is not None)

    def set(self, account_id: int, **values: object) -> None:
        """Write into an account's row, past every rule."""
        with self.engine.begin() as connection:
            connection.execute(update(account).where(account.c.account_id == account_id).values(values))

    def password_of(self, account_id: int) -> str:
        with self.engine.connect() as connection:
            return connection.scalar(select(account.c.password).where(account.c.account_id == account_id))

    def factor(self, account_id: int, now: datetime = NOW) -> str:
        """A second factor in use; returns its secret. The code of this moment is used up."""
        secret = offer_second_factor(account_id, now).secret
        confirmed = confirm_second_factor(account_id, code_at(secret, step_of(now)), "198.51.100.9", now)
        assert isinstance(confirmed, RecoveryCodes)
        return secret

    def told(self, *columns: str) -> list[tuple]:
        """The trail, the oldest line first."""
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(select(*(audit.c[name] for name in columns)).order_by(audit.c.number))]


def enter(email: str = EMAIL, password: str = PASSWORD, *, caller: Caller = HERE, now: datetime = NOW) -> str:
    """Sign in; returns the token."""
    found = sign_in(email, password, caller, now)
    assert isinstance(found, SignedIn)
    return found.token


def step_of_sign_in(email: str = EMAIL, *, now: datetime = NOW) -> str:
    """The password given, the code still to come; returns the step's token."""
    found = sign_in(email, PASSWORD, HERE, now)
    assert isinstance(found, SecondStep)
    return found.token


def answer_to_code(code: str, *, caller: Caller = HERE, now: datetime = NOW) -> str:
    """What is answered to the password and then this code: "in", or why not."""
    return getattr(enter_code(step_of_sign_in(now=now), code, caller, now), "why", "in")


def statements_of(run: Callable[[], object]) -> list[str]:
    """The SQL that is carried out meanwhile."""
    found: list[str] = []

    def note(connection: object, cursor: object, statement: str, *_: object) -> None:
        found.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        run()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return found
