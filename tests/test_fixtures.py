"""The fixtures that every other test stands on."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text


def test_a_fresh_store_is_migrated_and_empty(engine) -> None:
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM team")).scalar() == 0


@pytest.mark.parametrize("turn", ["first", "second"])
def test_what_one_test_writes_no_other_sees(engine, turn: str) -> None:
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM practice")).scalar() == 0
        connection.execute(text("INSERT INTO practice (practice_id, name) VALUES ('huddle', 'Daily huddle')"))


def test_a_store_that_was_not_asked_for_fails_the_test_and_names_the_fixtures() -> None:
    with pytest.raises(pytest.fail.Exception, match="Ask for one of the fixtures .*store_url"):
        create_engine("sqlite://").connect()


def test_own_store_lets_a_test_open_a_store_of_its_own(own_store: None) -> None:
    with create_engine("sqlite://").connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
