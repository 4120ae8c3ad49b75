from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Engine, insert, select, text

from data_access.accounts.changes import change_role, disable, enable
from data_access.accounts.results import NoSession
from data_access.accounts.sessions import session_viewer, sign_out, sign_out_everywhere
from data_access.accounts.tables import session
from data_access.engine import writing
from data_access.schema import practice
from data_access.viewer import Viewer
from tests.data_access.people import ADDRESS, ADMIN, NOW, People, enter, later


def why(token: str | None, now: datetime = NOW, **options: bool) -> str:
    """Why a token opens nothing; empty where it opens its session."""
    return getattr(session_viewer(token, now, **options), "why", "")


@pytest.mark.parametrize("token", [None, "", "guessed", "x" * 100_000, "\ud800"])
def test_a_token_that_is_none_opens_nothing(people: People, token: str | None) -> None:
    assert session_viewer(token, NOW) == NoSession("none")


def test_a_token_is_dead_after_signing_out(people: People) -> None:
    people.add()
    one, other = enter(), enter()
    sign_out(one, ADDRESS, NOW)
    assert (why(one), why(other)) == ("ended", "")
    sign_out(one, ADDRESS, NOW)
    sign_out("guessed", ADDRESS, NOW)
    assert people.told("what").count(("sign_out",)) == 1


def test_signing_out_everywhere_ends_every_session_of_this_account_alone(people: People) -> None:
    made, _ = people.add(), people.add("bob@example.org")
    tokens, other = [enter(), enter()], enter("bob@example.org")
    assert sign_out_everywhere(made.account_id, ADDRESS, NOW) == 2
    assert [why(token) for token in (*tokens, other)] == ["ended", "ended", ""]
    assert ("sign_out", "everywhere: 2", "done") in people.told("what", "about", "outcome")


def test_a_disabled_account_is_out_with_its_next_request_and_stays_out_of_old_sessions(people: People) -> None:
    made = people.add()
    token = enter()
    people.set(made.account_id, disabled=NOW)
    assert why(token) == "disabled"
    people.set(made.account_id, disabled=None)
    disable(ADMIN, made.account_id, NOW)
    assert why(token) == "ended"
    enable(ADMIN, made.account_id, NOW)
    assert why(token) == "ended"


@pytest.mark.parametrize(("minutes", "expected"), [(29.9, ""), (30, "idle"), (31, "idle")])
def test_a_session_ends_when_nobody_is_there_for_half_an_hour(people: People, minutes: float, expected: str) -> None:
    people.add()
    assert why(enter(), later(minutes=minutes)) == expected


def test_a_session_ends_after_eight_hours_however_busy(people: People) -> None:
    people.add()
    token = enter()
    assert [why(token, later(minutes=minute)) for minute in range(0, 480, 20)] == [""] * 24
    assert session_viewer(token, later(minutes=479)).ends == later(hours=8)
    assert why(token, later(minutes=480)) == "expired"


def test_a_pages_own_timer_keeps_no_session_open(people: People) -> None:
    people.add()
    token = enter()
    assert why(token, later(minutes=20), touch=False) == ""
    assert why(token, later(minutes=31)) == "idle"


def test_that_somebody_is_there_is_noted_once_a_minute(people: People) -> None:
    people.add()
    token = enter()

    def seen(**passed: float) -> datetime:
        assert why(token, later(**passed)) == ""
        with people.engine.connect() as connection:
            return connection.scalar(select(session.c.last_seen))

    assert [seen(seconds=59), seen(seconds=60), seen(seconds=90), seen(seconds=120)] == [NOW, later(seconds=60), later(seconds=60), later(seconds=120)]


def test_another_role_and_other_teams_hold_from_the_next_request_on(people: People) -> None:
    made = people.add("ann@example.org", "coach", "a", "b")
    token = enter()
    assert session_viewer(token, NOW).viewer == Viewer("coach", coached=frozenset("ab"))
    change_role(ADMIN, made.account_id, "coach", ["b"], NOW)
    assert session_viewer(token, NOW).viewer == Viewer("coach", coached=frozenset("b"))
    change_role(ADMIN, made.account_id, "funder", [], NOW)
    assert session_viewer(token, NOW).viewer == Viewer("funder")


def test_what_a_browser_holds_is_not_in_the_store(people: People) -> None:
    people.add()
    token = enter()
    with people.engine.connect() as connection:
        row = connection.execute(select(session)).one()
    assert token not in repr(row) and len(row.token_hash) == 64 and row.address == ADDRESS


def test_sessions_of_long_ago_are_forgotten_with_the_next_sign_in(people: People) -> None:
    people.add()
    enter()
    enter(now=later(days=91))
    with people.engine.connect() as connection:
        assert connection.scalars(select(session.c.started)).all() == [later(days=91)]


def test_while_a_load_has_the_file_pages_go_on(people: People, engine: Engine) -> None:
    people.add()
    token = enter()
    with writing(engine) as loading:
        loading.execute(insert(practice), {"practice_id": "p", "name": "Listening"})
        assert why(token, later(minutes=5)) == ""
        loading.execute(text("SELECT 1"))


def test_who_comes_back_within_the_day_is_on_the_same_visit(people: People) -> None:
    people.add()
    visits = []
    for hours in (0, 3, 11.9, 24, 30, 48):
        token = enter(now=later(hours=hours))
        visits.append(session_viewer(token, later(hours=hours)).account.last_visit)
    # 24 is 12.1 hours after 11.9; 30 is six after 24; 48 is 18 after 30.
    assert visits == [None, None, None, later(hours=11.9), later(hours=11.9), later(hours=30)]
