from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from data_access import schema
from data_access.accounts.audit import REFUSED
from data_access.accounts.tables import audit
from data_access.engine import open_engine
from data_access.loading import told
from data_access.loading.commands import check_paths
from data_access.loading.told import shown_to_whom, tell_changes
from data_access.loading.undo import undo
from equity.errors import LoadRefused
from tests.data_access.folders import RESTATED, load, write_files


def lines(engine: Engine) -> list[tuple[str, str]]:
    """The trail: what and about, the oldest line first."""
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(audit.c.what, audit.c.about).order_by(audit.c.number))]


def test_a_load_is_told_with_who_what_and_the_policy_that_it_brought(loaded: Engine) -> None:
    (what, about), *others = lines(loaded)
    assert what == "load" and about.startswith("load 1 by test: ") and "added" in about and "observations.csv" in about
    assert others[0][0] == "policy" and others[0][1].startswith("none > ")


def test_restating_and_undoing_are_told_in_their_order(loaded: Engine, tmp_path: Path) -> None:
    before = len(lines(loaded))
    load(loaded, write_files(tmp_path / "two", observations=RESTATED))
    undo(loaded, 2, "tester")
    assert [what for what, _ in lines(loaded)[before:]] == ["load", "undo"]
    assert lines(loaded)[-1][1] == "load 2 taken back by tester; load 3 records it"


def test_a_load_that_was_refused_is_told_with_its_files_and_nothing_of_what_stands_in_them(loaded: Engine, tmp_path: Path) -> None:
    before = lines(loaded)
    with pytest.raises(LoadRefused):
        load(loaded, write_files(tmp_path / "two", observations=RESTATED.replace("2025", "secret-2025")))
    (line,) = lines(loaded)[len(before) :]
    assert line[0] == "load" and re.fullmatch(r"by test: \d+ faults; observations\.csv", line[1])
    with loaded.connect() as connection:
        assert connection.scalar(select(audit.c.outcome).order_by(audit.c.number.desc()).limit(1)) == REFUSED


def test_a_refused_first_load_leaves_no_store_behind(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'none.db'}")
    with pytest.raises(LoadRefused):
        load(engine, write_files(tmp_path / "one", observations="nonsense"))
    assert not (tmp_path / "none.db").exists()


def test_what_is_only_checked_is_not_told(loaded: Engine, tmp_path: Path) -> None:
    before = lines(loaded)
    check_paths(loaded, [write_files(tmp_path / "two", observations=RESTATED)])
    assert lines(loaded) == before


def test_a_change_of_policy_or_visibility_is_told_with_what_it_was_and_is(loaded: Engine) -> None:
    count = len(lines(loaded))
    with loaded.begin() as connection:
        before = shown_to_whom(connection)
        connection.execute(update(schema.network).values(release_policy="shared_counts"))
        terms = schema.team_measure
        connection.execute(update(terms).where(terms.c.team_id == "north", terms.c.measure_id == "bp").values(visibility="hidden"))
        tell_changes(connection, before, "ann@example.org")
        old = before[("policy",)]
    assert lines(loaded)[count:] == [
        ("policy", f"{old} > shared_counts, by ann@example.org"),
        ("visibility", f"north bp {before[('visibility', 'north', 'bp')]} > hidden, by ann@example.org"),
    ]


def test_very_many_changes_are_counted(loaded: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "MOST_LINES", 1)
    with loaded.begin() as connection:
        before = shown_to_whom(connection)
        connection.execute(update(schema.team_measure).values(visibility="hidden"))
        tell_changes(connection, before, "ann")
    assert lines(loaded)[-1][0] == "visibility" and lines(loaded)[-1][1].endswith("more changes by ann")
