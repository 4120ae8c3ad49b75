"""The ways in which an attacker comes to more than one reader sees: alone, with a team's own numbers, over two loads, as two roles at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from data_access.releasing.table import NETWORK
from tests.attack.attacker import Contradiction, Leak, Solver, Truth, leaks, leaks_of, small_numbers_of
from tests.attack.model import Model, models
from tests.attack.published import FEWEST, Key, Published, Seen, seen_cells
from tests.attack.tidy import Row, as_shares, exact_rows, hierarchy_of, released_rows
from tests.attack.told import Exact, Told

# None, a correction of a few people, a month that came late: the first that fits what was seen.
DRIFTS = (0, FEWEST - 1, 5_000)


def truth_of(exact: Exact) -> Truth:
    """The real numbers by cell."""
    return {key: (seen.numerator[0], seen.denominator[0]) for key, seen in seen_cells(all_rows(exact), exact.table.multiplier).items()}


def all_rows(exact: Exact, team_id: str | None = None) -> Iterator[Row]:
    """Groups and shares as they are: of everybody, or of one team."""
    yield from exact_rows(exact.table, team_id)
    for stratifier_id, share in exact.shares.items():
        yield from as_shares(exact_rows(share, team_id), stratifier_id)


def published(told: Told) -> Published:
    """What everybody may see."""
    cells = seen_cells(released_rows(told.groups), told.groups.table.multiplier)
    for stratifier_id, share in told.shares.items():
        cells |= seen_cells(as_shares(released_rows(share), stratifier_id), share.table.multiplier)
    return Published(cells, hierarchy_of(told.groups.table)["group"], told.unknown)


def alone(told: Told, exact: Exact) -> list[Leak]:
    """A reader with everything that is published."""
    return leaks(published(told), truth_of(exact))


def guessing(told: Told, exact: Exact) -> list[Leak]:
    """One who takes every marker for the rule: behind it stand 1 to 10 people with the event, or without it."""
    return leaks(published(told), truth_of(exact), takes_markers=True)


def insiders(told: Told, exact: Exact, *, team_ids: tuple[str, ...] = ()) -> list[Leak]:
    """Each team in turn (or these), with its own exact numbers added."""
    teams = team_ids or tuple(team_id for team_id in exact.table.teams if team_id != NETWORK)
    return [leak for team_id in teams for leak in leaks(knowing(told, exact, team_id), truth_of(exact), own=(team_id,))]


def two_roles(told: Told, exact: Exact) -> list[Leak]:
    """Two teams that put their own numbers together, neighbors in the list; no rule promises anything against them."""
    teams = [team_id for team_id in exact.table.teams if team_id != NETWORK]
    return [leak for pair in pairwise(teams) for leak in leaks(knowing(told, exact, *pair), truth_of(exact), own=pair)]


def knowing(told: Told, exact: Exact, *team_ids: str) -> Published:
    """What everybody may see, and these teams' own numbers."""
    return published(told).knowing(row for team_id in team_ids for row in all_rows(exact, team_id))


def two_loads(first: Told, second: Told, exact: tuple[Exact, Exact]) -> list[Leak]:
    """Both releases joined: hidden numbers of teams of which nothing else changed are taken to be the same, others to have changed little."""
    return joined([published(told) for told in (first, second)], [truth_of(one) for one in exact])


def joined(seen: list[Published], truths: list[Truth]) -> list[Leak]:
    """Two loads, as each was published."""
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
