"""Every door that sends data has a reader here, or a reason why its numbers are none of the release's."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

import dash
import pytest
from dash import Dash
from sqlalchemy import Engine, select

from data_access import schema, store
from data_access.engine import open_engine
from data_access.teams_together import kept_together
from data_access.viewer import LEAD, READER, TEAM_MEMBER, Viewer
from equity.catalogue import OTHERS
from equity.teams_together import teams_together
from tests.attack import doors
from tests.attack.computed import Computed, three, unfollowed
from tests.attack.crawl import Crawler
from tests.attack.crawled import unfounded
from tests.attack.demo_crawl import baselines, policy_of, teams_of
from tests.attack.kept_rows import kept_rows
from tests.attack.published import ALL
from tests.attack.questions import Question, file_of
from tests.attack.rebuilt import Rebuilt
from tests.attack.site import client_as
from tests.attack.test_crawl import places
from web.doors import NOBODY, PAGES, ROUTES, page_key

TERMS = schema.team_measure.c
SHARED = select(TERMS.team_id).where(TERMS.measure_id == "bp_control", TERMS.standing == "core", TERMS.visibility != "hidden", TERMS.focus_group.is_(None))
MEASURE_ID, TEAM_ID, OWN = "bp_control", "amberford", "copperlea"
ROLES = ((READER,), (LEAD,), (TEAM_MEMBER, OWN))
QUERY = f"measure={MEASURE_ID}&team_id={OWN}&team={OWN}"


@pytest.fixture(scope="module")
def demo(app: Dash, demo_url: str) -> Iterator[Engine]:
    """The demo network's store, which the app stands on."""
    store.connect(demo_url)
    engine = open_engine(demo_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def crawler(app: Dash, demo: Engine) -> Crawler:
    """A reader who has asked one question of one measure, and looked at one team's page."""
    client, policy = client_as(app, READER), policy_of(demo)
    made = Crawler(client, policy, teams_of(client), baselines=baselines(demo, MEASURE_ID))
    question = Question(MEASURE_ID, "race_ethnicity", "black", "others", leads=True)
    made.begin(MEASURE_ID)
    made.network(question, made.file("network/gap", question))
    made.compare(replace(question, team_id=TEAM_ID))
    made.team_ids = [TEAM_ID]
    made.teams(question)
    made.record(question)
    return made


def test_every_file_page_and_route_is_in_the_table(app: Dash) -> None:
    assert set(places()) == {*doors.READ, *doors.STATED}
    assert {page_key(page["name"]) for page in dash.page_registry.values()} == set(doors.PAGES) == set(PAGES)
    assert {rule for rule, allowed in ROUTES.items() if allowed != NOBODY} == set(doors.ROUTES)


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role[0])
def test_every_column_with_a_number_is_read_or_has_its_reason(app: Dash, demo: Engine, role: tuple[str, ...]) -> None:
    client = client_as(app, *role)
    asked = {place: numbers_of(client.get(f"/csv/{place}?{QUERY}").text) for place in places()}
    told = {place: columns - doors.READ.get(place, frozenset()) - set(doors.STATED.get(place, {})) - doors.TIME for place, columns in asked.items()}
    assert {place: columns for place, columns in told.items() if columns} == {}
    assert sum(map(len, asked.values())) > 150


def test_a_number_that_nobody_thought_of_is_found() -> None:
    assert numbers_of("team,verdict,people\r\nAmberford,closing,31\r\n") == {"people"}


def test_everything_that_is_said_to_be_read_is_read(crawler: Crawler) -> None:
    assert {place for place, times in crawler.found.read.items() if times} - {"screens"} == set(doors.READ)


def test_what_the_demo_tells_follows_from_what_it_releases(demo: Engine, crawler: Crawler) -> None:
    released = kept_rows(demo, policy_of(demo), MEASURE_ID, crawler.found.measure.multiplier)
    public = Rebuilt(crawler.found.measure, released)
    assert [(one.place, one.asked, one.told) for one in unfollowed(crawler.found.computed, public, public)] == []
    assert list(unfounded(crawler.found.gaps, released, crawler.found.measure.multiplier)) == []


def test_a_wrong_number_is_found_wherever_it_stands(demo: Engine, crawler: Crawler) -> None:
    released = kept_rows(demo, policy_of(demo), MEASURE_ID, crawler.found.measure.multiplier)
    public = Rebuilt(crawler.found.measure, released)
    wrong = {one.place: off_by_little(one) for one in crawler.found.computed if any(one.told)}
    assert {one.place for one in unfollowed(wrong.values(), public, public)} == set(wrong)
    assert {"review/moved", "team/measures", "compare/change", "network/summaries", "network/grid"} <= set(wrong)


def test_what_teams_say_together_follows_from_what_they_release(demo: Engine, crawler: Crawler) -> None:
    measure = crawler.found.measure
    public = Rebuilt(measure, kept_rows(demo, policy_of(demo), MEASURE_ID, measure.multiplier))
    kept = kept_together(Viewer(READER), measure)
    with demo.connect() as connection:
        team_ids = connection.scalars(SHARED).all()
    column = (measure.stratifier_id, measure.focus_group)
    gaps = [public.gap(team_id, (column, (measure.stratifier_id, f"{OTHERS}:{measure.focus_group}"))) for team_id in team_ids]
    latest = max(place for gap in gaps for place in range(len(gap.periods)) if gap.focus[place].known and gap.reference[place].known)
    found = teams_together([(gap.focus[latest], gap.reference[latest]) for gap in gaps], measure)
    assert kept is not None and kept.enough
    for told, computed in ((kept.inside.difference, found.inside.difference), (kept.mean, found.mean), (kept.prediction, found.prediction)):
        assert three(told) == pytest.approx(three(computed))
    assert kept.inside.crude_difference == pytest.approx(found.inside.crude_difference)


def test_what_a_file_says_of_its_own_column_follows_from_it(demo: Engine, crawler: Crawler) -> None:
    shares, process = (file_of(crawler.client, place, f"measure={MEASURE_ID}&team_id={TEAM_ID}") for place in ("data/unknown", "team/process"))
    for team_id in {row["team_id"] for row in shares}:
        rows = [row for row in shares if row["team_id"] == team_id and row["percent"]]
        assert [float(row["median"]) for row in rows] == pytest.approx([median(float(row["percent"]) for row in rows)] * len(rows))
    assert [float(row["centre"]) for row in process] == pytest.approx([median(float(row["value"]) for row in process)] * len(process))


def test_the_rate_of_the_funnel_is_the_networks_own_cell(demo: Engine, crawler: Crawler) -> None:
    released = kept_rows(demo, policy_of(demo), MEASURE_ID, crawler.found.measure.multiplier)
    (rate,) = {row["network_rate"] for row in file_of(crawler.client, "compare/funnel", f"measure={MEASURE_ID}")}
    day = crawler.reading.days[file_of(crawler.client, "compare/funnel", f"measure={MEASURE_ID}")[0]["period_compared"]]
    assert rate == released[ALL, day, "race_ethnicity", "black"]["rate"]


def off_by_little(one: Computed) -> Computed:
    """The same with its first number a little larger, as exact counts would give it."""
    at = next(place for place, told in enumerate(one.told) if told)
    return replace(one, told=(*one.told[:at], f"{float(one.told[at]) + 0.0123}", *one.told[at + 1 :]))


def numbers_of(text: str) -> set[str]:
    """The columns in which a digit stands."""
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    context = {"measure_shown", "divided_by", "divided_by_shown"}
    return {name for row in rows for name, value in row.items() if name not in context and any(map(str.isdigit, value or ""))}
