"""Which loads brought or changed a measure: two loads from files, and what is left when the second is undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert

from data_access import schema
from data_access.loading.undo import undo
from data_access.measure_history import MeasureLoad, measure_history
from data_access.viewer import NETWORK_LEAD
from tests.data_access.builder import Builder
from tests.data_access.folders import SMALL, load, write_folder

HEAD = SMALL["measures"].split("\n")[0]


@pytest.fixture
def twice(loaded: Engine, door: str, tmp_path: Path) -> Engine:
    """The small network, then other words for bp, another guard for falls, and wait in another place of the file."""
    rows = {row.split(",")[0]: row for row in SMALL["measures"].split("\n")[1:] if row}
    changed = [
        HEAD + ",version,position",
        rows["bp"].replace("under 140/90", "under 130/80") + ",2026,1",
        rows["falls"].removesuffix(",bp") + ",wait,,2",
        rows["wait"] + ",,9",
    ]
    load(loaded, write_folder(tmp_path / "two", measures="\n".join(changed) + "\n"))
    return loaded


def told(measure_id: str) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(one.load_id, one.version, one.changed) for one in measure_history(NETWORK_LEAD)[measure_id]]


def test_the_load_that_brought_a_measure_is_told_with_its_moment(loaded, door):
    (one,) = measure_history(NETWORK_LEAD)["falls"]
    assert (one.load_id, one.version, one.changed) == (1, "", ())
    assert len(one.loaded_at) == len("2026-01-31 14:05")


def test_a_load_that_changed_it_names_what_it_changed_and_the_version_then(twice):
    assert told("bp") == [(2, "2026", ("numerator_words", "version")), (1, "", ())]


def test_another_guard_is_a_change_though_the_measure_itself_is_as_it_was(twice):
    assert told("falls") == [(2, "", ("guards",)), (1, "", ())]


def test_another_place_in_the_file_is_no_change_of_meaning(twice):
    assert told("wait") == [(1, "", ())]


def test_of_a_load_that_was_undone_the_store_keeps_nothing(twice):
    undo(twice, 2, "Ada")
    assert told("bp") == told("falls") == [(1, "", ())]


def test_where_no_load_is_kept_there_is_no_history(made):
    made.keep()
    assert measure_history(NETWORK_LEAD) == {"bp": ()}


def test_a_column_that_came_later_is_no_difference(made: Builder):
    made.measure(measure_id="rel", version="3")
    old = json.dumps({"measure_id": "rel", "version": "2"})
    with made.engine.begin() as connection:
        row = {"load_id": 1, "step": 1, "table_name": "measure", "row_key": json.dumps({"measure_id": "rel"}), "old_row": old}
        connection.execute(insert(schema.definition_history), row)
    made.keep()
    assert measure_history(NETWORK_LEAD)["rel"] == (MeasureLoad(1, "2026-01-05 14:03", "3", ("version",)),)
