"""What a load keeps of the teams' levels is what the scores say, in every way that scores can change."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Engine, select, text

from data_access import migrate, schema, store
from data_access.exact_maturity import every_team_exactly
from data_access.frameworks import frameworks
from data_access.kept_maturity import every_team
from data_access.loading.undo import undo
from data_access.store import reading
from data_access.team_labels import team_labels
from data_access.viewer import NETWORK_LEAD
from tests.data_access.folders import RESTATED, SMALL, load, write_folder

MORE_SCORES = SMALL["assessments"] + "south,f,1,2025-09-01,consensus,,lead,,2,minutes\n"


def kept(engine: Engine) -> list[tuple]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(schema.team_levels).order_by(schema.team_levels.c.team_id))]


def test_what_is_kept_of_the_demo_is_what_its_scores_say_until_any_later_day(demo_url: str) -> None:
    store.connect(demo_url)
    team_ids, again = list(team_labels(NETWORK_LEAD)), 0
    for framework in frameworks(NETWORK_LEAD):
        with reading() as connection:
            scored = every_team_exactly(connection, framework, team_ids, until=date.max - timedelta(days=1))
        assert every_team(NETWORK_LEAD, framework) == scored
        again += sum(team.is_scored_twice for team in scored)
    assert again > 15
    store.disconnect()


def test_a_load_keeps_the_levels_of_every_scored_team(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one"))
    levels = '[["data",null,2,false,2,null,null,2,2,1],["lead",null,1,false,3,1,null,1,3,2]]'
    assert kept(engine) == [("f", "1", "north", date(2025, 6, 1), date(2025, 6, 1), "coach", levels, "1")]


def test_new_scores_are_kept_and_go_with_the_load_that_brought_them(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one"))
    before = kept(engine)
    load(engine, write_folder(tmp_path / "two", assessments=MORE_SCORES))
    north, south = kept(engine)
    assert [north] == before
    assert south[2:7] == ("south", date(2025, 9, 1), date(2025, 9, 1), "consensus", '[["lead",null,2,false,null,null,2,null,null,0]]')
    undo(engine, 2, "ann")
    assert kept(engine) == before


def test_a_load_of_counts_alone_leaves_the_levels_as_they_are(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one"))
    with engine.begin() as connection:
        connection.execute(text("UPDATE team_levels SET shown_rater = 'marked'"))
    load(engine, write_folder(tmp_path / "two", observations=RESTATED))
    assert [row[5] for row in kept(engine)] == ["marked"]


def test_levels_by_an_older_rule_are_made_anew(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one"))
    before = kept(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE team_levels SET rules_version = '0', domains = '[]'"))
    assert migrate.migrate(engine) is True
    assert kept(engine) == before
    assert migrate.migrate(engine) is False


def test_where_nobody_was_scored_nothing_is_kept(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one", assessments=SMALL["assessments"].split("\n", 1)[0] + "\n"))
    assert kept(engine) == []
