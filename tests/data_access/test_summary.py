from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from data_access.engine import writing
from data_access.kept_tables import all_measures
from data_access.summary import keep_summary
from tests.data_access.folders import changed, dump, load, write_folder


def summary(engine: Engine) -> list[tuple]:
    rows = dump(engine, "observation_summary")["observation_summary"]
    return [(measure, stratifier, group, str(start), *counts) for measure, stratifier, group, start, *counts in rows]


# Both teams report bp as a core measure; falls and wait are north's own.
FIRST = [
    ("bp", "language", "english", "2025-01-01", 20, 25, 1),
    ("bp", "language", "spanish", "2025-01-01", 8 + 6, 20 + 10, 2),
    ("bp", "overall", "all", "2025-01-01", 30, 50, 1),
]


def test_the_summary_adds_up_core_measures_over_teams_and_leaves_blanks_out(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one"))
    assert summary(engine) == FIRST


def test_a_load_brings_the_summary_up_to_date(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one"))
    load(engine, write_folder(tmp_path / "one", **changed("observations", "2025-01-01,6,10", "2025-01-01,7,10")))
    assert summary(engine) == [FIRST[0], ("bp", "language", "spanish", "2025-01-01", 8 + 7, 20 + 10, 2), FIRST[2]]


def test_a_measure_that_becomes_core_is_added_up_without_a_denominator_where_it_has_none(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one"))
    load(engine, write_folder(tmp_path / "one", **changed("team_measures", "north,wait,own", "north,wait,core")))
    assert summary(engine) == [*FIRST, ("wait", "overall", "all", "2025-02-01", 40, 0, 1)]


def test_no_measure_needs_no_summary(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one"))
    with writing(engine) as connection:
        keep_summary(connection, ())
        assert all_measures(connection) == {"bp", "falls", "wait"}
    assert summary(engine) == FIRST
