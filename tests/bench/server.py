"""What the server spends: processor time of an answer, and the memory of a worker that has answered many."""

from __future__ import annotations

import copy
import gc
import importlib
import json
import random
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

from dash import Dash

from data_access import store
from data_access.catalogue import catalogue
from data_access.teams import teams_page
from data_access.viewer import NETWORK_LEAD
from equity.selection import REFERENCE_WORDS, comparable_measures, divisions
from settings import read_settings
from tests.asking import CALLBACKS, ReaderClient
from tests.bench.chosen import Shown
from tests.bench.serving import Served, ask

SELECTIONS = 60
REQUESTS = 1000
# As many at once as a worker has threads.
AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of processor time, of each answer."""

    cached: list[float]
    uncached: list[float]


@cache
def app_in_this_process(url: str) -> Dash:
    """Dash keeps its pages for the process: the first address is where it is made, stores are changed at the door."""
    app = importlib.import_module("app").create_app(read_settings({"DATABASE_URL": url}))
    app.server.test_client_class = ReaderClient
    # As gunicorn.conf.py does before there are workers.
    gc.collect()
    gc.freeze()
    return app


def selections() -> list[str]:
    """Different questions to the store that is connected, as addresses: spread over all that can be asked."""
    with store.reading():
        found = catalogue(NETWORK_LEAD)
        asked = [
            {"measure": measure.measure_id, "stratifier": division.stratifier_id, "group": group.group_code, "reference": reference}
            for measure in comparable_measures(found)
            for division in divisions(found, measure)
            for group, reference in product(division.known_groups, REFERENCE_WORDS)
        ]
    random.Random(1).shuffle(asked)
    return [f"?{urlencode(one)}" for one in asked[:SELECTIONS]]


def asked_of(shown: Shown) -> list[str]:
    """The addresses that are asked of a page: every measure and comparison, or what else its select offers, for each team as the reader's own."""
    if shown.page.choice == "measure":
        return selections()
    with store.reading():
        teams = teams_page(NETWORK_LEAD, size=SELECTIONS).teams
    offered = [{shown.page.choice: value, "team": team.team_id} for team, value in product(teams, shown.changes)]
    return [f"?{urlencode(one)}" for one in offered[:SELECTIONS]]


def change_cost(app: Dash, url: str, shown: Shown) -> Cost:
    """Each selection once, with nothing remembered of it, then each again."""
    store.connect(url)
    asked = asked_of(shown)
    store.connect(url)
    with app.server.test_client() as client:
        # What a worker does once for all selections is not part of a change.
        client.get("/readyz")

        def spent(search: str) -> float:
            body = json.dumps(question(shown.change_question, search))
            before = time.process_time()
            answer = client.post(CALLBACKS, data=body, content_type="application/json", headers={"Accept-Encoding": "br"})
            taken = 1000 * (time.process_time() - before)
            if answer.status_code != 200:
                raise RuntimeError(f"{search} was answered with {answer.status_code}.")
            return taken

        uncached = [spent(search) for search in asked]
        return Cost(cached=[spent(search) for search in asked], uncached=uncached)


def question(asked: dict, search: str) -> dict:
    """The same question for another address."""
    other = copy.deepcopy(asked)
    place = next(one for one in other["inputs"] if one["property"] in ("search", "data"))
    place["value"] = search
    return other


def memory_after_requests(served: Served, shown: Shown, searches: Sequence[str]) -> list[float]:
    """Megabytes of each worker after 1,000 requests: pages, choices, files, and whether it is well."""

    def request(number: int) -> int:
        search = searches[number % len(searches)]
        kinds = {
            0: lambda: ask(served.port, "/"),
            1: lambda: ask(served.port, CALLBACKS, question(shown.page_question, search)),
            2: lambda: ask(served.port, f"/csv/network/panels{search}"),
            3: lambda: ask(served.port, "/readyz"),
        }
        return kinds.get(number % 10, lambda: ask(served.port, CALLBACKS, question(shown.change_question, search)))()[0]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(request, range(REQUESTS)))
    if set(answers) != {200}:
        raise RuntimeError(f"Not every request was answered: {sorted(set(answers))}")
    return [resident(pid) for pid in served.workers()]


def resident(pid: int) -> float:
    """Megabytes of memory that a process holds."""
    status = Path(f"/proc/{pid}/status").read_text()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1000
