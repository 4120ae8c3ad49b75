"""Teams that tests hold against each other, written down as a table."""

from __future__ import annotations

from datetime import date

from equity.catalogue import Measure, Team
from equity.compared_team import Entry
from equity.comparison import Comparison, comparison
from equity.counts import GapSeries
from equity.periods import period_of
from tests.examples import MEASURE, START, count_of

BEFORE, NOW = period_of(START, "quarter"), period_of(date(2024, 4, 1), "quarter")


def team_like(team_id: str, name: str = "", **changes: str) -> Team:
    """A team of the network, named after its id."""
    known = {"sector": "Hospital", "setting": "urban", "cohort": "1", "population": ""} | changes
    return Team(team_id=team_id, name=name or team_id.capitalize(), joined_on=None, left_on=None, **known)


def pair(words: str) -> GapSeries:
    """52/100 66/100 in two periods: before | now; one alone is now, with nothing before."""
    said = words.split("|") if "|" in words else ["not_due not_due", words]
    focus, reference = zip(*(part.split() for part in said), strict=True)
    return GapSeries((BEFORE, NOW), tuple(map(count_of, focus)), tuple(map(count_of, reference)))


def entries_of(table: str) -> list[Entry]:
    """One line a team: name, standing (core, own, none), then before | now."""
    found = []
    for line in filter(None, (line.strip() for line in table.splitlines())):
        name, standing, *counts = line.split(maxsplit=2)
        series = pair(counts[0]) if counts else None
        found.append(Entry(team_like(name.lower(), name), "" if standing == "none" else standing, (BEFORE.start, BEFORE.end), series))
    return found


def compared(table: str, *, network: str = "6000/10000 7000/10000", my_team: str = "", measure: Measure = MEASURE) -> Comparison:
    """These teams now, against a network with these counts; an empty network has none."""
    return comparison(entries_of(table), measure, NOW, network=pair(network) if network else None, my_team=my_team)
