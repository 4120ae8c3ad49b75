from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.loading.mapping import names_vintages
from tests.data_access.folders import SMALL, day, dump, load, problems, write_files

THEIRS = {
    "sites": "Site,Name,Kind\nN 1,North,clinic\nS 1,South,clinic\nX,Head office,office\n",
    "old": (
        "Site,What,By,Group,Start,Cases,People\n"
        "N 1,BP,all,All,2025-01-01,30,50\nN 1,BP,lang,ES,2025-01-01,,20\nS 1,BP,lang,ES,2025-01-01,6,10\nS 1,BP,age,65+,2025-01-01,6,10\n"
    ),
    "new": "Site,What,By,Group,Start,Cases,People\nN 1,BP,all,All,2025-01-01,31,50\nN 1,BP,lang,ES,2025-01-01,8,20\nS 1,BP,lang,ES,2025-01-01,6,10\n",
}
MAPPING = """
title = "Their files"
with = "ours"

[[rows.network]]
network_id = "vale"
name = "Vale Network"
starts_on = 2025-01-01
months = 12
as_of = 2025-12-31
synthetic = true

[[files]]
table = "teams"
file = "sites.csv"
columns = { team_id = "Site", name = "Name" }
codes.team_id = { "N 1" = "north", "S 1" = "south" }
only = { Kind = "clinic" }

[[files]]
table = "team_measures"
file = "old.csv"
columns = { team_id = "Site" }
constants = { measure_id = "bp", standing = "core" }
codes.team_id = { "N 1" = "north", "S 1" = "south" }
distinct = true

[[files]]
table = "observations"
vintages = [{ file = "new.csv", date = 2025-09-01 }, { file = "old.csv", date = 2025-06-01 }]
constants = { measure_id = "bp" }
only = { By = ["all", "lang"] }
where_empty = { numerator = { blank_reason = "hidden_at_source", note = "under 10" } }
[files.columns]
team_id = "Site"
stratifier_id = "By"
group_code = "Group"
period_start = "Start"
numerator = "Cases"
denominator = "People"
[files.codes]
team_id = { "N 1" = "north", "S 1" = "south" }
stratifier_id = { all = "overall", lang = "language" }
group_code = { All = "all", ES = "spanish" }
"""


def write_mapping(folder: Path, mapping: str = MAPPING, **files: str) -> Path:
    write_files(folder, **THEIRS | files)
    beside = folder.parent / "mappings"
    beside.mkdir(exist_ok=True)
    measures = "\n".join(SMALL["measures"].splitlines()[:2]) + "\n"
    write_files(beside / "ours", stratifiers=SMALL["stratifiers"], groups=SMALL["groups"], measures=measures)
    path = beside / "theirs.toml"
    path.write_text(mapping)
    return path


def test_other_peoples_files_become_ours_one_vintage_after_the_other(engine: Engine, tmp_path: Path) -> None:
    mapping = write_mapping(tmp_path / "theirs")
    report = load(engine, tmp_path / "theirs", mapping=mapping)
    # network, 2 of 3 sites, stratifier, 3 groups, measure, 2 team measures, 3 of 4 observations
    assert [(one.load_id, one.vintage, one.rows, one.restated) for one in report.loads] == [
        (1, "2025-06-01", {"added": 1 + 2 + 1 + 3 + 1 + 2 + 3, "changed": 0, "unchanged": 0}, 0),
        (2, "2025-09-01", {"added": 0, "changed": 2, "unchanged": 1}, 2),
    ]
    found = dump(engine, "team", "observation_history", "observation", "load_file")
    assert [row[:2] for row in found["team"]] == [("north", "North"), ("south", "South")]
    assert sorted(row[3:5] for row in found["observation"]) == [(6, 10), (8, 20), (31, 50)]
    assert sorted((row[4:8] for row in found["observation_history"]), key=repr) == [(30, 50, None, ""), (None, 20, "hidden_at_source", "under 10")]
    assert sorted(row[1] for row in found["load_file"] if row[0] == 1) == [
        "old.csv",
        "ours/groups.csv",
        "ours/measures.csv",
        "ours/stratifiers.csv",
        "sites.csv",
        "theirs.toml",
    ]


def test_the_same_mapping_again_changes_nothing(engine: Engine, tmp_path: Path) -> None:
    mapping = write_mapping(tmp_path / "theirs")
    load(engine, tmp_path / "theirs", mapping=mapping)
    before = dump(engine, "observation", "store_state", "load")
    assert load(engine, tmp_path / "theirs", mapping=mapping).load_id is None
    assert dump(engine, *before) == before


def test_a_vintage_that_is_added_to_the_mapping_is_loaded_alone(engine: Engine, tmp_path: Path) -> None:
    mapping = write_mapping(tmp_path / "theirs")
    load(engine, tmp_path / "theirs", mapping=mapping)
    write_files(tmp_path / "theirs", newest=THEIRS["new"].replace("31,50", "32,50"))
    mapping.write_text(MAPPING.replace("vintages = [", 'vintages = [{ file = "newest.csv", date = 2025-10-01 }, '))
    report = load(engine, tmp_path / "theirs", mapping=mapping)
    assert [(one.load_id, one.restated) for one in report.loads] == [(None, 0), (None, 0), (3, 1)]


