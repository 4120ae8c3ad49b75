"""The ways in which an attacker comes to more than one reader sees: alone, with a team's own numbers, over two loads, as two roles at once."""

from __future__ import annotations

from itertools import pairwise

from data_access.releasing.released import Release
from data_access.releasing.table import NETWORK, Table
from tests.attack.attacker import Contradiction, Leak, Solver, Truth, leaks, leaks_of, small_numbers_of
from tests.attack.model import Model, models
from tests.attack.published import FEWEST, Key, Published, Seen, seen_cells
from tests.attack.tidy import exact_rows, hierarchy_of, released_rows

# None, a correction of a few people, a month that came late: the first that fits what was seen.
DRIFTS = (0, FEWEST - 1, 5_000)


def truth_of(table: Table) -> Truth:
    """The real numbers by cell."""
    return {key: (seen.numerator[0], seen.denominator[0]) for key, seen in seen_cells(exact_rows(table), table.multiplier).items()}


def published(release: Release) -> Published:
    """What everybody may see."""
    return Published(seen_cells(released_rows(release), release.table.multiplier), hierarchy_of(release.table)["group"])


def alone(release: Release, exact: Table) -> list[Leak]:
    """A reader with everything that is published."""
    return leaks(published(release), truth_of(exact))


def guessing(release: Release, exact: Table) -> list[Leak]:
    """One who takes every marker for the rule: behind it stand 1 to 10 people with the event, or without it."""
    return leaks(published(release), truth_of(exact), takes_markers=True)


def insiders(release: Release, exact: Table, *, team_ids: tuple[str, ...] = ()) -> list[Leak]:
    """Each team in turn (or these), with its own exact numbers added."""
    teams = team_ids or tuple(team_id for team_id in exact.teams if team_id != NETWORK)
    return [leak for team_id in teams for leak in leaks(knowing(release, exact, team_id), truth_of(exact), own=(team_id,))]


def two_roles(release: Release, exact: Table) -> list[Leak]:
    """Two teams that put their own numbers together, neighbors in the list; no rule promises anything against them."""
    teams = [team_id for team_id in exact.teams if team_id != NETWORK]
    return [leak for pair in pairwise(teams) for leak in leaks(knowing(release, exact, *pair), truth_of(exact), own=pair)]


def knowing(release: Release, exact: Table, *team_ids: str) -> Published:
    """What everybody may see, and these teams' own numbers."""
    return published(release).knowing(row for team_id in team_ids for row in exact_rows(exact, team_id))


def two_loads(first: Release, second: Release, exact: tuple[Table, Table]) -> list[Leak]:
    """Both releases joined: hidden numbers of teams of which nothing else changed are taken to be the same, others to have changed little."""
    truths = [truth_of(table) for table in exact]
    seen = [published(release) for release in (first, second)]
    return [leak for one in models(seen[0]) for leak in _joined(one, seen, truths)]


def _joined(model: Model, seen: list[Published], truths: list[Truth]) -> list[Leak]:
    before, after = ({key: one for key, one in side.cells.items() if key[1] == model.keys[0][1]} for side in seen)
    for drift in DRIFTS:
        both = model.copy()
        add_load(both, before, after, seen[1], drift)
        try:
            solver = Solver(both)
            found = leaks_of(solver, list(small_numbers_of(after, truths[1])))
            both.places = model.places
            return found + leaks_of(solver, list(small_numbers_of(before, truths[0])))
        except Contradiction:
            continue
    return []


def add_load(model: Model, before: dict[Key, Seen], after: dict[Key, Seen], published: Published, drift: int) -> None:
    """The second load's cells and sums. drift: by how much the hidden numbers of a team may have changed of which something else changed."""
    moved = {NETWORK} | {key[0] for key, seen in after.items() if before.get(key) != seen}
    for key, seen in after.items():
        same = before.get(key) == seen
        if not same or (drift and seen.hidden and key[0] in moved):
            was = model.places.get(key)
            model.add_cell(key, seen)
            if same:
                model.add_drift(was, model.places[key], drift)
    model.add_sums(after, published)
