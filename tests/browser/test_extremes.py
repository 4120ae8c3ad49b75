"""Networks at the edge: long names, one team, three hundred, nothing reported, everything hidden. No page breaks, and none lays text on text."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from sqlalchemy import Connection, delete, select, update
from sqlalchemy.engine import make_url

from data_access import schema, store
from data_access.engine import open_engine, writing
from data_access.kept_tables import keep_all_tables
from tests.bench.big_network import Size, write_network
from tests.browser.test_every_page import FITS, OVERLAPS, drawn, sized
from tests.shared import REPOSITORY

LONG = "The Very Long Named Regional Health Center of Upper Saltree"
TEAM = "hazelmoor"
# What hangs on a team, the leaves first.
OF_TEAMS = ("change", "story", "action", "progress_score", "practice_use", "verdict", "signal")


def long_names(connection: Connection) -> None:
    for number, team_id in enumerate(connection.scalars(select(schema.team.c.team_id)).all()):
        name = f"{LONG} {number}".ljust(60, "x")[:60]
        connection.execute(update(schema.team).where(schema.team.c.team_id == team_id).values(name=name))


def one_team(connection: Connection) -> None:
    others = select(schema.team.c.team_id).where(schema.team.c.team_id != TEAM)
    series = select(schema.series.c.series_id).where(schema.series.c.team_id != TEAM)
    changes = select(schema.change.c.change_id).where(schema.change.c.team_id != TEAM)
    assessments = select(schema.assessment.c.assessment_id).where(schema.assessment.c.team_id != TEAM)
    connection.execute(delete(schema.observation_history).where(schema.observation_history.c.series_id.in_(series)))
    connection.execute(delete(schema.observation).where(schema.observation.c.series_id.in_(series)))
    connection.execute(delete(schema.series).where(schema.series.c.team_id != TEAM))
    connection.execute(delete(schema.change_measure).where(schema.change_measure.c.change_id.in_(changes)))
    connection.execute(delete(schema.score).where(schema.score.c.assessment_id.in_(assessments)))
    connection.execute(delete(schema.assessment).where(schema.assessment.c.team_id != TEAM))
    for name in (*OF_TEAMS, "team_measure"):
        table = schema.metadata.tables[name]
        connection.execute(delete(table).where(table.c.team_id.in_(others)))
    connection.execute(delete(schema.team).where(schema.team.c.team_id != TEAM))


def no_data(connection: Connection) -> None:
    for table in (schema.observation_history, schema.observation, schema.series, schema.score, schema.assessment):
        connection.execute(delete(table))


def all_hidden(connection: Connection) -> None:
    connection.execute(update(schema.team_measure).values(visibility="hidden"))


EDGES = {"long names": long_names, "one team": one_team, "no data": no_data, "all hidden": all_hidden}
PATHS = ["/", "/teams", f"/teams/{TEAM}", "/compare", "/maturity"]


@pytest.fixture
def at_the_edge(live_app: str, demo_url: str, tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """at_the_edge(name): the app shows the demo network, changed so."""

    def begun(name: str) -> None:
        url = f"sqlite:///{shutil.copy(make_url(demo_url).database, tmp_path / 'edge.db')}"
        engine = open_engine(url)
        with writing(engine) as connection:
            EDGES[name](connection)
            keep_all_tables(connection)
        engine.dispose()
        store.connect(url)

    yield begun
    store.connect(demo_url)


@pytest.mark.parametrize("size", ["laptop", "phone"])
@pytest.mark.parametrize("edge", EDGES)
def test_every_page_holds_at_the_edge(new_page: Callable[..., Page], at_the_edge: Callable[[str], None], edge: str, size: str) -> None:
    at_the_edge(edge)
    page = new_page(**sized(size))
    for path in PATHS:
        drawn(page, f"{path}?team={TEAM}")
        assert page.locator("[role=alert]").count() == 0, path
        assert page.evaluate(OVERLAPS) == [], path
        assert page.evaluate(FITS), path


@pytest.fixture(scope="module")
def three_hundred(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of 300 made-up teams."""
    folder = tmp_path_factory.mktemp("three-hundred")
    write_network(folder / "files", Size(300, measures=2, months=15))
    url = f"sqlite:///{folder / 'store.db'}"
    command = [sys.executable, "-m", "data_access", "load", str(folder / "files")]
    subprocess.run(command, cwd=REPOSITORY, env={**os.environ, "DATABASE_URL": url}, check=True, capture_output=True)
    return url


@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_three_hundred_teams_come_page_by_page(new_page: Callable[..., Page], live_app: str, demo_url: str, three_hundred: str, size: str) -> None:
    store.connect(three_hundred)
    try:
        page = new_page(**sized(size))
        for path in ("/", "/teams", "/teams/team-0001", "/compare?team=team-0001", "/maturity"):
            drawn(page, path)
            assert page.locator("[role=alert]").count() == 0, path
            assert page.evaluate(OVERLAPS) == [], path
            assert page.evaluate(FITS), path
            assert page.locator("#main tbody tr").count() < 600, path
    finally:
        store.connect(demo_url)
