from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from tests.data_access.folders import HEADER, changed, counts, dump, load, write_files


def test_changed_definitions_are_counted_by_their_rows_of_the_file(loaded: Engine, tmp_path: Path) -> None:
    files = {
        **changed("changes", "bp;falls,Calls at home", "bp,Calls at home"),
        **changed("measures", "ratio,0.1,bp", "ratio,0.1,"),
        **changed("assessments", "lead,,3,minutes", "lead,,2,minutes"),
        **changed("frameworks", "Data are used\n", "Data are used\nf,1,Frame,data,Data,2,shared,Data are shared\n"),
    }
    report = load(loaded, write_files(tmp_path / "two", **files))
    assert report.rows == {"added": 1, "changed": 3, "unchanged": 1 + 2 + 2 + 3, "rejected": 0}
    after = dump(loaded, "change_measure", "measure_guard", "framework_item")
    assert after["change_measure"] == [("x1", "bp"), ("x2", "bp")] and after["measure_guard"] == []
    assert len(after["framework_item"]) == 3


def test_what_a_file_leaves_out_stays(loaded: Engine, tmp_path: Path) -> None:
    load(loaded, write_files(tmp_path / "two", teams="team_id,name\neast,East Clinic\n", observations=HEADER))
    assert [row[0] for row in dump(loaded, "team")["team"]] == ["east", "north", "south"] and len(counts(loaded)) == 7
