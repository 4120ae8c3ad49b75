"""Who is late and by how many days, what was skipped, who has to report next and when, and whom to ask."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card_foot, card_head
from components.network_cards import source_words
from components.report_tables import listed_table, or_nothing
from data_access.contacts import contacts
from equity.catalogue import Team
from equity.listing import Listing
from equity.overdue import TeamOwes, team_owes
from equity.sentences.data_page import due_subtitle, due_title, free_words, next_words, owed_words
from pages._data_answer import Answer, scrolled, shown_card
from pages._frame import team_url

DUE = "data-due"
LATE, NEXT = "late", "due next"


def due_card(answer: Answer) -> html.Section:
    return shown_card(DUE, due_head(answer), due_body(answer), due_foot(answer))


def owing(answer: Answer) -> list[tuple[Team, TeamOwes]]:
    """What each team shown owes on the network's day; none of those that work on nothing."""
    found = answer.asked.catalogue
    measures = {measure.measure_id: measure for measure in found.measures}
    return [(team, team_owes(team, found.network, measures, answer.log[team.team_id])) for team in answer.shown.teams if answer.log[team.team_id]]


def due_head(answer: Answer) -> list[Component]:
    as_of, teams = answer.asked.catalogue.network.as_of, owing(answer)
    late = [(team.name, owes.late.days(as_of)) for team, owes in teams if owes.late.reports]
    return card_head(DUE, due_title(late, len(teams)), due_subtitle([owes.next_due for _, owes in teams if owes.next_due], as_of))


def due_body(answer: Answer) -> list[Component]:
    teams = owing(answer)
    if not teams:
        return [html.P("No team shown here has anything to report.", className="quiet")]
    busy = [(team, owes) for team, owes in teams if owes.anything]
    rest = [html.P(said, className="quiet") for said in [free_words(len(teams) - len(busy), len(teams))] if said]
    return [*(owed_table(answer, busy) if busy else []), *rest]


def owed_table(answer: Answer, teams: list[tuple[Team, TeamOwes]]) -> list[Component]:
    """A row for each team that owes a report, or has one to send next."""
    known = contacts(answer.viewer, list(answer.names))
    # A column in which nobody is named would say nothing.
    named = known if any(known.values()) else {}
    head = ("Team", "Late with", "Days late", "Skipped before", "Due next", *(["Contact"] if named else []))
    rows = [due_cells(answer, team, owes, named) for team, owes in teams]
    mine = [place for place, (team, _) in enumerate(teams) if team.team_id == answer.mine]
    table = listed_table("What each team owes, in alphabetical order", head, rows, amounts=(2,), wordy=(1, 3, 4, 5), mine=mine)
    return [scrolled(table, "What each team owes")]


def due_cells(answer: Answer, team: Team, owes: TeamOwes, named: dict[str, str]) -> list:
    """One team's row; the contact only where the viewer sees the team's."""
    as_of, names = answer.asked.catalogue.network.as_of, answer.measure_names
    days = or_nothing(f"{owes.late.days(as_of):,}" if owes.late.reports else "")
    asks = [named[team.team_id] or "none named" if team.team_id in named else "not shown"] if named else []
    link = html.A(team.name, href=team_url(team.team_id, answer.asked.selection))
    said = (owed_words(owes.late, names), owed_words(owes.skipped, names), next_words(owes.next_due, names, as_of))
    late, skipped, coming = map(or_nothing, said)
    return [link, late, days, skipped, coming, *asks]


def due_foot(answer: Answer) -> list[Component]:
    rule = "Late: nothing has come since. Skipped: a later report came. All measures, three years; the file names every report."
    source = f"{source_words(answer.asked.catalogue.load)} {rule}"
    return card_foot(source=source, table=None, csv_url=answer.csv("due"), method="completeness")


def due_listing(answer: Answer) -> Listing:
    """A row for every report that is missing, and for each that is due next."""
    as_of = answer.asked.catalogue.network.as_of
    rows: list[tuple] = []
    for team, owes in owing(answer):
        who = (team.team_id, team.name)
        for kind, owed in ((LATE, owes.late), ("skipped", owes.skipped)):
            rows += [(*who, kind, one, report.period.label, report.due_on.isoformat(), (as_of - report.due_on).days) for one, report in owed.reports]
        due = owes.next_due
        rows += [(*who, NEXT, one, due.period.label, due.on.isoformat(), None) for one in due.measure_ids] if due else []
    return Listing(("team_id", "team", "report", "measure_id", "period", "due_on", "days_late"), tuple(rows))
