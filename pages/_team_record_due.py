"""What is due next for a team: reports, the next convening, its aims."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from components import html
from components.cards import card, card_foot, card_head
from components.team_record import due_list
from data_access.reported_until import reported_until
from data_access.teams import TeamMeasure, measures_of_teams
from equity.catalogue import Team
from equity.due import DueNext, due_next
from equity.listing import Listing
from equity.numbers import capitalised, date_words, plural, within_sentence
from equity.sentences.team_record import due_title, left_words, measure_words, report_words
from pages._frame import Asked
from pages._team_record_file import record_context, record_url


def works_on(asked: Asked, team: Team) -> dict[str, TeamMeasure]:
    """On what terms the team works on each of its measures."""
    return {terms.measure_id: terms for terms in measures_of_teams(asked.viewer, [team.team_id])[team.team_id]}


def due_of(asked: Asked, team: Team) -> DueNext:
    """What lies before the team on the network's day."""
    terms, found = works_on(asked, team), asked.catalogue
    measures = [measure for measure in found.measures if measure.measure_id in terms]
    reported = reported_until(asked.viewer, measures, team.team_id)
    aims = {measure_id: one.aim_on for measure_id, one in terms.items() if one.aim is not None}
    return due_next(team, found.network, measures, found.events, reported=reported, aims=aims)


def due_card(asked: Asked, team: Team) -> html.Section:
    """Days in their order, each with what is to be done until then."""
    due, as_of = due_of(asked, team), asked.catalogue.network.as_of
    rows = due_rows(due, names_of(asked), as_of)
    body = [due_list(rows)] if rows else [html.P("No report, convening or aim lies ahead.", className="quiet")]
    foot = card_foot(source=f"Counted from {date_words(as_of)}.", table=None, csv_url=record_url("due", team), method="blanks")
    return card(
        "team-due", head=card_head("team-due", due_title(due, as_of), "Days on which something is due, in their order."), body=body, foot=foot, span="span-5"
    )


def names_of(asked: Asked) -> dict[str, str]:
    return {measure.measure_id: within_sentence(measure.short_name) for measure in asked.catalogue.measures}


def due_rows(due: DueNext, names: Mapping[str, str], as_of: date) -> list[tuple[str, str, str]]:
    """(day, what, more), by day."""
    rows = [(one.on, f"Reports for {report_words(one.period)}", measure_words(one.measure_ids, names)) for one in due.reports]
    if due.convening:
        rows.append((due.convening.starts_on, due.convening.name, due.convening.place))
    rows += [
        (
            one.on,
            "Aim to be reached" if len(one.measure_ids) == 1 else f"{capitalised(plural(len(one.measure_ids), 'aim'))} to be reached",
            measure_words(one.measure_ids, names),
        )
        for one in due.aims
    ]
    return [(date_words(day), f"{what}, {left_words(day, as_of)}", more) for day, what, more in sorted(rows)]


def due_listing(asked: Asked, team: Team) -> Listing:
    """A row for each day and thing."""
    due = due_of(asked, team)
    rows = [(one.on.isoformat(), "report", one.period.label, ";".join(one.measure_ids)) for one in due.reports]
    rows += [(one.on.isoformat(), "aim", "", ";".join(one.measure_ids)) for one in due.aims]
    rows += [(due.convening.starts_on.isoformat(), "convening", due.convening.name, "")] if due.convening else []
    return Listing(("team_id", "team", "due_on", "kind", "what", "measures"), tuple((team.team_id, team.name, *row) for row in sorted(rows))).among(
        record_context(asked)
    )
