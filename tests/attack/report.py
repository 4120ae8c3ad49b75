"""What `make attack` does and says: every way of attack on hostile networks and on the demo's, and how much stays visible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from data_access.releasing.build import release_of
from data_access.releasing.policy import PUBLIC_DATA, ROUNDED, SHARED_COUNTS, Policy
from data_access.releasing.table import Table
from tests.attack import modes
from tests.attack.demo import demo_tables
from tests.attack.networks import PER_1000, PERCENT, SMALL_CLINICS, hostile, hostile_table, network, restated
from tests.attack.told import Exact, told_of
from tests.attack.visible import Visible, together, visible

# Quarters are attacked one by one, for nothing is published over two: a few show as much as all.
ATTACKED = 2
COMPARED = (ROUNDED, SHARED_COUNTS, PUBLIC_DATA)
KINDS = {"2 to 98 %, groups of 5 to 2,000": PERCENT, "20 to 80 %, groups of 5 to 200": SMALL_CLINICS, "2 to 20 per 1,000": PER_1000}


@dataclass(frozen=True, slots=True)
class Case:
    """A network at two loads."""

    name: str
    loads: tuple[Exact, Exact]


def hostile_cases(seeds: range) -> Iterator[Case]:
    """Hostile networks, each with a load of late people after its first."""
    for name, every in KINDS.items():
        kind = replace(every, periods=every.periods[:ATTACKED])
        for seed in seeds:
            cells = network(seed, kind)
            yield Case(name, (hostile(cells, kind), hostile(restated(seed, cells, kind), kind)))


def attacks_on(case: Case, policy: Policy) -> Counter:
    """Leaks by way of attack."""
    first, second = case.loads
    told = told_of(first, policy)
    later = told_of(second, policy, told)
    return Counter(
        {
            "alone": len(modes.alone(told, first)),
            "taking markers for 1 to 10": len(modes.guessing(told, first)) if policy == ROUNDED and first.table.multiplier == 100 else 0,
            "with a team's own numbers": len(modes.insiders(told, first)),
            "a later load": len(modes.alone(later, second)),
            "two loads": len(modes.two_loads(told, later, case.loads)),
            "two teams together": len(modes.two_roles(told, first)),
        }
    )


def networks_of(seeds: range) -> dict[str, list[Table]]:
    """The demo network, and hostile ones."""
    hostile = {name: [hostile_table(network(seed, kind), kind) for seed in seeds] for name, kind in KINDS.items()}
    return {"demo network": list(demo_tables()), **hostile}


def visible_lines(networks: Mapping[str, Sequence[Table]]) -> Iterator[str]:
    """What stays visible of these networks after a first load, as lines of a table."""
    yield "| Network | Policy | Team x group x quarter | Team totals | Gaps, both sides | Network |"
    yield "|---|---|---|---|---|---|"
    for name, tables in networks.items():
        for policy in COMPARED:
            found = together(visible(release_of(table, policy)) for table in tables)
            cells = " | ".join(percent(*getattr(found, field.name)) for field in fields(Visible))
            yield f"| {name} | {policy.name} | {cells} |"


def percent(shown: int, asked: int) -> str:
    return f"{100 * shown / asked:.0f} %" if asked else "none"
