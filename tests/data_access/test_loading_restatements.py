from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from data_access.loading.restatements import restatements
from tests.data_access.folders import RESTATED, day, load, write_files


def test_a_later_vintage_records_old_value_new_value_and_when(loaded: Engine, tmp_path: Path) -> None:
    report = load(loaded, write_files(tmp_path / "two", observations=RESTATED), vintage=day("2025-12-01"))
    assert report.rows == {"added": 1, "changed": 4, "unchanged": 1, "rejected": 0}
    # neither the late number nor the note restates anything
    assert report.notices == ["Numbers restated that had been reported before: 2. The store keeps old and new value of each."]
    with loaded.connect() as connection:
        found = restatements(connection, report.load_id)
    shown = found[["group_code", "old_numerator", "new_numerator", "new_blank_reason"]].astype(object)
    assert shown.fillna("-").values.tolist() == [
        ["spanish", 8.0, "-", "hidden_at_source"],
        ["all", 30.0, 31.0, "-"],
    ]
    assert [str(value) for value in found["vintage"]] == ["2025-12-01"] * 2 and found["loaded_at"].notna().all()
