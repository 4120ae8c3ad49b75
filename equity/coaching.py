"""Where coaching may help: which signs name a team, and their limits. No team is weighed against another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

# Our own limit, about as long as an action period: it is printed beside the names.
DAYS_WITHOUT_TEST = 120


@dataclass(frozen=True, slots=True)
class Need:
    """One team with every sign that names it.

    widening, silent: measures whose gap widens, and whose reports stopped; tested_until: the last day of its last test of change, where those stopped.
    """

    team_id: str
    name: str
    widening: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    tested_until: date | None = None


def tests_needed_since(as_of: date) -> date:
    """A team whose last test of change ended before this day has stopped to test."""
    return as_of - timedelta(days=DAYS_WITHOUT_TEST)


def has_stopped(tested_until: date | None, as_of: date) -> bool:
    """True where a team has tested changes, and none ran on any of the last 120 days; one that never tested has not stopped."""
    return tested_until is not None and tested_until < tests_needed_since(as_of)


def coaching_needs(
    names: Mapping[str, str], *, widening: Iterable[tuple[str, str]], silent: Iterable[tuple[str, str]], tested_until: Mapping[str, date], as_of: date
) -> tuple[Need, ...]:
    """The teams that any sign names, in the order of the alphabet.

    Takes    names: by team_id, of the teams that may be named; widening, silent: (team_id, measure_id); tested_until: the last day of each team's last test.
    """
    wide, quiet = grouped(widening), grouped(silent)
    stopped = {team_id: day for team_id, day in tested_until.items() if has_stopped(day, as_of)}
    named = [team_id for team_id in {*wide, *quiet, *stopped} if team_id in names]
    found = [Need(one, names[one], wide.get(one, ()), quiet.get(one, ()), stopped.get(one)) for one in named]
    return tuple(sorted(found, key=lambda need: (need.name.lower(), need.team_id)))


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The second of each pair by the first."""
    found: dict[str, list[str]] = defaultdict(list)
    for first, second in pairs:
        found[first].append(second)
    return {first: tuple(seconds) for first, seconds in found.items()}
