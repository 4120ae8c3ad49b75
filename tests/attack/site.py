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
from tests.attack.crawl import Crawled, Crawler
from tests.attack.kept_rows import kept_rows
from tests.attack.networks import Cells, Kind, hostile, network, restated
from tests.attack.published import Key
from tests.attack.questions import Groups, file_of
from tests.attack.stored import MEASURE_ID, first_day, load_again, store_of, teams_of
from tests.attack.tidy import Row
from tests.attack.told import Exact
from web.seen_as import KEPT


@dataclass
class Load:
    """One load: the numbers as they are, what the store keeps of them, and what was told, by role and team."""

    exact: Exact
    kept: dict[Key, Row]
    told: dict[tuple[str, ...], Crawled] = field(default_factory=dict)


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
    loads = [Load(hostile(by_day(first), kind), kept(engine, policy, kind), told)]
    second = restated(seed, first, kind, share=0.6)
    load_again(engine, second)
    loads.append(Load(hostile(by_day(second), kind), kept(engine, policy, kind), {(READER,): after.measure(MEASURE_ID)}))
    engine.dispose()
    return Site(policy, kind, url, Groups(file_of(client_as(app, READER), "measures/divisions", "")), loads)


def kept(engine: Engine, policy: Policy, kind: Kind) -> dict[Key, Row]:
    return kept_rows(engine, policy, MEASURE_ID, kind.multiplier)


def by_day(cells: Cells) -> Cells:
    """The same cells, each period by its first day, as the store has it."""
    return {(*column, first_day(period).isoformat()): counts for (*column, period), counts in cells.items()}
