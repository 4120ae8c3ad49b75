from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text

from data_access import schema
from data_access.engine import open_engine
from data_access.loading.commands import check_paths, load_seed
from data_access.loading.restatements import restatements
from data_access.migrate import downgrade, found_revision, head_revision
from data_access.schema import metadata
from equity.errors import LoadRefused, SchemaNewer, SchemaOlder
from tests.data_access.folders import SMALL, SMALL_ROWS, changed, day, dump, faults_of, load, write_files, write_folder
from tests.shared import REPOSITORY

ALL = tuple(sorted(metadata.tables))
HEADER = SMALL["observations"].splitlines()[0] + "\n"


@pytest.fixture
def loaded(engine: Engine, tmp_path: Path) -> Engine:
    load(engine, write_folder(tmp_path / "one"))
    return engine


def counts(engine: Engine) -> dict[tuple[str, str, str, str], tuple]:
    query = select(schema.series, schema.observation).join(schema.observation, schema.observation.c.series_id == schema.series.c.series_id)
    with engine.connect() as connection:
        rows = connection.execute(query).all()
    return {(row.team_id, row.measure_id, row.group_code, str(row.period_start)): (row.numerator, row.denominator, row.blank_reason) for row in rows}


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


def test_every_file_fills_its_tables(loaded: Engine) -> None:
    assert {name: len(rows) for name, rows in dump(loaded, *ALL).items()} == {
        "network": 1,
        "store_state": 1,
        "load": 1,
        "load_file": 17,
        "definition_history": 2 + 1 + 3 + 2 + 3 + 1 + 4 + 1 + 2 + 2 + 3 + 2 + 3 + 1 + 1 + 1 + 1 + 2 + 3 + 1 + 1 + 1,
        "team": 2,
        "stratifier": 2,
        "stratifier_group": 4,
        "measure": 3,
        "measure_guard": 1,
        "team_measure": 4,
        "series": 6,
        "observation": 7,
        "observation_history": 0,
        "observation_summary": 3,
        "verdict": 3,
        "framework": 1,
        "framework_domain": 2,
        "framework_item": 2,
        "framework_level": 3,
        "assessment": 2,
        "score": 3,
        "progress_score": 1,
        "practice": 1,
        "practice_use": 1,
        "event": 1,
        "change": 2,
        "change_measure": 3,
        "story": 1,
        "action": 1,
    }


def test_what_a_file_leaves_open_is_filled(loaded: Engine) -> None:
    with loaded.connect() as connection:
        measure = connection.execute(select(schema.measure).where(schema.measure.c.measure_id == "bp")).one()
        group = connection.execute(select(schema.stratifier_group).where(schema.stratifier_group.c.group_code == "english")).one()
        team_measure = connection.execute(select(schema.team_measure).where(schema.team_measure.c.team_id == "south")).one()
    assert (measure.short_name, measure.people, measure.source, measure.valid_from) == ("Blood pressure", "people", "", None)
    assert (group.short_label, group.kind) == ("English", "group")
    assert (team_measure.visibility, team_measure.focus_group, team_measure.focus_stratifier_id) == ("network", "english", "language")


def test_a_load_says_who_when_and_how_far_its_data_reach(loaded: Engine) -> None:
    with loaded.connect() as connection:
        row = connection.execute(select(schema.load)).one()
    # bp of the first quarter reaches further than falls of February; the blank of the second quarter is no number
    assert (row.loaded_by, row.vintage, row.data_through) == ("test", None, day("2025-03-31"))


def test_the_same_files_again_change_nothing(loaded: Engine, tmp_path: Path) -> None:
    before = dump(loaded, *ALL)
    report = load(loaded, write_folder(tmp_path / "one"))
    assert report.rows == {"added": 0, "changed": 0, "unchanged": SMALL_ROWS, "rejected": 0} and report.load_id is None
    assert dump(loaded, *ALL) == before


def test_every_load_that_changes_something_gives_the_store_a_new_version(loaded: Engine, tmp_path: Path) -> None:
    before = dump(loaded, "store_state")["store_state"]
    load(loaded, write_files(tmp_path / "two", **changed("stories", "We called.", "We listened.")))
    assert dump(loaded, "store_state")["store_state"] > before


RESTATED = HEADER + (
    "north,bp,overall,all,2025-01-01,31,50,,\n"
    "north,bp,language,spanish,2025-01-01,,20,hidden_at_source,\n"
    "north,bp,language,english,2025-01-01,20,25,,another word\n"
    "north,bp,language,spanish,2025-04-01,9,20,,\n"
    "south,bp,language,spanish,2025-01-01,6,10,,\n"
    "south,bp,language,spanish,2025-04-01,7,10,,\n"
)


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


def test_a_load_without_observations_keeps_how_far_the_data_reach(loaded: Engine, tmp_path: Path) -> None:
    load(loaded, write_files(tmp_path / "two", **changed("stories", "We called.", "We listened.")))
    with loaded.connect() as connection:
        assert connection.scalars(select(schema.load.c.data_through)).all() == [day("2025-03-31")] * 2


