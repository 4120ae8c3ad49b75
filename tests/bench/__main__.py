"""python -m tests.bench [page | load]: what was budgeted, measured on this machine.

page (default, about three minutes): the Network page on the demo network and on a large one, against a static page.
load (minutes more): a million observations into SQLite and PostgreSQL.

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
from tests.bench.browser import chromium
from tests.bench.network_page import network_page
from tests.bench.server import app_in_this_process
from tests.bench.stores import demo_store, large_store
from tests.bench.table import as_text

LARGE_TEAMS = 150


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("page", "load"), default="page")
    asked = parser.parse_args(arguments)
    # As Ctrl-C does: what was started is ended.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(number))
    with tempfile.TemporaryDirectory(prefix="lantern-bench-") as place:
        {"page": measure_pages, "load": measure_loads}[asked.part](Path(place))
    return 0


def measure_pages(place: Path) -> None:
    """Each store's table as soon as it is there."""
    stores = {
        "Network page, demo network: 15 teams": demo_store,
        f"Network page, large network: {LARGE_TEAMS} teams x 8 measures x 36 months x 7 groups": lambda folder: large_store(folder, teams=LARGE_TEAMS),
    }
    with chromium() as browser:
        for title, make in stores.items():
            folder = place / make.__name__.strip("<>")
            url = make(folder)
            rows = network_page(browser, app_in_this_process(url), url, folder / "floor")
            print(as_text(title, rows), flush=True)


def measure_loads(place: Path) -> None:
    print(as_text("Loading a million observations", loads(place)), flush=True)


if __name__ == "__main__":
    sys.exit(main())
