"""The crawls of `make attack`: all that the app tells each role, of a hostile network of fifteen teams and of the demo network."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from dash import Dash

from data_access import store
from data_access.engine import open_engine
from data_access.kept_tables import network_of
from data_access.releasing.policy import ROUNDED, SHARED_COUNTS, Policy, policy_named
from data_access.viewer import READER
from settings import read_settings
from tests.asking import ReaderClient
from tests.attack.attacker import Contradiction, Truth, leaks
from tests.attack.crawl import Crawled, Crawler
from tests.attack.crawled import published_by, unfounded, unlike
from tests.attack.kept_rows import kept_rows, kept_truth
from tests.attack.networks import PERCENT, PERIODS
from tests.attack.published import Published
from tests.attack.questions import Groups, file_of
from tests.attack.site import Site, Visit, client_as, visited
from tests.attack.site_attacks import as_released, attacks
from tests.stores import seed

KIND = replace(PERCENT, periods=PERIODS[:2])
Told = tuple[str, int]


def crawled_lines() -> Iterator[Told]:
    """(what is said of a crawl, how many faults and leaks it found)."""
    with TemporaryDirectory() as folder:
        demo = seed(f"sqlite:///{Path(folder) / 'demo.db'}")
        app = importlib.import_module("app").create_app(read_settings({"DATABASE_URL": demo}))
        app.server.test_client_class = ReaderClient
        yield from demo_lines(app, demo)
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
    return f"{len(found.cells)} cells read {found.read.total()} times"


def demo_lines(app: Dash, url: str) -> Iterator[Told]:
    """Each measure of the demo network, crawled by a reader."""
    store.connect(url)
    client = client_as(app, READER)
    teams = [row["team_id"] for row in file_of(client, "teams/directory", "")]
    groups = Groups(file_of(client, "measures/divisions", ""))
    for row in file_of(client, "measures/measures", ""):
        found = Crawler(client, demo_policy(url), teams, has_baseline=True, reads_screens=True).measure(row["measure_id"])
        yield demo_line(url, row["measure_id"], int(row["multiplier"]), (found, groups))


def demo_policy(url: str) -> Policy:
    """The policy that the demo network goes by."""
    engine = open_engine(url, read_only=True)
    with engine.connect() as connection:
        return policy_named(network_of(connection).release_policy)


def demo_line(url: str, measure_id: str, multiplier: int, read: tuple[Crawled, Groups]) -> Told:
    """Held against the release, and attacked with what the release was made from as the truth."""
    engine, policy = open_engine(url, read_only=True), demo_policy(url)
    found, groups = read
    released = kept_rows(engine, policy, measure_id, multiplier)
    faults = [*unlike(found, released), *found.told_otherwise, *unfounded(found.gaps, released, multiplier)]
    published = published_by({key: row for key, row in found.cells.items() if key in released}, released, groups, multiplier)
    leaked = [by_quarter(published, kept_truth(engine, policy, measure_id), day) for day in sorted({key[1] for key in published.cells})]
    fit = [one for one in leaked if one is not None]
    told = sum(fit)
    said = f"leaks {told} in {len(fit)} of {len(leaked)} quarters, no table fits the others"
    return f"crawled, demo network, {measure_id}: {size_of(found)}; otherwise than released {len(faults)}; {said}", len(faults) + told


def by_quarter(published: Published, truth: Truth, day: str) -> int | None:
    """How many leaks a quarter has; None where its teams or groups do not add up: no table fits, and there is nothing to subtract."""
    with suppress(Contradiction):
        return len(leaks(replace(published, cells={key: one for key, one in published.cells.items() if key[1] == day}), truth))
    return None