def test_blanks_alone_reach_nowhere(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one", observations=HEADER + "north,bp,overall,all,2025-01-01,,,not_reported,\n"))
    with engine.connect() as connection:
        assert connection.scalar(select(schema.load.c.data_through)) is None


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


REFUSED = [
    (
        {"observations": HEADER + "north,bp,overall,all,2025-01-01,31,50,,\nnorth,bp,overall,all,2025-04-01,51,50,,\n"},
        "observations.csv, row 3, numerator (51 of 50)",
    ),
    (changed("network", "vale,Vale", "hill,Hill"), "network.csv, row 2, network_id (hill): The network that the store holds. The store holds vale."),
    (changed("network", "true", "false"), "network.csv, row 2, synthetic (False): Made-up and real data stand in different stores."),
    (changed("measures", "outcome,proportion", "outcome,rate"), "measures.csv, row 2, number (rate): Fixed once the measure has been reported on."),
    (changed("measures", "100,quarter", "100,month"), "measures.csv, row 2, grain (month): Fixed once the measure has been reported on."),
    (
        changed("team_measures", "2025-03-31,", "2025-03-31,english"),
        "team_measures.csv, row 2, focus_group (english): The focus group is chosen before the baseline ends.",
    ),
    ({"measurs": SMALL["measures"]}, "measurs.csv: A file that can be loaded. Did you mean measures.csv?"),
    ({"qqq": ""}, "qqq.csv: A file that can be loaded. Rename it or move it away."),
]


@pytest.mark.parametrize(("files", "said"), REFUSED)
def test_one_fault_refuses_all_and_the_store_stays_as_it_is(loaded: Engine, tmp_path: Path, files: dict[str, str], said: str) -> None:
    before = dump(loaded, *ALL)
    found = faults_of(loaded, write_files(tmp_path / "two", **files | changed("stories", "We called.", "We listened.")))
    assert len(found) == 1 and found[0].startswith(said), found
    assert dump(loaded, *ALL) == before


def test_a_focus_group_may_change_while_the_baseline_runs(loaded: Engine, tmp_path: Path) -> None:
    files = changed("team_measures", "south,bp,core,,,english", "south,bp,core,2025-01-01,2025-12-31,spanish")
    assert faults_of(loaded, write_files(tmp_path / "two", **files)) == []
    back = changed("team_measures", "south,bp,core,,,english", "south,bp,core,2025-01-01,2025-12-30,english")
    assert faults_of(loaded, write_files(tmp_path / "two", **back)) == []


def test_files_may_refer_to_what_the_store_holds(loaded: Engine, tmp_path: Path) -> None:
    rows = "south,bp,language,english,2025-04-01,7,9,,\n"
    assert load(loaded, write_files(tmp_path / "two", observations=HEADER + rows)).rows["added"] == 1


def test_a_store_without_a_network_needs_one(engine: Engine, tmp_path: Path) -> None:
    found = faults_of(engine, write_files(tmp_path / "one", practices=SMALL["practices"]))
    assert found[0].startswith("network.csv: The store holds no network yet, and none is given.")


def test_an_empty_folder_is_refused(engine: Engine, tmp_path: Path) -> None:
    found = faults_of(engine, write_files(tmp_path / "one"))
    assert found[0].startswith("one: A folder with CSV files.")


VINTAGE = "south,bp,language,spanish,2025-01-01,{count},10,,\n"


def vintage(engine: Engine, folder: Path, count: int, when: str):
    return load(engine, write_files(folder, observations=HEADER + VINTAGE.format(count=count)), vintage=day(when))


def test_vintages_are_loaded_in_their_order_and_never_backwards(loaded: Engine, tmp_path: Path) -> None:
    key = ("south", "bp", "spanish", "2025-01-01")
    assert vintage(loaded, tmp_path / "two", 7, "2025-06-01").load_id == 2
    assert vintage(loaded, tmp_path / "three", 8, "2025-09-01").load_id == 3
    # the same old vintage again is passed over, another one is refused
    again = vintage(loaded, tmp_path / "two", 7, "2025-06-01")
    assert again.load_id is None and again.rows["unchanged"] == 1 and "load 2 brought it" in again.notices[0]
    found = faults_of(loaded, tmp_path / "two", vintage=day("2025-07-01"))
    assert found == ["observations.csv (2025-07-01): Not older than the store's vintage of 2025-09-01. Leave this vintage out, or undo the later loads first."]
    # the latest again changes nothing; the same numbers under a later date are recorded, once
    assert vintage(loaded, tmp_path / "three", 8, "2025-09-01").load_id is None
    assert vintage(loaded, tmp_path / "three", 8, "2025-10-01").load_id == 4
    assert vintage(loaded, tmp_path / "three", 8, "2025-10-01").load_id is None
    assert counts(loaded)[key] == (8, 10, None)


def test_an_old_vintage_without_observations_is_no_fault(loaded: Engine, tmp_path: Path) -> None:
    vintage(loaded, tmp_path / "two", 7, "2025-06-01")
    assert faults_of(loaded, write_files(tmp_path / "three", **changed("stories", "We called.", "We listened.")), vintage=day("2025-01-01")) == []


def test_files_that_later_loads_restated_are_passed_over_when_they_come_again(loaded: Engine, tmp_path: Path) -> None:
    load(loaded, write_files(tmp_path / "two", observations=RESTATED))
    before = dump(loaded, *ALL)
    report = load(loaded, tmp_path / "one")
    assert report.load_id is None and report.rows["unchanged"] == SMALL_ROWS
    assert report.notices == ["observations.csv was passed over: load 1 brought it, and later loads stand on it. To go back, undo those."]
    assert dump(loaded, *ALL) == before


def test_a_check_says_the_same_and_writes_nothing(loaded: Engine, tmp_path: Path) -> None:
    before = dump(loaded, *ALL)
    report = check_paths(loaded, [write_files(tmp_path / "two", observations=RESTATED) / "observations.csv"])
    assert report.rows == {"added": 1, "changed": 4, "unchanged": 1, "rejected": 0} and not report.written
    assert dump(loaded, *ALL) == before


def test_a_store_of_another_schema_is_neither_loaded_nor_changed(loaded: Engine, tmp_path: Path) -> None:
    with loaded.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaNewer):
        load(loaded, tmp_path / "one")
    with loaded.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{head_revision()}'"))
    downgrade(loaded, "0001")
    with pytest.raises(SchemaOlder):
        load(loaded, tmp_path / "one")
    assert found_revision(loaded) == "0001"


