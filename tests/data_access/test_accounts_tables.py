from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text, update

from data_access.__main__ import main
from data_access.accounts.tables import account, metadata
from data_access.loading.undo import undo
from equity.errors import UndoRefused
from tests.data_access.folders import RESTATED, dump, load, write_files
from tests.data_access.people import EMAIL, NOW, People, enter
from tests.data_access.test_schema_constraints import takes

TABLES = tuple(sorted(metadata.tables))
# The trail is told of loads, and grows.
UNTOLD = tuple(name for name in TABLES if name != "audit")
FORBIDDEN = [
    "INSERT INTO account (email, email_key, name, role, created) VALUES ('ANN@example.org', 'ann@example.org', 'Ann', 'reader', '2026-01-01')",
    "UPDATE account SET role = 'boss'",
    "UPDATE account SET name = NULL",
    "UPDATE account SET second_factor_on = '2026-01-01'",
    "INSERT INTO account_team (account_id, team_id) VALUES (1, 'z')",
    "INSERT INTO account_team (account_id, team_id) VALUES (9, 'a')",
    "INSERT INTO account_team (account_id, team_id) VALUES (1, 'a')",
    "INSERT INTO attempt (kind, email_hash, address, at, told) VALUES ('guess', 'x', 'x', '2026-01-01', false)",
    "INSERT INTO reset_link (token_hash, account_id, ends) VALUES ('x', 9, '2026-01-01')",
    "INSERT INTO identity (issuer, subject, account_id, linked) VALUES ('i', 's', 9, '2026-01-01')",
    "DELETE FROM account",
    "DELETE FROM team WHERE team_id = 'a'",
]


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_database_refuses_what_no_account_can_be(people: People, engine: Engine, statement: str) -> None:
    people.add(EMAIL, "coach", "a")
    assert not takes(engine, statement)


def test_a_moment_is_the_same_whatever_its_time_zone(people: People, engine: Engine) -> None:
    made = people.add()
    local = NOW.astimezone(timezone(timedelta(hours=-6))).replace(microsecond=123456)
    with engine.begin() as connection:
        connection.execute(update(account).values(created=local))
    with engine.connect() as connection:
        found: datetime = connection.scalar(select(account.c.created).where(account.c.account_id == made.account_id))
    assert found == local and found.utcoffset() == timedelta(0)


def test_loads_restatements_and_undoing_leave_accounts_alone_and_only_add_to_the_trail(loaded: Engine, door: str, tmp_path: Path) -> None:
    people = People.__new__(People)
    people.engine = loaded
    people.add(EMAIL, "team_member", "north")
    enter()
    before = dump(loaded, *UNTOLD)
    trail = dump(loaded, "audit")["audit"]
    load(loaded, write_files(tmp_path / "two", observations=RESTATED))
    undo(loaded, 2, "test")
    assert dump(loaded, *UNTOLD) == before
    assert dump(loaded, "audit")["audit"][: len(trail)] == trail


def test_a_load_whose_team_an_account_belongs_to_is_not_undone(loaded: Engine, door: str) -> None:
    people = People.__new__(People)
    people.engine = loaded
    people.add(EMAIL, "coach", "north")
    with pytest.raises(UndoRefused, match="refers to its rows"):
        undo(loaded, 1, "test")


def test_the_demo_network_brings_no_account_and_takes_none(people: People, engine: Engine, door: str, monkeypatch: pytest.MonkeyPatch) -> None:
    people.add(EMAIL, "administrator")
    before = dump(engine, *UNTOLD)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM team"))
    monkeypatch.setenv("DATABASE_URL", door)
    assert main(["seed"]) == 0
    assert dump(engine, *UNTOLD) == before