def test_a_mapping_without_vintages_takes_one_from_the_command(engine: Engine, tmp_path: Path) -> None:
    plain = MAPPING.replace('vintages = [{ file = "new.csv", date = 2025-09-01 }, { file = "old.csv", date = 2025-06-01 }]', 'file = "new.csv"')
    assert names_vintages(write_mapping(tmp_path / "theirs"))
    mapping = write_mapping(tmp_path / "theirs", plain)
    assert not names_vintages(mapping)
    assert [one.vintage for one in load(engine, tmp_path / "theirs", mapping=mapping, vintage=day("2025-03-01")).loads] == ["2025-03-01"]


@pytest.mark.parametrize("content", [None, "no toml", "files = 1", 'files = ["x"]', "title = 'x'"])
def test_a_mapping_that_cannot_be_read_names_no_vintages(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "m.toml"
    if content is not None:
        path.write_text(content)
    assert not names_vintages(path)


def test_definitions_alone_may_be_mapped(tmp_path: Path) -> None:
    mapping = MAPPING[: MAPPING.index('[[files]]\ntable = "team_measures"')]
    assert problems(tmp_path / "theirs", mapping=write_mapping(tmp_path / "theirs", mapping)) == []


BROKEN_MAPPINGS = [
    ("title =", "titel =", "titel (titel): One of title, source, with, rows, files."),
    ('with = "ours"', 'with = "none"', "with (none): A folder beside the mapping file. There is no folder none beside theirs.toml."),
    ("[[rows.network]]", "[[rows.networks]]", "rows (networks): The name of one of our files."),
    ("[[rows.network]]", "[rows.network]", "rows.network: Each row is a table [[rows.network]]."),
    ('with = "ours"', 'with = "ours"\nfiles = 1', "A mapping is a TOML file."),
    ("[[rows.network]]\n", "[[rows.network]]\ncolour = 1\n", "rows.network (colour): One of network_id, name"),
    ("months = 12", "months = -12", "theirs.toml, row 1, network.months (-12): A whole number"),
    ('table = "teams"', 'table = "team"', "files 1.table (team): The name of one of our files."),
    ('table = "teams"', "table = 3", "files 1.table (3): The name of one of our files."),
    ('file = "sites.csv"', 'file = "none.csv"', "none.csv: The file can be read."),
    ('file = "sites.csv"', 'files = "sites.csv"', "files 1 (files): One of table, file"),
    ('file = "sites.csv"', "", "files 1: Either file or vintages."),
    ('file = "sites.csv"', 'vintages = [{ file = "sites.csv", date = 2025-01-01 }]', "files 1.vintages: Observations alone have vintages."),
    ("date = 2025-09-01", 'date = "2025-09-01"', "files 3.vintages: A list of { file = …, date = … }"),
    ("date = 2025-09-01", "date = 2025-09-01T00:00:00", "files 3.vintages: A list of { file = …, date = … }"),
    ("date = 2025-09-01", "date = 2025-06-01", "files 3.vintages: Every vintage has a date of its own."),
    ('name = "Name" }', 'nane = "Name" }', "files 1.columns (nane): A column of teams.csv."),
    (', name = "Name" }', " }", "files 1 (name): teams.csv has the column name."),
    ('columns = { team_id = "Site" }', "columns = 1", "files 2.columns (1): A table of names and values."),
    ("where_empty = { numerator = { blank", "where_empty = { nominator = { blank", "files 3.where_empty (nominator): A column that columns or constants fill."),
    ("{ blank_reason =", "{ reason =", "files 3.where_empty (reason): A column of observations.csv."),
    ("codes.team_id = {", "codes.team = {", "files 1.codes (team): A column that columns or constants fill."),
    ("distinct = true", "distinct = 1", "files 2.distinct (1): true or false."),
]


@pytest.mark.parametrize(("old", "new", "said"), BROKEN_MAPPINGS)
def test_a_mapping_file_that_is_wrong_says_where_and_why(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in MAPPING
    found = problems(tmp_path / "theirs", mapping=write_mapping(tmp_path / "theirs", MAPPING.replace(old, new, 1)))
    assert any(said in line for line in found), found


@pytest.mark.parametrize(
    ("content", "said"), [("files = 1", "files: Each file is a table [[files]]."), ("rows = 1", "rows (1): Rows stand in tables [[rows.NAME]].")]
)
def test_keys_hold_tables(tmp_path: Path, content: str, said: str) -> None:
    found = problems(tmp_path / "theirs", mapping=write_mapping(tmp_path / "theirs", content))
    assert any(said in line for line in found), found


def test_a_mapping_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_bytes(b"\xff\xfe")
    assert problems(write_files(tmp_path / "theirs", **THEIRS), mapping=path)[0].startswith("m.toml, row 1 (byte 0xff): The file is UTF-8.")
