"""python -m tests.bench [page | load | large]: what was budgeted, measured on this machine.

page (default, about ten minutes): every core page on the demo network, and the Network page on a large one, each against a static page.
load (minutes more): a million observations into SQLite and PostgreSQL.
large (an hour, 8 GB of disk): 5,000 teams x 12 measures x 60 months on PostgreSQL; --teams for fewer.

It ends with 0 whatever it finds: a machine that is busy with something else is no fault of the program.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.big_load import loads
from tests.bench.big_network import Size
from tests.bench.browser import chromium
from tests.bench.chosen import Benched
from tests.bench.one_page import one_page, release_row, server_rows
from tests.bench.recompute import recompute_row
from tests.bench.server import app_in_this_process
from tests.bench.stores import demo_store, large_store, public_store
from tests.bench.table import as_text
from tests.bench.very_large import very_large

LARGE = Size(150)
NETWORK = Benched("Network", "/", "#network-measure")
PAGES = (
    NETWORK,
    Benched("Team", "/teams/hazelmoor", "#team-measure"),
    Benched("Compare", "/compare?team=hazelmoor", "#compare-measure"),
    Benched("Maturity", "/maturity", "#maturity-framework"),
)
# What their choices cost the server is measured, for they draw little.
SERVED = (
    Benched("Data", "/data", "#data-measure"),
    Benched("Measures", "/measures", "#measures-view"),
    Benched("Practices", "/practices", "#practices-practice"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("page", "load", "large"), default="page")
    parser.add_argument("--teams", type=int, default=5000, help="for large: how many teams")
    asked = parser.parse_args(arguments)
    # As Ctrl-C does: what was started is ended.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(number))
    with tempfile.TemporaryDirectory(prefix="lantern-bench-") as place:
        parts = {"page": measure_pages, "load": measure_loads, "large": lambda folder: measure_large(folder, asked.teams)}
        parts[asked.part](Path(place))
    return 0


def measure_pages(place: Path) -> None:
    """Each page's table as soon as it is there."""
    demo, large = demo_store(place / "demo"), large_store(place / "large", LARGE)
    measured = [("demo network: 15 teams", demo, page) for page in PAGES]
    measured.append((f"large network: {LARGE.words}", large, NETWORK))
    with chromium() as browser:
        for number, (network, url, page) in enumerate(measured):
            rows = one_page(browser, app_in_this_process(url), url, place / f"floor{number}", page)
            print(as_text(f"{page.name} page, {network}", rows), flush=True)
        for page in SERVED:
            rows = server_rows(browser, app_in_this_process(demo), demo, page)
            print(as_text(f"{page.name} page, demo network: 15 teams", rows), flush=True)
        rows = [release_row(browser, app_in_this_process(demo), demo, public_store(place / "public"), page) for page in PAGES[:1]]
        print(as_text("What the release costs, demo network", rows), flush=True)
    print(as_text("Computed by a load, demo network: 15 teams x 8 measures", [recompute_row(demo, 2)]), flush=True)


def measure_loads(place: Path) -> None:
    print(as_text("Loading a million observations", loads(place)), flush=True)


def measure_large(place: Path, teams: int) -> None:
    for title, rows in very_large(place, teams).items():
        print(as_text(title, rows), flush=True)


if __name__ == "__main__":
    sys.exit(main())
