"""What machines are told: the process lives, the store answers; and that the app needs no restart when it does again."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from data_access.migrate import known_revisions
from tests.asking import CALLBACKS, found, page_of, page_question, text_of


@contextmanager
def written(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None)
    yield connection
    connection.close()


def make_newer(place: Path) -> None:
    with written(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'of_tomorrow'")


def make_older(place: Path) -> None:
    with written(place) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (known_revisions()[0],))


def spoil(place: Path) -> None:
    for file in place.parent.glob("store.db*"):
        file.unlink()
    place.write_text("This is a letter, not a store. " * 50)


def take_away(place: Path) -> None:
    for file in place.parent.glob("store.db*"):
        file.unlink()


BAD_DAYS = {
    "missing": (take_away, "There is no store yet", "make seed"),
    "newer": (make_newer, "This program is older than its store", "of_tomorrow"),
    "older": (make_older, "The store must be brought up to date", "python -m data_access migrate"),
    "spoilt": (spoil, "The store cannot be read", "Put a copy back"),
}


def heading_of(page: dict) -> str:
    return next(text_of(one) for one in found(page, id="question"))


def is_ready(client: FlaskClient) -> bool:
    answer = client.get("/readyz")
    assert answer.json["ready"] is (answer.status_code == 200)
    assert answer.status_code in (200, 503)
    return answer.json["ready"]


def test_a_store_that_answers_is_ready(client: FlaskClient) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json) == (200, {"ready": True, "reason": "The store answers."})


def test_the_process_lives_whether_or_not_there_is_a_store(client: FlaskClient, asking: FlaskClient) -> None:
    assert [one.get("/healthz").json for one in (client, asking)] == [{"alive": True}] * 2


@pytest.mark.parametrize("day", BAD_DAYS)
def test_each_bad_day_says_what_to_do_and_passes_without_a_restart(asking: FlaskClient, place: Path, put_back: Callable[[], None], day: str) -> None:
    go_bad, title, to_do = BAD_DAYS[day]
    put_back()
    assert (is_ready(asking), heading_of(page_of(asking))) == (True, "Are we closing our gaps?")

    go_bad(place)
    page = page_of(asking)
    (alert,) = found(page, role="alert")
    assert heading_of(page) == title
    assert to_do in text_of(alert)
    assert not is_ready(asking)
    assert to_do in asking.get("/readyz").json["reason"]
    assert asking.get("/csv/network/gap").status_code == 503

    take_away(place)
    put_back()
    assert (is_ready(asking), heading_of(page_of(asking))) == (True, "Are we closing our gaps?")
    assert asking.get("/csv/network/gap").status_code == 200


def test_an_empty_store_is_ready_to_be_loaded_and_its_page_says_so(asking: FlaskClient, place: Path, sqlite_template: Path) -> None:
    shutil.copy(sqlite_template, place)
    page = page_of(asking)
    assert heading_of(page) == "The store is empty"
    assert "make load FROM=folder" in text_of(page)
    assert is_ready(asking)
    assert asking.get("/csv/network/gap").status_code == 503


def test_a_locked_store_is_waited_for_and_said(
    client_on: Callable[[str], FlaskClient], place: Path, put_back: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("data_access.engine.READER_WAITS_MS", 10)
    put_back()
    asking = client_on(f"sqlite:///{place}")
    with written(place) as owner:
        owner.execute("PRAGMA journal_mode = DELETE")
        owner.execute("BEGIN EXCLUSIVE")
        assert "Wait a moment and try again" in text_of(page_of(asking))
        assert not is_ready(asking)
        owner.execute("COMMIT")
    assert is_ready(asking)
    assert heading_of(page_of(asking)) == "Are we closing our gaps?"


def test_trying_again_keeps_what_was_asked(asking: FlaskClient) -> None:
    address = "http://localhost/?measure=preterm_birth&group=black"
    answer = asking.post(CALLBACKS, json=page_question("/", "?measure=preterm_birth&group=black"), headers={"Referer": address})
    page = answer.json["response"]["_pages_content"]["children"]
    assert [one["props"]["href"] for one in found(page, children="Try again")] == ["/?measure=preterm_birth&group=black"]


@pytest.mark.parametrize("sent", ["", "http://localhost", "javascript:alert(1)", "nonsense", "//"])
def test_trying_again_leads_to_a_page_of_ours_whatever_a_browser_says_of_itself(asking: FlaskClient, sent: str) -> None:
    answer = asking.post(CALLBACKS, json=page_question(), headers={"Referer": sent})
    page = answer.json["response"]["_pages_content"]["children"]
    assert [one["props"]["href"] for one in found(page, children="Try again")] == ["/"]
