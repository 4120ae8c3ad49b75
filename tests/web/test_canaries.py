"""Numbers that nobody but their team may see are looked for in every byte that each role receives, over every page, callback and file."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import dash
import pytest
from dash import Dash
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from data_access.engine import open_engine
from data_access.migrate import migrate
from data_access.viewer import COACH, FUNDER, LEAD, READER, TEAM_MEMBER
from tests.asking import CALLBACKS, page_question, update_question
from tests.data_access.builder import Builder
from web import doors
from web.seen_as import KEPT

# Counts of seven digits, which no band ends with and no date or size of a chart has.
COUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2}(?![\d,])|(?<![\d.])\d{7}(?![\d])")
DECIMAL = re.compile(r"(?<![\d.])\d{1,2}\.\d{3,}")
TEAMS, GROUPS = "abcde", ("black", "hispanic", "white", "unknown")
QUARTERS = ("2025-01-01", "2025-04-01", "2025-07-01", "2025-10-01")


@dataclass(frozen=True)
class Network:
    """The exact numbers of a network: counts and rates (in percent, four decimals) by team; ALL = sums over teams and groups."""

    counts: dict[str, set[int]]
    rates: dict[str, set[float]]

    def of_others(self, team_id: str) -> tuple[set[int], set[float]]:
        """What a member of this team may not see."""
        own = (self.counts.get(team_id, set()), self.rates.get(team_id, set()))
        return tuple(set().union(*(found[one] for one in found)) - mine for found, mine in zip((self.counts, self.rates), own, strict=True))


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Network]:
    """A store in which every count can be told from every other number, under the policy of rates."""
    url = f"sqlite:///{tmp_path_factory.mktemp('canaries') / 'store.db'}"
    engine = open_engine(url)
    migrate(engine)
    made = Builder(engine, groups=dict.fromkeys(GROUPS[:-1], "group") | {"unknown": "unknown"}, release_policy="rounded")
    made.measure(grain="quarter")
    drawn, cells = random.Random(7), {}
    for team_id in TEAMS:
        made.team(team_id, sector="Hospital", setting="rural")
        for group_code in GROUPS:
            cells[team_id, group_code] = [_count(drawn) for _ in QUARTERS]
            made.reports(f"{team_id} {group_code} 2025-01-01 " + " ".join(f"{some}/{many}" for some, many in cells[team_id, group_code]))
        cells[team_id, "all"] = [tuple(map(sum, zip(*(cells[team_id, one][at] for one in GROUPS), strict=True))) for at in range(len(QUARTERS))]
        made.reports(f"{team_id} all 2025-01-01 " + " ".join(f"{some}/{many}" for some, many in cells[team_id, "all"]))
    made.keep()
    engine.dispose()
    return url, _numbers(cells)


def _count(drawn: random.Random) -> tuple[int, int]:
    """Of millions of people; in percent it lies well between two tenths."""
    many = drawn.randrange(1_100_000, 1_900_000)
    tenths = drawn.randrange(300, 700)
    return int(many * (tenths + drawn.uniform(0.2, 0.45)) / 1_000), many


def _numbers(cells: dict[tuple[str, str], list[tuple[int, int]]]) -> Network:
    """What each team reported, and what could be summed up from it."""
    known = GROUPS[:-1]
    sums = {**cells}
    for team_id in TEAMS:
        for group_code in known:
            others = [cells[team_id, one] for one in known if one != group_code]
            sums[team_id, f"others:{group_code}"] = [tuple(map(sum, zip(*parts, strict=True))) for parts in zip(*others, strict=True)]
    for group_code in {code for _, code in sums}:
        of_teams = [sums[team_id, group_code] for team_id in TEAMS]
        sums["", group_code] = [tuple(map(sum, zip(*parts, strict=True))) for parts in zip(*of_teams, strict=True)]
    counts: dict[str, set[int]] = {}
    rates: dict[str, set[float]] = {}
    for (team_id, _), series in sums.items():
        counts.setdefault(team_id, set()).update(number for count in series for number in count)
        rates.setdefault(team_id, set()).update(round(100 * some / many, 4) for some, many in series)
    return Network(counts, rates)


@pytest.fixture
def received(app: Dash, client_on: Callable[[str], FlaskClient], network: tuple[str, Network]) -> Callable[..., str]:
    """received(role, *teams): everything that the server tells this role."""

    def ask(role: str, *team_ids: str) -> str:
        client = client_on(network[0])
        with client.session_transaction() as kept:
            kept[KEPT] = {"role": role, "teams": list(team_ids)}
        return "\n".join(_answers(app, client))

    return ask


def _answers(app: Dash, client: FlaskClient) -> Iterator[str]:
    for path, page in _paths():
        for search in ("", "?group=white&reference=overall&team=a", "?reference=best"):
            yield answered(client.post(CALLBACKS, json=page_question(path, search)))
        if page.get("outputs"):
            question = update_question(app, "?group=hispanic&team=a", version="0", path=path, page=doors.page_key(page["name"]), teams=list(TEAMS))
            yield answered(client.post(CALLBACKS, json=question))
        for card in page.get("listings", ()):
            for team_id in TEAMS[:2]:
                yield answered(client.get(f"/csv/{doors.page_key(page['name'])}/{card}?team_id={team_id}&team={team_id}"))


def answered(answer: TestResponse) -> str:
    """What was told: a fault would tell nothing, and prove nothing."""
    assert answer.status_code == 200, answer.text[:200]
    return answer.text


def _paths() -> Iterator[tuple[str, dict]]:
    """Every page; a team's own for each team, and with each of its lines."""
    for page in dash.page_registry.values():
        if page["path"] == "/not-found-404":
            continue
        paths = [f"/teams/{team_id}" for team_id in TEAMS] if doors.page_key(page["name"]) == "team" else [page["path"]]
        yield from ((path, page) for path in paths)


def told(text: str) -> tuple[set[int], set[float]]:
    """The numbers of seven digits, and those with three decimals or more, in what was received."""
    counts = {int(found.replace(",", "")) for found in COUNT.findall(text)}
    return counts, {round(float(found), 4) for found in DECIMAL.findall(text)}


@pytest.mark.parametrize("role", [LEAD, COACH, FUNDER, READER])
def test_no_exact_number_is_in_any_byte_that_others_receive(received: Callable[..., str], network: tuple[str, Network], role: str) -> None:
    text = received(role, *(["a", "b"] if role == COACH else []))
    hidden_counts, hidden_rates = network[1].of_others("nobody")
    counts, rates = told(text)
    assert "1,000,000 or more" in text or "1000000 or more" in text
    assert (counts & hidden_counts, rates & hidden_rates) == (set(), set())


def test_a_member_receives_the_own_teams_numbers_and_no_others(received: Callable[..., str], network: tuple[str, Network]) -> None:
    counts, rates = told(received(TEAM_MEMBER, "a"))
    hidden_counts, hidden_rates = network[1].of_others("a")
    # The search finds what is there: every reported count of the own team.
    own = network[1].counts["a"]
    assert len(counts & own) > 30
    assert rates & network[1].rates["a"]
    assert (counts & hidden_counts, rates & hidden_rates) == (set(), set())
