"""The file of the directory: a row a team, as the page shows them."""

from __future__ import annotations

from equity.blanks import WORDS
from equity.catalogue import Team
from equity.listing import Listing, Value, rounded
from pages._frame import file_context
from pages._teams_answer import Answer, terms_of

HEAD = (
    "team_id",
    "team",
    "sector",
    "setting",
    "cohort",
    "joined_on",
    "left_on",
    "population",
    "works_on",
    "chose_for_itself",
    "standing",
    "aim",
    "aim_on",
    "verdict",
    "fitted_start",
    "fitted_end",
    "last_report",
    "blank",
)


def directory_listing(answer: Answer) -> Listing:
    """Every team that is shown: who it is, what it works on, its aim, verdict and last report on the page's measure."""
    found, measure = answer.asked.catalogue, answer.asked.measure
    # A verdict is on the measure's own gap, whatever groups the reader compares elsewhere.
    own = answer.selection.but(stratifier=found.stratifier(measure.stratifier_id), group_code=measure.focus_group)
    context = file_context(answer.asked.but(selection=own), compared=measure.reference_group)
    return Listing(HEAD, tuple(row_of(answer, team) for team in answer.found.teams)).among(context)


def row_of(answer: Answer, team: Team) -> tuple[Value, ...]:
    place = (team.team_id, answer.asked.measure.measure_id)
    cell, last, terms = answer.cells[place], answer.last[place], terms_of(answer, team)
    shared, own = (";".join(one.measure_id for one in answer.terms[team.team_id] if one.standing == standing) for standing in ("core", "own"))
    days = (day.isoformat() if day else None for day in (team.joined_on, team.left_on))
    return (
        team.team_id,
        team.name,
        team.sector,
        team.setting,
        team.cohort,
        *days,
        team.population,
        shared,
        own,
        terms.standing if terms else None,
        terms.aim if terms else None,
        terms.aim_on.isoformat() if terms and terms.aim_on else None,
        cell.word,
        *(None if value is None else rounded(value) for value in (cell.start, cell.end)),
        last.period.label if last.period else None,
        WORDS[cell.blank] if cell.blank else "",
    )
