"""Who has reported: a calendar of teams and periods, of all teams or, in a large network, of those that are behind."""

from __future__ import annotations

from dataclasses import dataclass

from components import html
from components.cards import card, card_foot, card_head
from components.network_cards import source_words
from components.report_calendar import CalendarRow, report_calendar
from components.selectors import turning
from components.team_record import report_key
from data_access.behind import behind_teams
from data_access.reporting import ReportCalendar, reports_of
from data_access.teams import teams_page
from equity.listing import Listing
from equity.numbers import plural
from equity.report_states import REPORTED, STATE_WORDS, report_roll
from equity.sentences.network_reporting import behind_title, calendar_subtitle, reporting_title
from pages._frame import team_url
from pages._network_answer import BEHIND, WHOLE_GRID, Answer, csv_url

CARD = "network-reporting"
# A calendar as wide as the card: a period more makes the marks too small to tell apart.
LATEST = 9
# A page of the teams that are behind: as many as a reader goes through at once.
PAGE = 20


@dataclass(frozen=True, slots=True)
class Reporting:
    """The calendar that is shown: of every team, or of a page of those that are behind. names by team_id, in the order shown; behind: how many are."""

    names: dict[str, str]
    calendar: ReportCalendar
    is_whole: bool
    title: str
    page: int = 1
    pages: int = 1
    behind: int = 0


def reporting_of(answer: Answer) -> Reporting:
    """Ask for every team's reports, or in a large network for those that are behind."""
    found = teams_page(answer.viewer, size=WHOLE_GRID)
    if found.pages == 1:
        names = {team.team_id: team.name for team in found.teams}
        calendar = reports_of(answer.viewer, None, list(names), latest=LATEST)
        known = {team_id: calendar.states[team_id] for team_id in names if team_id in calendar.states}
        roll = report_roll(known)
        title = reporting_title(roll, names, calendar.periods[roll.place] if roll.place is not None else None)
        return Reporting({team_id: names[team_id] for team_id in known}, calendar, True, title)
    behind = behind_teams(answer.viewer)
    pages = max(1, -(-len(behind.teams) // PAGE))
    page = min(answer.behind_page, pages)
    names = dict(behind.teams[(page - 1) * PAGE : page * PAGE])
    title = behind_title(len(behind.teams), found.total, behind.period)
    return Reporting(names, reports_of(answer.viewer, None, list(names), latest=LATEST), False, title, page, pages, len(behind.teams))


def reporting_card(answer: Answer) -> html.Section:
    """The calendar, with what its marks mean."""
    shown = reporting_of(answer)
    states = [state for team_id in shown.names for state in shown.calendar.states.get(team_id, ())]
    subtitle = calendar_subtitle(shown.calendar.grain or "period", is_whole=shown.is_whole, untold=REPORTED in states)
    rows = [
        CalendarRow(name, team_url(team_id, answer.selection, measure_id=""), shown.calendar.states[team_id], team_id == answer.selection.team)
        for team_id, name in shown.names.items()
        if team_id in shown.calendar.states
    ]
    table = report_calendar(shown.calendar.periods, rows, caption="Reports by team and period")
    place = html.Div(table, className="grid-scroll", tabIndex=0, role="region", **{"aria-label": "Reports by team and period"})
    turn = turning(shown.page, shown.pages, address_of=lambda page: page_address(answer, page), total=shown.behind)
    turned = f"&{BEHIND}={shown.page}" if shown.pages > 1 else ""
    source = source_words(answer.catalogue.load, f"n: {plural(len(rows), 'team')}.")
    foot = card_foot(source=source, table=None, csv_url=csv_url("reporting", answer) + turned, method="completeness")
    body = [place, report_key(states), *([html.Div(turn, className="pager")] if shown.pages > 1 else [])]
    return card(CARD, head=card_head(CARD, shown.title, subtitle), body=body if rows else [], foot=foot, span="span-7", has_grid=bool(rows))


def page_address(answer: Answer, page: int) -> str:
    return f"/{answer.selection.to_query()}&{BEHIND}={page}#{CARD}"


def reporting_listing(answer: Answer) -> Listing:
    """A row a team and period, of the page that is shown."""
    shown = reporting_of(answer)
    rows = [
        (team_id, name, period.label, STATE_WORDS[state])
        for team_id, name in shown.names.items()
        for period, state in zip(shown.calendar.periods, shown.calendar.states.get(team_id, ()), strict=False)
    ]
    return Listing(("team_id", "team", "period", "report"), tuple(rows))
