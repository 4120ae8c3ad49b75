from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from data_access.loading.undo import undo
from data_access.schema import metadata
from equity.errors import UndoRefused
from tests.data_access.folders import SMALL, changed, dump, load, write_files

# What a load leaves behind for good: its own record, and the store's version.
# What was said of numbers outlives them: a load that is undone had told it.
DATA = tuple(sorted(set(metadata.tables) - {"load", "load_file", "store_state", "released"}))
HEADER = SMALL["observations"].splitlines()[0] + "\n"
# Something of every kind: changed, added, a list that loses one, another that gains one.
LATER = {
    "observations": HEADER + "north,bp,overall,all,2025-01-01,31,50,,\nnorth,bp,overall,all,2025-04-01,7,9,,\nsouth,bp,overall,all,2025-04-01,7,9,,\n",
    **changed("network", "Vale Network", "Vale and Hill"),
    **changed("teams", "south,South Clinic,2025-01-01,", "south,South Clinic,2025-02-01,2025-12-01\neast,East Clinic,,"),
    **changed("measures", "ratio,0.1,bp", "ratio,0.2,wait"),
    **changed("changes", "bp;falls", "falls;wait"),
    **changed("assessments", "coach,,lead,,1", "coach,,lead,,2"),
    **changed("stories", "We called.", "We listened."),
}


def test_undoing_restores_every_value_that_the_load_replaced(loaded: Engine, tmp_path: Path) -> None:
    before = dump(loaded, *DATA)
    assert load(loaded, write_files(tmp_path / "two", **LATER)).load_id == 2
    assert dump(loaded, *DATA) != before
    assert undo(loaded, 2, "tester") == 3
    assert dump(loaded, *DATA) == before


def test_undoing_records_itself_and_gives_the_store_a_new_version(loaded: Engine, tmp_path: Path) -> None:
    load(loaded, write_files(tmp_path / "two", **LATER))
    version = dump(loaded, "store_state")["store_state"]
    undo(loaded, 2, "tester")
    with loaded.connect() as connection:
        rows = connection.execute(text("SELECT load_id, loaded_by, data_through, undone_by, rows_changed FROM load ORDER BY load_id")).all()
    # 3 observations, network, 2 teams, measure, 2 of its guards, 2 of a change's measures, a score, a story
    assert [(row.load_id, row.loaded_by, str(row.data_through), row.undone_by) for row in rows] == [
        (1, "test", "2025-03-31", None),
        (2, "test", "2025-06-30", 3),
        (3, "tester", "2025-03-31", None),
    ]
    assert rows[2].rows_changed == 3 + 1 + 2 + 1 + 2 + 2 + 1 + 1
    assert dump(loaded, "store_state")["store_state"] > version


def test_undoing_the_first_load_empties_the_store_which_can_be_loaded_again(loaded: Engine, tmp_path: Path) -> None:
    before = dump(loaded, *(set(DATA) - {"definition_history"}))
    undo(loaded, 1, "tester")
    assert {name: rows for name, rows in dump(loaded, *DATA).items() if rows} == {}
    assert dump(loaded, "released")["released"]
    assert load(loaded, tmp_path / "one").load_id == 3
    after = dump(loaded, *before)
    assert {name: len(rows) for name, rows in after.items()} == {name: len(rows) for name, rows in before.items()}


def test_loads_are_undone_one_after_the_other_from_the_latest(loaded: Engine, tmp_path: Path) -> None:
    load(loaded, write_files(tmp_path / "two", **LATER))
    with pytest.raises(UndoRefused, match="Load 1 is not the latest. Undo load 2 first"):
        undo(loaded, 1, "tester")
    undo(loaded, 2, "tester")
    undo(loaded, 1, "tester")
    for number in (1, 2, 3):
        with pytest.raises(UndoRefused, match=f"Load {number} was undone before, or records an undoing. Loads that stand, latest first: none"):
            undo(loaded, number, "tester")
    with pytest.raises(UndoRefused, match="Load 9 does not exist"):
        undo(loaded, 9, "tester")


def test_a_load_that_was_undone_can_be_loaded_again(loaded: Engine, tmp_path: Path) -> None:
    load(loaded, write_files(tmp_path / "two", **LATER))
    after = dump(loaded, "team", "measure_guard", "change_measure", "story", "observation_summary")
    undo(loaded, 2, "tester")
    assert load(loaded, tmp_path / "two").load_id == 4
    assert dump(loaded, *after) == after


def test_what_others_build_on_is_not_taken_away(loaded: Engine) -> None:
    with loaded.begin() as connection:
        connection.execute(text("INSERT INTO action (action_id, team_id, focus_area, inequity) VALUES ('later', 'south', 'x', 'y')"))
    before = dump(loaded, *DATA)
    with pytest.raises(UndoRefused, match="something that was entered since refers to its rows"):
        undo(loaded, 1, "tester")
    assert dump(loaded, *DATA) == before
