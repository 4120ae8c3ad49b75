"""seed --if-missing: what `make run` asks for. Only a store that does not exist at all is made and filled."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, text

from data_access.__main__ import main
from data_access.engine import open_engine
from data_access.migrate import found_revision
from data_access.schema import team

IF_MISSING = ["seed", "--if-missing"]


def teams_in(url: str) -> int:
    engine = open_engine(url, read_only=True)
    with engine.connect() as connection:
        count = connection.execute(select(func.count()).select_from(team)).scalar_one()
    engine.dispose()
    return count


def test_a_store_that_does_not_exist_is_made_and_seeded_once(own_store: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'lantern.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    assert main(IF_MISSING) == 0
    assert teams_in(url) == 15
    assert main(IF_MISSING) == 0
    assert teams_in(url) == 15


def test_an_empty_store_stays_empty(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", store_url)
    assert main(IF_MISSING) == 0
    assert teams_in(store_url) == 0


def test_a_store_of_another_schema_is_left_to_the_pages(store_url: str, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", store_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'another'"))
    assert main(IF_MISSING) == 0
    assert found_revision(engine) == "another"


@pytest.mark.parametrize(
    ("url", "words"),
    [("postgresql://lantern@127.0.0.1:1/none", "The store is busy or does not answer"), ("sqlite:///{damaged}", "DATABASE_URL is damaged, or is not a store")],
)
def test_a_store_that_does_not_answer_is_said_and_left_to_the_pages(
    own_store: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], url: str, words: str
) -> None:
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(b"this is no database, and long enough to be looked at as one" * 20)
    monkeypatch.setenv("DATABASE_URL", url.format(damaged=damaged))
    assert main(IF_MISSING) == 0
    assert words in capsys.readouterr().err
