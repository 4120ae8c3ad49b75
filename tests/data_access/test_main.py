from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from data_access.__main__ import main
from data_access.migrate import downgrade, found_revision, head_revision
from tests.data_access.folders import SMALL, SMALL_ROWS, changed, dump, write_files, write_folder
from tests.data_access.test_loading_mapping import MAPPING, write_mapping

Said = pytest.CaptureFixture[str]


@pytest.fixture
def store(engine: Engine, store_url: str, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """The commands' store."""
    monkeypatch.setenv("DATABASE_URL", store_url)
    monkeypatch.setenv("LOGNAME", "tester")
    return engine


@pytest.fixture
def no_store(own_store: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands' store would be."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'none.db'}")
    return tmp_path / "none.db"


def run(*words: object) -> int:
    return main([str(word) for word in words])


def test_load_loads_says_what_it_did_and_ends_with_0(store: Engine, tmp_path: Path, capsys: Said) -> None:
    assert run("load", write_folder(tmp_path / "one"), "--report", tmp_path / "r.json") == 0
    assert capsys.readouterr().out == f"Loaded as load 1.\nRows: {SMALL_ROWS} added, 0 changed, 0 unchanged, 0 rejected.\n"
    assert json.loads((tmp_path / "r.json").read_text())["load_id"] == 1
    assert [row[2] for row in dump(store, "load")["load"]] == ["tester"]
    assert run("load", tmp_path / "one") == 0
    assert capsys.readouterr().out.startswith("Nothing to change")


def test_a_refused_load_says_why_and_ends_with_1(store: Engine, tmp_path: Path, capsys: Said) -> None:
    folder = write_folder(tmp_path / "one", **changed("observations", "30,50", "51,50"))
    assert run("load", folder, "--report", tmp_path / "r.json") == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith("observations.csv, row 2, numerator (51 of 50): ")
    report = json.loads((tmp_path / "r.json").read_text())
    assert report["rows"]["rejected"] == 1 and report["errors"][0]["row"] == 2
    assert dump(store, "load", "network") == {"load": [], "network": []}


def test_check_says_the_same_and_writes_nothing(store: Engine, tmp_path: Path, capsys: Said) -> None:
    assert run("check", write_folder(tmp_path / "one")) == 0
    assert capsys.readouterr().out.startswith("Checked: no rule is broken. Nothing was written.\nRows: 38 added")
    assert run("check", tmp_path / "one" / "teams.csv", tmp_path / "one" / "network.csv") == 0
    assert run("check", tmp_path / "one" / "teams.csv") == 1
    assert dump(store, "load", "network") == {"load": [], "network": []}


def test_check_needs_no_store(no_store: Path, tmp_path: Path) -> None:
    assert run("check", write_folder(tmp_path / "one")) == 0 and run("check", tmp_path / "one" / "teams.csv") == 1
    assert run("check", tmp_path / "theirs", "--mapping", write_mapping(tmp_path / "theirs")) == 0
    assert not no_store.exists()


def test_load_takes_a_mapping_or_a_vintage(store: Engine, tmp_path: Path, capsys: Said) -> None:
    mapping = write_mapping(tmp_path / "theirs")
    assert run("load", tmp_path / "theirs", "--mapping", mapping, "--vintage", "2025-01-01") == 2
    assert "leave --vintage out" in capsys.readouterr().err
    assert run("load", tmp_path / "theirs", "--mapping", mapping) == 0
    assert "Loaded as load 2, vintage 2025-09-01." in capsys.readouterr().out
    rows = SMALL["observations"].splitlines()[0] + "\nsouth,bp,language,spanish,2025-01-01,7,10,,\n"
    assert run("load", write_files(tmp_path / "two", observations=rows), "--vintage", "2025-10-01") == 0
    assert "Loaded as load 3, vintage 2025-10-01." in capsys.readouterr().out
    mapping.write_text(MAPPING.replace("vintages", "vintage"))
    assert run("load", tmp_path / "theirs", "--mapping", mapping, "--vintage", "2025-11-01") == 1


def test_undo_takes_the_latest_load_back(store: Engine, tmp_path: Path, capsys: Said) -> None:
    run("load", write_folder(tmp_path / "one"))
    capsys.readouterr()
    assert run("undo", 1) == 0
    assert capsys.readouterr().out == "Load 1 was undone; load 2 records it.\n"
    assert run("undo", 1) == 1
    assert "was undone before" in capsys.readouterr().err


def test_migrate_brings_a_store_up_and_back(store: Engine, capsys: Said) -> None:
    assert run("migrate") == 0 and run("migrate", "--to", "0001") == 0
    assert found_revision(store) == "0001"
    assert run("migrate") == 0 and found_revision(store) == head_revision()
    assert capsys.readouterr().out.splitlines() == [
        f"The store has schema {head_revision()} already.",
        "The store now has schema 0001.",
        f"The store now has schema {head_revision()}.",
    ]
    assert run("migrate", "--to", "0042") == 2
    assert "There is no revision 0042." in capsys.readouterr().err


def test_migrate_makes_a_store_that_is_missing(no_store: Path) -> None:
    assert run("migrate", "--to", "0001") == 2 and not no_store.exists()
    assert run("migrate") == 0 and no_store.exists()


def test_templates_are_written_and_named(tmp_path: Path, capsys: Said) -> None:
    assert run("templates", tmp_path / "new") == 0
    assert str(tmp_path / "new" / "teams.csv") in capsys.readouterr().out.splitlines()


def test_a_store_of_an_older_or_newer_schema_is_not_loaded(store: Engine, tmp_path: Path, capsys: Said) -> None:
    downgrade(store, "0001")
    assert run("load", write_folder(tmp_path / "one")) == 2
    assert "migrate" in capsys.readouterr().err
    with store.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    for command in (("load", tmp_path / "one"), ("migrate",)):
        assert run(*command) == 2
        assert "9999" in capsys.readouterr().err


WRONG = [
    (("load", "none"), "There is no folder none."),
    (("load", ".", "--mapping", "none.toml"), "There is no mapping file none.toml."),
    (("load", ".", "--report", "none/r.json"), "There is no folder for the report none/r.json."),
    (("check", "none.csv"), "There is no file or folder none.csv."),
    (("check", ".", ".", "--mapping", "none.toml"), "A mapping needs one folder."),
    (("undo", "1"), "Nothing has been set up at the address in DATABASE_URL."),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_wrong_use_says_what_is_wrong_and_ends_with_2(no_store: Path, words: tuple[str, ...], said: str, capsys: Said) -> None:
    assert run(*words) == 2
    assert said in capsys.readouterr().err and not no_store.exists()


@pytest.mark.parametrize("words", [(), ("lode",), ("load",), ("load", ".", "--vintage", "soon"), ("undo", "x")])
def test_a_command_that_is_none_ends_with_2(words: tuple[str, ...], capsys: Said) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2 and "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://host/name", "DATABASE_URL is neither"),
        ("postgresql://nobody@127.0.0.1:1/none", "does not answer"),
    ],
)
def test_a_store_that_cannot_be_reached_ends_with_2(
    own_store: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, said: str, capsys: Said
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    for command in (("load", write_folder(tmp_path / "one")), ("undo", 1), ("seed",)):
        assert run(*command) == 2
        assert said in capsys.readouterr().err


def test_a_file_that_is_no_store_ends_with_2_and_is_not_touched(no_store: Path, tmp_path: Path, capsys: Said) -> None:
    no_store.write_bytes(b"this is no store" * 100)
    assert run("load", write_folder(tmp_path / "one")) == 2
    assert capsys.readouterr().err and no_store.read_bytes() == b"this is no store" * 100


def test_without_a_name_the_command_line_is_named(store: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LOGNAME")
    monkeypatch.delenv("USER", raising=False)
    run("load", write_folder(tmp_path / "one"))
    assert [row[2] for row in dump(store, "load")["load"]] == ["command line"]
