"""Attacks what the demo network told, quarter by quarter, as one who knows where a team's groups do not add up to its total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from data_access.viewer import READER, TEAM_MEMBER
from tests.attack import modes
from tests.attack.attacker import Contradiction, leaks
from tests.attack.kept_rows import counted_row
from tests.attack.published import ALL, Key, Published
from tests.attack.site import Load, Site
from tests.attack.site_attacks import seen, union
from tests.attack.sums import untied
from tests.attack.tidy import Row


@dataclass(frozen=True, slots=True)
class Found:
    """Leaks, in how many of the quarters that were attacked, and in how many a table fits."""

    leaks: int
    fit: int
    tried: int

    def __str__(self) -> str:
        rest = f", no table fits {self.tried - self.fit} more" if self.tried > self.fit else ""
        return f"{self.leaks} in {self.fit} quarters{rest}"


def demo_attacks(site: Site) -> Iterator[tuple[str, Found]]:
    """By way of attack: each role, all that see the same together, every team with its own numbers beside a reader's, two loads."""
    latest = site.loads[-1]
    for who, told in latest.told.items():
        yield " of ".join(who), together(site, latest, told.cells, [who[1:]])
    if len(site.loads) == 1:
        return
    others = union(told for who, told in latest.told.items() if who[0] != TEAM_MEMBER)
    teams = sorted({team for team, *_ in latest.truth} - {ALL})
    yield "reader, lead and funder", together(site, latest, others, [()])
    yield f"everybody and each of {len(teams)} teams", together(site, latest, others, [(team_id,) for team_id in teams])
    yield "two loads", two_loads(site)


def together(site: Site, load: Load, cells: Mapping[Key, Row], owners: Iterable[tuple[str, ...]]) -> Found:
    """These cells by quarter, with the own numbers of each of these teams in turn."""
    found = [quarter_leaks(one, load, own) for own in owners for one in by_quarter(seen(site, load, {**released(load, cells), **own_cells(load, own)}))]
    fit = [one for one in found if one is not None]
    return Found(sum(fit), len(fit), len(found))


def released(load: Load, cells: Mapping[Key, Row]) -> dict[Key, Row]:
    """The cells of which the release says something: of others nobody knows the numbers."""
    return {key: row for key, row in cells.items() if key in load.kept}


def own_cells(load: Load, own: tuple[str, ...]) -> dict[Key, Row]:
    """The cells of these teams as the release was made from them: who was there at every load knows also what a correction has not changed in print."""
    return {key: counted_row(*numbers) for key, numbers in load.truth.items() if key[0] in own}


def by_quarter(published: Published) -> Iterator[Published]:
    """What was published, quarter by quarter."""
    for day in sorted({key[1] for key in published.cells}):
        yield replace(published, cells={key: one for key, one in published.cells.items() if key[1] == day})


def quarter_leaks(published: Published, load: Load, own: tuple[str, ...]) -> int | None:
    """How many leaks a quarter has; None where no table fits."""
    with suppress(Contradiction):
        return len(leaks(tied(published, load), load.truth, own=own))
    return None


def tied(published: Published, load: Load) -> Published:
    """The same for one who knows which sums hold."""
    return replace(published, untied=untied(published, load.truth))


def two_loads(site: Site) -> Found:
    """Both loads as a reader saw them, joined; where no table fits there is no leak."""
    views = [tied(seen(site, load, released(load, load.told[READER,].cells)), load) for load in site.loads]
    days = {key[1] for key in views[0].cells}
    found = len(modes.joined(views, [load.truth for load in site.loads]))
    return Found(found, len(days), len(days))
