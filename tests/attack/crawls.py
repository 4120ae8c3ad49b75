"""The crawls of `make attack`: all that the app tells each role, of a hostile network of fifteen teams and of the demo network."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from data_access import store
from data_access.releasing.policy import ROUNDED, SHARED_COUNTS
from data_access.viewer import READER
from settings import read_settings
from tests.asking import ReaderClient
from tests.attack.crawl import Crawled
from tests.attack.demo import LOADS
from tests.attack.demo_attacks import demo_attacks
from tests.attack.demo_crawl import Demo
from tests.attack.networks import PERCENT, PERIODS
from tests.attack.site import Site, Visit, visited
from tests.attack.site_attacks import as_released, attacks

KIND = replace(PERCENT, periods=PERIODS[:2])
Told = tuple[str, int]


def crawled_lines() -> Iterator[Told]:
    """(what is said of a crawl, how many faults and leaks it found)."""
    with TemporaryDirectory() as folder:
        demo = Demo(f"sqlite:///{Path(folder) / 'demo.db'}")
        app = importlib.import_module("app").create_app(read_settings({"DATABASE_URL": demo.url}))
        app.server.test_client_class = ReaderClient
        for measure_id, site in demo.sites(app):
            yield from demo_lines(measure_id, site)
        for policy in (ROUNDED, SHARED_COUNTS):
            site = visited(app, f"sqlite:///{Path(folder) / policy.name}.db", policy, KIND, Visit(["T00", "T07"]))
            yield line_of(site)
        store.disconnect()


def line_of(site: Site) -> Told:
    """What was read at a hostile site, and what was made of it."""
    faults = sum(len(list(as_released(load, who, site.kind.multiplier))) for load in site.loads for who in load.told)
    found = attacks(site)
    told = ", ".join(f"{way} {count}" for way, count in found.items())
    reader = site.loads[0].told[READER,]
    return f"crawled, {site.kind.teams} teams, {site.policy.name}: {size_of(reader)}; otherwise than released {faults}; leaks {told}", faults + found.total()


def size_of(found: Crawled) -> str:
    """How much was read."""
    computed = sum(map(bool, chain.from_iterable(one.told for one in found.computed)))
    return f"{len(found.cells)} cells and {computed} computed numbers, {found.read.total()} read in all"


def demo_lines(measure_id: str, site: Site) -> Iterator[Told]:
    """What every role was told of a measure, each held against the release; then what was made of it by every way of attack."""
    for place, load in enumerate(site.loads, len(LOADS) + 1 - len(site.loads)):
        for who, found in load.told.items():
            faults = len(list(as_released(load, who, site.kind.multiplier)))
            yield f"crawled, demo network, {measure_id}, load {place}, {' of '.join(who)}: {size_of(found)}; otherwise than released {faults}", faults
    for way, found in demo_attacks(site):
        yield f"attacked, demo network, {measure_id}, {way}: leaks {found}", found.leaks
