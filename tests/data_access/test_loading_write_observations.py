from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from tests.data_access.folders import SMALL_ROWS, counts, load, write_folder


def test_a_first_load_adds_every_row_and_says_how_many(engine: Engine, tmp_path: Path) -> None:
    report = load(engine, write_folder(tmp_path / "one"))
    assert report.rows == {"added": SMALL_ROWS, "changed": 0, "unchanged": 0, "rejected": 0}
    assert report.load_id == 1 and report.notices == []
    assert counts(engine) == {
        ("north", "bp", "all", "2025-01-01"): (30, 50, None),
        ("north", "bp", "spanish", "2025-01-01"): (8, 20, None),
        ("north", "bp", "english", "2025-01-01"): (20, 25, None),
        ("north", "bp", "spanish", "2025-04-01"): (None, 20, "not_reported"),
        ("south", "bp", "spanish", "2025-01-01"): (6, 10, None),
        ("north", "falls", "all", "2025-02-01"): (3, 1200, None),
        ("north", "wait", "all", "2025-02-01"): (40, None, None),
    }
