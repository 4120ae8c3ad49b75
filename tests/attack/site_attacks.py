"""Holds what was told at a site against its release, and attacks it: as each role, as several together, over two loads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from data_access.viewer import READER, TEAM_MEMBER
from tests.attack import modes
from tests.attack.attacker import leaks
from tests.attack.computed import unfollowed
from tests.attack.crawl import Crawled
from tests.attack.crawled import published_by, unfounded, unlike
from tests.attack.published import Key, Published
from tests.attack.rebuilt import Rebuilt
from tests.attack.site import Load, Site, Who
from tests.attack.tidy import Row, as_shares, exact_rows

NAMES = ("team", "period", "dimension", "group")


def as_released(load: Load, who: Who, multiplier: int) -> Iterator[tuple]:
    """Everything that this role was told otherwise than it may be: others' cells by the release, own ones as they are, all else computed from these."""
    found, may_see = load.told[who], {**load.kept, **own_rows(load, who)}
    yield from unlike(found, may_see)
    yield from found.told_otherwise
    yield from unfounded(found.gaps, may_see, multiplier)
    wrong = unfollowed(found.computed, Rebuilt(found.measure, may_see), Rebuilt(found.measure, load.kept))
    yield from ((one.place, one.asked, one.told) for one in wrong)


def own_rows(load: Load, who: Who) -> dict[Key, Row]:
    """The exact cells of the teams whose members ask."""
    found: dict[Key, Row] = {}
    for team_id in who[1:]:
        found |= keyed(exact_rows(load.exact.table, team_id))
        for stratifier_id, share in load.exact.shares.items():
            found |= keyed(as_shares(exact_rows(share, team_id), stratifier_id))
    return found


def keyed(rows: Iterable[Row]) -> dict[Key, Row]:
    """The same as cells by what they are of."""
    return {tuple(row[name] for name in NAMES): {name: row[name] for name in ("numerator", "denominator", "suppressed", "rate")} for row in rows}


def attacks(site: Site) -> Counter:
    """Leaks by way of attack."""
    first, second = site.loads
    others = {who: found for who, found in first.told.items() if who[0] != TEAM_MEMBER}
    found = Counter({" of ".join(who): len(attacked(site, first, told.cells, who[1:])) for who, told in first.told.items()})
    found["reader, lead and funder"] = len(attacked(site, first, union(others.values())))
    found["a later load"] = len(attacked(site, second, second.told[READER,].cells))
    found["two loads"] = len(modes.joined([seen(site, load, load.told[READER,].cells) for load in site.loads], [load.truth for load in site.loads]))
    return found


def union(told: Iterable[Crawled]) -> dict[Key, Row]:
    """All that several roles were told."""
    cells: dict[Key, Row] = {}
    for found in told:
        cells |= found.cells
    return cells


def attacked(site: Site, load: Load, cells: Mapping[Key, Row], own: tuple[str, ...] = ()) -> list:
    """Small numbers that these cells tell; own: the teams whose exact numbers are added."""
    return leaks(seen(site, load, {**cells, **own_rows(load, ("", *own))}), load.truth, own=own)


def seen(site: Site, load: Load, cells: Mapping[Key, Row]) -> Published:
    """The attacker's view of them."""
    return published_by(cells, load.kept, site.groups, site.kind.multiplier)
