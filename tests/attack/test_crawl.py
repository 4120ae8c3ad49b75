"""Whatever role asks the app, it is told what the release says, and an attacker makes nothing more of all of it together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import isnan

import dash
import pytest
from dash import Dash
from flask.testing import FlaskClient

from data_access import store
from data_access.engine import open_engine
from data_access.releasing.policy import ROUNDED, SHARED_COUNTS, Policy
from data_access.viewer import READER, TEAM_MEMBER
from tests.asking import CALLBACKS, page_question
from tests.attack.computed import unfollowed
from tests.attack.crawled import small_behind
from tests.attack.kept_rows import counted_row
from tests.attack.networks import PERCENT, PERIODS
from tests.attack.rebuilt import Rebuilt
from tests.attack.site import Site, Visit, client_as, visited
from tests.attack.site_attacks import as_released, attacks
from tests.attack.stored import scramble
from web.doors import page_key

KIND = replace(PERCENT, teams=4, periods=PERIODS[:2])
OWN = "T02"
# All cells of four teams and of the network, in two divisions and two quarters, are fewer than 190.
FEWEST_CELLS, FEWEST_READ = 150, 450
ADDRESSES = ("/", "/teams/T01", "/compare", "/data", "/teams", "/review")
ASKED = ("team_id=T01&team=T01", "team_id=T03&team=T03&stratifier=place&group=rural&reference=overall")

Sites = Callable[[Policy], Site]
both_policies = pytest.mark.parametrize("policy", [ROUNDED, SHARED_COUNTS], ids=lambda policy: policy.name)


@pytest.fixture(scope="module")
def site(app: Dash, demo_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """site(policy): a small hostile network of two loads in a store, and what each role was told of it."""
    folder, made = tmp_path_factory.mktemp("crawled"), {}

    def of(policy: Policy) -> Site:
        if policy not in made:
            made[policy] = visited(app, f"sqlite:///{folder / policy.name}.db", policy, KIND, Visit([OWN]))
        return made[policy]

    yield of
    store.connect(demo_url)


@both_policies
def test_every_cell_that_a_role_is_told_is_what_the_release_says(site: Sites, policy: Policy) -> None:
    assert [fault for load in site(policy).loads for who in load.told for fault in as_released(load, who, KIND.multiplier)] == []


@both_policies
def test_the_crawler_reads_almost_all_that_is_released(site: Sites, policy: Policy) -> None:
    for load in site(policy).loads:
        for found in load.told.values():
            assert len(found.cells) > FEWEST_CELLS
            assert found.read.total() > FEWEST_READ
            assert small_behind(found, load.truth) > 10
    assert site(policy).loads[0].told[READER,].read["screens"] > 50
    read = site(policy).loads[0].told[READER,].read
    assert all(read[place] > 0 for place in ("compare/peers-over-time", "compare/change", "network/summaries", "team/level", "network/groups"))


@both_policies
def test_nothing_small_is_told_to_a_role_to_several_together_or_over_two_loads(site: Sites, policy: Policy) -> None:
    found = attacks(site(policy))
    assert len(found) == 7
    assert found.total() == 0


def test_an_app_that_tells_one_hidden_cell_is_caught(site: Sites) -> None:
    first = site(ROUNDED).loads[0]
    found, truth = first.told[READER,], first.truth
    key = next(key for key, row in found.cells.items() if row["suppressed"] and 0 < truth[key][0] < 11)
    told = {"numerator": f"{truth[key][0]}", "denominator": f"{truth[key][1]}", "suppressed": "", "rate": ""}
    leaking = replace(first, told={(READER,): replace(found, cells=found.cells | {key: told})})
    assert [fault[0] for fault in as_released(leaking, (READER,), KIND.multiplier)] == [key]
    assert attacks(replace(site(ROUNDED), loads=[leaking, site(ROUNDED).loads[1]]))["reader"] > 0


@both_policies
@pytest.mark.parametrize("place", ["compare/change", "network/summaries", "team/groups", "network/gap"])
def test_a_number_that_does_not_follow_from_the_release_is_caught(site: Sites, policy: Policy, place: str) -> None:
    first = site(policy).loads[0]
    found = first.told[READER,]
    one = next(one for one in found.computed if one.place == place and any(one.told))
    exact = [f"{float(told) + 0.0123}" if told else "" for told in one.told]
    leaking = replace(first, told={(READER,): replace(found, computed=[replace(one, told=tuple(exact)), one])})
    assert [fault[0] for fault in as_released(leaking, (READER,), KIND.multiplier)] == [place]


@both_policies
def test_summaries_of_exact_counts_would_be_caught(site: Sites, policy: Policy) -> None:
    first = site(policy).loads[0]
    found = first.told[READER,]
    exact = Rebuilt(found.measure, {key: counted_row(*counts) for key, counts in first.truth.items()})
    released = Rebuilt(found.measure, first.kept)
    leaking = [replace(one, told=as_file(one.formula(exact))) for one in found.computed if one.place == "network/summaries" and any(one.told)]
    assert len(list(unfollowed(leaking, released, released))) == (len(leaking) if policy == ROUNDED else 0)
    assert leaking


def as_file(numbers: Sequence[float | None]) -> tuple[str, ...]:
    """Numbers as files give them."""
    return tuple("" if number is None or isnan(number) else f"{number:.4f}" for number in numbers)


@both_policies
def test_what_others_are_told_hangs_on_the_release_alone(app: Dash, site: Sites, policy: Policy) -> None:
    url = site(policy).url
    before, own = list(answers(app, url)), own_file(app)
    engine = open_engine(url)
    scramble(engine)
    engine.dispose()
    assert [address for (address, was), (_, now) in zip(before, answers(app, url), strict=True) if was != now] == []
    assert len(before) > 80
    assert own_file(app) != own


def answers(app: Dash, url: str) -> Iterator[tuple[str, str]]:
    """Every file and the pages with numbers, each with its address, as a reader receives them from a store that was just opened."""
    store.connect(url)
    client = client_as(app, READER)
    for query in ASKED:
        yield from ((f"{path}?{query}", client.post(CALLBACKS, json=page_question(path, f"?{query}")).text) for path in ADDRESSES)
        yield from ((f"{place}?{query}", text_of_file(client, place, query)) for place in places())


def own_file(app: Dash) -> str:
    """What the team itself reads, which sees whatever is in the store."""
    return text_of_file(client_as(app, TEAM_MEMBER, OWN), "team/run", f"team_id={OWN}")


def places() -> Iterator[str]:
    """Every file of every page."""
    for page in dash.page_registry.values():
        yield from (f"{page_key(page['name'])}/{card}" for card in page.get("listings", ()))


def text_of_file(client: FlaskClient, place: str, query: str) -> str:
    answer = client.get(f"/csv/{place}?{query}")
    # Of a network that hides the gap of record of every team there is no review yet.
    assert answer.status_code == 200 or (place.startswith("review/") and "numbers of it must be in the store" in answer.text)
    return answer.text
