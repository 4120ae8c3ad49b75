"""A coalition of thousands of teams on PostgreSQL: what its load and its verdicts take, and whether its pages are as quick as those of 15 teams."""

from __future__ import annotations

import json
import statistics
import time
from pathlib import Path

from dash import Dash

from data_access import store
from tests.asking import CALLBACKS, page_question
from tests.bench.big_network import Size, write_network
from tests.bench.recompute import recompute_row
from tests.bench.server import app_in_this_process
from tests.bench.stores import load
from tests.bench.table import Row
from tests.postgres import running_server

SMALL = 15
PATHS = ("/", "/teams", "/compare", "/maturity", "/teams/team-0001")
MEASURES = ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10", "m11", "m12")
TEN_MINUTES = 600


def very_large(place: Path, teams: int) -> dict[str, list[Row]]:
    """The tables of a network of so many teams x 12 measures x 60 months."""
    sizes = {teams_of: Size(teams_of, measures=12, months=60) for teams_of in (SMALL, teams)}
    observations = {one: write_network(place / str(one), size) for one, size in sizes.items()}
    with running_server() as server, server.database() as small_url, server.database() as large_url:
        load(place / str(SMALL), small_url)
        taken = load(place / str(teams), large_url)
        kept = recompute_row(large_url, TEN_MINUTES)
        app = app_in_this_process(small_url)
        small, large = (answers(app, url) for url in (small_url, large_url))
    loaded = Row("Load", taken.seconds, 60 * observations[teams] / 1e6, "s", 0, f"{observations[teams]:,} observations, {taken.megabytes:.0f} MB at most")
    pages = [page_row(path, small[path], large[path]) for path in PATHS]
    return {f"PostgreSQL, {sizes[teams].words}": [loaded, kept, *pages]}


def answers(app: Dash, url: str) -> dict[str, list[float]]:
    """Milliseconds of each page of this store, for every measure, with nothing remembered of it."""
    store.connect(url)
    with app.server.test_client() as client:
        client.get("/readyz")
        return {path: [answer(client, path, measure) for measure in MEASURES] for path in PATHS}


def answer(client, path: str, measure: str) -> float:
    begun = time.perf_counter()
    found = client.post(CALLBACKS, data=json.dumps(page_question(path, f"?measure={measure}")), content_type="application/json")
    taken = 1000 * (time.perf_counter() - begun)
    if found.status_code != 200 or "trouble" in found.text:
        raise RuntimeError(f"{path} of {measure} was answered with {found.status_code}.")
    return taken


def page_row(path: str, small: list[float], large: list[float]) -> Row:
    middle = statistics.median(small), statistics.median(large)
    return Row(f"Page {path}, against {SMALL} teams", middle[1] / middle[0], 1.5, "x", 2, f"{middle[1]:.0f} ms, {middle[0]:.0f} ms")
