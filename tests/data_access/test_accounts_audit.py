from __future__ import annotations

from threading import Thread

import pytest
from sqlalchemy import Engine, insert, text
from sqlalchemy.exc import DBAPIError

from data_access.accounts.audit import FIRST, Line, hash_of_line, plain, write_line
from data_access.accounts.audit_trail import verify_audit
from data_access.accounts.tables import audit
from data_access.viewer import ADMINISTRATOR, Viewer
from tests.data_access.people import NOW, People

READER = Viewer(ADMINISTRATOR)


def write(*abouts: str) -> None:
    for about in abouts:
        write_line(Line("download", about, account_id=1, address="192.0.2.1"), NOW)


def test_each_line_holds_the_hash_of_the_one_before(people: People) -> None:
    write("one", "two", "three")
    lines = people.told("number", "previous", "line_hash")
    assert [number for number, *_ in lines] == [1, 2, 3]
    assert [previous for _, previous, _ in lines] == [FIRST, lines[0][2], lines[1][2]]
    assert len({own for *_, own in lines}) == 3


CHANGES = [
    "UPDATE audit SET about = 'nothing' WHERE number = 1",
    "DELETE FROM audit WHERE number = 2",
    "DELETE FROM audit",
]
OF_SQLITE = ["INSERT OR REPLACE INTO audit SELECT number, at, account_id, address, what, 'nothing', outcome, previous, line_hash FROM audit WHERE number = 1"]
OF_POSTGRESQL = ["TRUNCATE audit"]


def test_the_database_refuses_to_change_delete_or_replace_a_line(people: People, engine: Engine) -> None:
    write("one", "two")
    before = people.told("number", "about", "line_hash")
    for change in CHANGES + (OF_SQLITE if engine.dialect.name == "sqlite" else OF_POSTGRESQL):
        with pytest.raises(DBAPIError, match="only added to"), engine.begin() as connection:
            connection.execute(text(change))
    assert people.told("number", "about", "line_hash") == before


def test_lines_written_at_once_stand_in_one_chain(people: People) -> None:
    threads = [Thread(target=write, args=(f"{number} a", f"{number} b", f"{number} c")) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert verify_audit(READER).lines == 18 and verify_audit(READER).broken_at is None


def test_a_line_is_one_line_and_not_long(people: People) -> None:
    write("one\r\ntwo\x1b[31m\x00\ud800" + "x" * 1_000_000)
    ((about,),) = people.told("about")
    assert about.startswith("one??two?[31m??xxx") and len(about) == 300
    assert plain("Ünal, naïve") == "Ünal, naïve"


@pytest.mark.parametrize("column", ["number", "at", "account_id", "address", "what", "about", "outcome", "previous"])
def test_the_hash_covers_every_column(column: str) -> None:
    row = {"number": 1, "at": NOW, "account_id": 1, "address": "a", "what": "w", "about": "b", "outcome": "done", "previous": FIRST}
    other = {"at": NOW.replace(microsecond=1), "number": 2, "account_id": None}.get(column, "other")
    assert hash_of_line(row) != hash_of_line({**row, column: other})
    assert set(row) | {"line_hash"} == set(audit.c.keys())


def test_an_error_of_the_database_says_no_value(people: People, engine: Engine) -> None:
    row = {"number": 1, "at": NOW, "address": "", "what": "CANARY", "about": "CANARY", "outcome": None, "previous": "CANARY", "line_hash": "CANARY"}
    with pytest.raises(DBAPIError) as raised, engine.begin() as connection:
        connection.execute(insert(audit), row)
    assert "CANARY" not in str(raised.value).split("[SQL")[1]
