"""python -m tests.attack [--seeds N]: attacks what is released of hostile networks and what the app tells; prints leaks and what stays visible."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from time import perf_counter

from data_access.releasing.policy import ROUNDED, SHARED_COUNTS
from tests.attack.crawls import crawled_lines
from tests.attack.report import attacks_on, hostile_cases, networks_of, visible_lines

# Nobody is promised protection from two teams that put their numbers together: it is measured and told.
UNPROMISED = ("two teams together",)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--visible-only", action="store_true")
    parser.add_argument("--crawl-only", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.crawl_only:
        return crawl()
    seeds = range(asked.seeds)
    print(date.today(), *visible_lines(networks_of(seeds)), sep="\n", flush=True)
    return 0 if asked.visible_only else max(attack(seeds), crawl())


def crawl() -> int:
    """All that the app tells each role; 1 if it is not what is released, or leaks."""
    faults = 0
    for told, found in crawled_lines():
        faults += found
        print(told, flush=True)
    return int(faults > 0)


def attack(seeds: range) -> int:
    """Every way of attack on every network; 1 if anything leaks that should not."""
    leaked = 0
    for case in hostile_cases(seeds):
        for policy in (ROUNDED, SHARED_COUNTS):
            started = perf_counter()
            found = attacks_on(case, policy)
            leaked += sum(count for way, count in found.items() if way not in UNPROMISED)
            told = ", ".join(f"{way} {count}" for way, count in found.items())
            print(f"{case.name}, {policy.name}: leaks {told} ({perf_counter() - started:.0f} s)", flush=True)
    return int(leaked > 0)


if __name__ == "__main__":
    sys.exit(main())
