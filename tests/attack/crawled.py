"""What was crawled, held against the release and given to the attacker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from equity.catalogue import OVERALL
from tests.attack.attacker import Truth
from tests.attack.cells_of_files import Gap
from tests.attack.crawl import Crawled
from tests.attack.kept_rows import HIDDEN, with_keys
from tests.attack.published import SHARE, Key, Published, Seen, seen_cells
from tests.attack.questions import Groups
from tests.attack.rebuilt import rate_of
from tests.attack.tidy import Row

# Files give four decimals, of the difference of two rates that are printed with one at most.
NEAR = 1e-4


def published_by(cells: Mapping[Key, Row], places: Iterable[Key], groups: Groups, multiplier: int) -> Published:
    """The attacker's view: places that nobody was told of hold people like others, for who counts groups knows that they are there."""
    shares = {key: row for key, row in cells.items() if key[3] == SHARE}
    counts = {key: row for key, row in cells.items() if key not in shares}
    seen = seen_cells(with_keys(counts), multiplier) | seen_cells(with_keys(shares), 100)
    return Published({key: Seen() for key in places} | seen, pools_of(groups), unknown_of(groups))


def pools_of(groups: Groups) -> dict[str, dict[str, list[str]]]:
    """Which groups are put together in each pool of others, by stratifier."""
    return {
        stratifier_id: {f"others:{code}": [other for other in codes if other != code] for code in codes}
        for stratifier_id, codes in groups.known.items()
        if len(codes) > 2
    }


def unknown_of(groups: Groups) -> dict[str, list[str]]:
    """Which groups a share counts, by stratifier."""
    found: dict[str, list[str]] = {stratifier_id: [] for stratifier_id in groups.known}
    for row in groups.rows:
        if row["kind"] != "group" and row["stratifier_id"] != OVERALL:
            found[row["stratifier_id"]].append(row["group_code"])
    return found


def unlike(found: Crawled, released: Mapping[Key, Row]) -> Iterator[tuple[Key, Row, Row | None]]:
    """Cells that were told otherwise than the release says; of which it says nothing, they are hidden: also what its source itself hid."""
    for key, row in found.cells.items():
        if released.get(key, HIDDEN) != row:
            yield key, row, released.get(key)


def unfounded(gaps: Iterable[Gap], released: Mapping[Key, Row], multiplier: int) -> Iterator[Gap]:
    """Gaps that are not the difference of two released rates: one of them would tell a hidden side."""
    for gap in gaps:
        sides = [rate_of(released.get(key), multiplier) for key in gap[:2]]
        if None in sides or abs(abs(sides[1] - sides[0]) - abs(gap[2])) > NEAR:
            yield gap


def small_behind(found: Crawled, truth: Truth) -> int:
    """How many hidden cells were met behind which a small number stands."""
    hidden = [truth[key] for key, row in found.cells.items() if row["suppressed"]]
    return sum(any(0 < number < 11 for number in (some, many, many - some)) for some, many in hidden)
