"""The app on the store of a hostile network at two loads, and what each role was told there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import Engine

from data_access import store
from data_access.releasing.policy import Policy
from data_access.viewer import FUNDER, LEAD, READER, TEAM_MEMBER
from tests.attack.attacker import Truth
from tests.attack.crawl import Crawled, Crawler
from tests.attack.kept_rows import kept_rows
from tests.attack.modes import truth_of
from tests.attack.networks import Cells, Kind, hostile, network, restated
from tests.attack.published import Key
from tests.attack.questions import Groups, file_of
from tests.attack.stored import MEASURE_ID, by_day, load_again, store_of, teams_of
from tests.attack.tidy import Row
from tests.attack.told import Exact
from web.seen_as import KEPT

# A role, and the teams whose member it is.
Who = tuple[str, ...]


@dataclass
class Load:
    """One load: the numbers as they are, what the store keeps of them, what is secret, and what was told, by role and team."""

    exact: Exact
    kept: dict[Key, Row]
    truth: Truth
    told: dict[Who, Crawled] = field(default_factory=dict)


@dataclass
class Site:
    """A network under one policy. groups: as the app names them."""

    policy: Policy
    kind: Kind
    url: str
    groups: Groups
    loads: list[Load]


def client_as(app: Dash, role: str, *team_ids: str) -> FlaskClient:
    """Asks the app with this role's eyes."""
    client = app.server.test_client()
    with client.session_transaction() as kept:
        kept[KEPT] = {"role": role, "teams": list(team_ids)}
    return client


@dataclass(frozen=True)
class Visit:
    """How a site is visited. members: of which teams some ask; every: a reader asks every question; few: whose pages lead and funder open."""

    members: Sequence[str]
    every: bool = False
    few: int = 1


def visited(app: Dash, url: str, policy: Policy, kind: Kind, visit: Visit, seed: int = 1) -> Site:
    """A network loaded, crawled as every role, loaded again, and crawled by a reader. The app stays on its store."""
    first = network(seed, kind)
    engine, team_ids = store_of(url, first, policy), teams_of(first)
    store.connect(url)
    before, after = (Crawler(client_as(app, READER), policy, team_ids, every=visit.every, reads_screens=screens) for screens in (True, False))
    told = {(READER,): before.measure(MEASURE_ID)}
    for role in (LEAD, FUNDER):
        told[role,] = Crawler(client_as(app, role), policy, team_ids[: visit.few]).measure(MEASURE_ID)
    for team_id in visit.members:
        told[TEAM_MEMBER, team_id] = Crawler(client_as(app, TEAM_MEMBER, team_id), policy, team_ids, reads_screens=True).measure(MEASURE_ID)
    loads = [loaded(engine, policy, kind, first, told)]
    second = restated(seed, first, kind, share=0.6)
    load_again(engine, second)
    loads.append(loaded(engine, policy, kind, second, {(READER,): after.measure(MEASURE_ID)}))
    engine.dispose()
    return Site(policy, kind, url, Groups(file_of(client_as(app, READER), "measures/divisions", "")), loads)


def loaded(engine: Engine, policy: Policy, kind: Kind, cells: Cells, told: dict[Who, Crawled]) -> Load:
    """A load of these cells, which the store holds now."""
    exact = hostile(by_day(cells), kind)
    return Load(exact, kept_rows(engine, policy, MEASURE_ID, kind.multiplier), truth_of(exact), told)
