"""The demo network crawled at both of its loads: every measure by a reader, some by every other role too, and by a reader of the load before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import Engine, select

from data_access import schema, store
from data_access.engine import open_engine
from data_access.kept_tables import network_of
from data_access.loading.commands import load_folder
from data_access.migrate import migrate
from data_access.releasing.policy import Policy, policy_named
from data_access.viewer import FUNDER, LEAD, READER, TEAM_MEMBER
from tests.attack.crawl import Crawler
from tests.attack.demo import LOADS, demo_exact
from tests.attack.kept_rows import kept_rows, kept_truth
from tests.attack.networks import Kind
from tests.attack.published import ALL
from tests.attack.questions import Groups, file_of
from tests.attack.rebuilt import Window
from tests.attack.site import Load, Site, Who, client_as

# All teams' percent, and that of nine teams, both restated by the second load; one per 10,000, which is never summed up.
MANY_ROLES = {"bp_control": "copperlea", "preterm_birth": "kettlebrook", "severe_morbidity": "kettlebrook"}
# Whose pages they open who see what every reader does.
FEW = 2


@dataclass
class Demo:
    """The demo network in a store of its own, at the first of its loads until it is loaded again."""

    url: str
    load: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        self.engine: Engine = open_engine(self.url)
        migrate(self.engine)
        load_folder(self.engine, LOADS[0][-1], loaded_by="attack")

    @property
    def policy(self) -> Policy:
        """The policy that the demo network goes by."""
        return policy_of(self.engine)

    def load_again(self) -> None:
        """What came late or was restated."""
        self.load += 1
        load_folder(self.engine, LOADS[self.load][-1], loaded_by="attack")

    def sites(self, app: Dash) -> Iterator[tuple[str, Site]]:
        """Each measure with what was told of it: at its second load, and, where many roles ask, at its first."""
        store.connect(self.url)
        before = {measure_id: self.loaded(app, measure_id, (READER,)) for measure_id in MANY_ROLES}
        self.load_again()
        store.connect(self.url)
        reader = client_as(app, READER)
        groups = Groups(file_of(reader, "measures/divisions", ""))
        for row in file_of(reader, "measures/measures", ""):
            measure_id = row["measure_id"]
            loads = [before[measure_id]] if measure_id in before else []
            loads.append(self.loaded(app, measure_id, *whos(measure_id), reads_screens=True))
            yield measure_id, Site(self.policy, Kind(multiplier=int(row["multiplier"])), self.url, groups, loads)

    def loaded(self, app: Dash, measure_id: str, *asking: Who, reads_screens: bool = False) -> Load:
        """What the store holds of a measure, and what these roles are told of it."""
        exact, policy = demo_exact(measure_id, LOADS[self.load]), self.policy
        kept, truth = kept_rows(self.engine, policy, measure_id, exact.table.multiplier), kept_truth(self.engine, policy, measure_id)
        told, windows = {}, baselines(self.engine, measure_id)
        for who in asking:
            client = client_as(app, *who)
            team_ids = teams_of(client)[: FEW if who[0] in (LEAD, FUNDER) else None]
            screens = reads_screens and who[0] not in (LEAD, FUNDER)
            told[who] = Crawler(client, policy, team_ids, baselines=windows, reads_screens=screens).measure(measure_id)
        return Load(exact, kept, truth, told)


def policy_of(engine: Engine) -> Policy:
    """The policy that a store's network goes by."""
    with engine.connect() as connection:
        return policy_named(network_of(connection).release_policy)


def baselines(engine: Engine, measure_id: str) -> dict[str, Window]:
    """The baseline that each team registered, and the one that most share for the network."""
    columns = schema.team_measure.c
    query = select(columns.team_id, columns.baseline_from, columns.baseline_to).where(columns.measure_id == measure_id, columns.baseline_from.is_not(None))
    with engine.connect() as connection:
        found = {team_id: (first, last) for team_id, first, last in connection.execute(query)}
    return found | {ALL: Counter(found.values()).most_common(1)[0][0]} if found else found


def whos(measure_id: str) -> list[Who]:
    """Who asks about a measure."""
    others = [(LEAD,), (FUNDER,), (TEAM_MEMBER, MANY_ROLES[measure_id])] if measure_id in MANY_ROLES else []
    return [(READER,), *others]


def teams_of(client: FlaskClient) -> list[str]:
    """The teams, as the app names them."""
    return [row["team_id"] for row in file_of(client, "teams/directory", "")]