def test_a_store_without_a_schema_is_set_up_by_the_load(engine: Engine, tmp_path: Path) -> None:
    downgrade(engine, "base")
    assert load(engine, write_folder(tmp_path / "one")).load_id == 1
    assert found_revision(engine) == head_revision()


def test_a_refused_load_sets_nothing_up(engine: Engine, tmp_path: Path) -> None:
    downgrade(engine, "base")
    with pytest.raises(LoadRefused):
        load(engine, write_files(tmp_path / "one", practices=SMALL["practices"]))
    assert found_revision(engine) is None


def test_a_refused_load_or_a_check_makes_no_file(own_store: None, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'store' / 'new.db'}")
    with pytest.raises(LoadRefused):
        load(engine, write_files(tmp_path / "one", practices=SMALL["practices"]))
    assert check_paths(engine, [write_folder(tmp_path / "two")]).rows["added"] == SMALL_ROWS
    assert list((tmp_path / "store").iterdir()) == []
    assert load(engine, tmp_path / "two").load_id == 1
    engine.dispose()


KILLED = """
import os, signal, sys
from pathlib import Path
import data_access.loading.job as job
from data_access.engine import open_engine
from data_access.loading.commands import load_folder
{place} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
load_folder(open_engine(sys.argv[1]), Path(sys.argv[2]), loaded_by="killed")
"""


@pytest.mark.parametrize("place", ["job.write_observations", "job.keep_tables", "job.LoadReport"])
def test_a_load_that_is_killed_in_the_middle_leaves_the_store_as_it_was(loaded: Engine, store_url: str, tmp_path: Path, place: str) -> None:
    before = dump(loaded, *ALL)
    write_files(tmp_path / "two", observations=RESTATED, **changed("stories", "We called.", "We listened."))
    command = [sys.executable, "-c", KILLED.format(place=place), store_url, str(tmp_path / "two")]
    done = subprocess.run(command, cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    if place == "job.LoadReport":
        assert len(dump(loaded, "load")["load"]) == 2
    else:
        assert dump(loaded, *ALL) == before
        assert load(loaded, tmp_path / "two").rows["changed"] == 5


def test_the_seed_is_loaded_as_reported_and_then_as_restated_and_only_once(engine: Engine, tmp_path: Path) -> None:
    seed = tmp_path / "seed"
    seed.mkdir()
    write_folder(seed / "demo")
    assert [one.load_id for one in load_seed(engine, loaded_by="test", seed=seed).loads] == [1]
    assert load_seed(engine, loaded_by="test", seed=seed) is None


def test_the_seed_makes_a_store_that_is_missing(own_store: None, tmp_path: Path) -> None:
    write_folder((tmp_path / "seed").mkdir() or tmp_path / "seed" / "demo")
    write_files(tmp_path / "seed" / "demo_update", observations=RESTATED)
    engine = open_engine(f"sqlite:///{tmp_path / 'new.db'}")
    assert [one.restated for one in load_seed(engine, loaded_by="test", seed=tmp_path / "seed").loads] == [0, 2]
    engine.dispose()
