from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from data_access.accounts.audit import DONE, FIRST, REFUSED, Line, write_line
from data_access.accounts.audit_trail import LINES_A_PAGE, Filters, Verified, audit_trail, verify_audit
from data_access.viewer import ADMINISTRATOR, ROLES, Viewer
from equity.errors import NotAllowed
from tests.data_access.people import ADMIN, EMAIL, People, later

READER = Viewer(ADMINISTRATOR)
TRIGGERS = {"sqlite": ["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"], "postgresql": ["ALTER TABLE audit DISABLE TRIGGER USER"]}


def write(count: int) -> None:
    for number in range(count):
        write_line(Line("download", f"file {number}", DONE if number % 2 else REFUSED, 1, "192.0.2.1"), later(minutes=number))


def tamper(engine: Engine, *changes: str) -> None:
    """What somebody can do who owns the database."""
    with engine.begin() as connection:
        for change in (*TRIGGERS[engine.dialect.name], *changes):
            connection.execute(text(change))


def test_lines_come_page_by_page_the_latest_first_with_the_accounts_email(people: People) -> None:
    people.add()
    write(LINES_A_PAGE + 9)
    first, second = audit_trail(READER, Filters()), audit_trail(READER, Filters(), 2)
    assert (first.total, first.pages, len(first.lines), len(second.lines)) == (60, 2, 50, 10)
    assert [line.number for line in (*first.lines, *second.lines)] == list(range(60, 0, -1))
    latest = first.lines[0]
    assert (latest.email, latest.about, latest.at, latest.outcome) == (EMAIL, "file 58", later(minutes=58), REFUSED)
    assert second.lines[-1].email is None and second.lines[-1].address == ADMIN.address


@pytest.mark.parametrize(("page", "shown"), [(-3, 1), (0, 1), (2, 2), (99, 2)])
def test_a_page_that_is_none_is_the_nearest(people: People, page: int, shown: int) -> None:
    write(LINES_A_PAGE + 1)
    assert audit_trail(READER, Filters(), page).page == shown


@pytest.mark.parametrize(
    ("filters", "numbers"),
    [
        (Filters(), [4, 3, 2, 1]),
        (Filters(outcome=DONE), [4, 2]),
        (Filters(what="download", since=later(minutes=1), until=later(minutes=3)), [3, 2]),
        (Filters(what="sign_in"), []),
        (Filters(account_id=1, outcome=REFUSED), [3, 1]),
        (Filters(account_id=2), []),
    ],
)
def test_filters_leave_the_lines_that_they_name(people: People, filters: Filters, numbers: list[int]) -> None:
    write(4)
    trail = audit_trail(READER, filters)
    assert [line.number for line in trail.lines] == numbers
    assert (trail.total, trail.page, trail.pages) == (len(numbers), 1, 1)


@pytest.mark.parametrize("role", [role for role in ROLES if role != ADMINISTRATOR])
def test_nobody_but_an_administrator_reads_the_trail(people: People, role: str) -> None:
    for read in (lambda: audit_trail(Viewer(role), Filters()), lambda: verify_audit(Viewer(role))):
        with pytest.raises(NotAllowed):
            read()


def test_a_trail_that_nobody_touched_holds(people: People) -> None:
    assert verify_audit(READER) == Verified(0, FIRST, None)
    write(5)
    assert verify_audit(READER) == Verified(5, people.told("line_hash")[-1][0], None)


@pytest.mark.parametrize(
    ("change", "broken_at"),
    [
        ("UPDATE audit SET about = 'nothing' WHERE number = 3", 3),
        ("UPDATE audit SET account_id = 2 WHERE number = 1", 1),
        ("DELETE FROM audit WHERE number = 2", 3),
        ("DELETE FROM audit WHERE number = 1", 2),
        ("UPDATE audit SET number = 9 WHERE number = 5", 9),
        ("UPDATE audit SET number = -1 WHERE number = 5", -1),
    ],
)
def test_a_line_changed_or_taken_out_is_found(people: People, engine: Engine, change: str, broken_at: int) -> None:
    write(5)
    tamper(engine, change)
    assert verify_audit(READER).broken_at == broken_at


def test_a_cut_end_shows_in_the_number_and_hash_of_the_last_line(people: People, engine: Engine) -> None:
    write(5)
    before = verify_audit(READER)
    tamper(engine, "DELETE FROM audit WHERE number = 5")
    after = verify_audit(READER)
    assert after.broken_at is None and (after.lines, after.head) != (before.lines, before.head)
