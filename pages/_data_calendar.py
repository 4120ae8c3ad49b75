"""Who has reported: teams and periods, on all measures together or on one; what all of them come to; and the five blanks."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head
from components.network_cards import source_words
from components.report_calendar import CalendarRow, ShareRow, report_calendar
from components.report_tables import blanks_list, blanks_places
from components.selectors import find_field, turning
from components.team_record import report_key
from equity.blanks import ZERO_EVENTS
from equity.listing import Listing
from equity.numbers import plural
from equity.report_states import REPORTED, STATE_WORDS, PeriodShare, period_shares, report_roll
from equity.sentences.data_page import in_time_cells, share_cells
from equity.sentences.network_reporting import behind_title, calendar_subtitle, reporting_title
from pages._data_answer import ALONE, Answer, scrolled, shown_card
from pages._frame import team_url

CALENDAR, BLANKS = "data-calendar", "data-blanks"
# A report is never zero events.
STATES = [state for state in STATE_WORDS if state != ZERO_EVENTS]


def calendar_card(answer: Answer) -> html.Section:
    return shown_card(CALENDAR, calendar_head(answer), calendar_body(answer), calendar_foot(answer), has_grid=True)


def title_of(answer: Answer) -> str:
    """How many teams reported for the latest period that is due, and who did not; of a large network how many are behind."""
    if answer.shown.behind:
        return behind_title(len(answer.shown.behind.teams), answer.network_teams, answer.shown.behind.period)
    states, periods = answer.calendar.states, answer.calendar.periods
    roll = report_roll({team_id: states[team_id] for team_id in answer.names if team_id in states})
    return reporting_title(roll, answer.names, periods[roll.place] if roll.place is not None else None)


def calendar_head(answer: Answer) -> list[Component]:
    is_found = bool(answer.asked.selection.find)
    untold = any(REPORTED in states for states in answer.calendar.states.values())
    what = answer.measure.name if answer.view == ALONE else ""
    subtitle = calendar_subtitle(answer.calendar.grain or "period", is_whole=answer.shown.is_whole or is_found, untold=untold, measure=what)
    return card_head(CALENDAR, title_of(answer), subtitle)


def calendar_body(answer: Answer) -> list[Component]:
    """The calendar, its key, and the pages of a large network."""
    periods, states = answer.calendar.periods, answer.calendar.states
    rows = [CalendarRow(name, team_url(team_id, answer.asked.selection), states[team_id], team_id == answer.mine) for team_id, name in shown_rows(answer)]
    turn = [] if answer.shown.is_whole else [html.Div(turned(answer), className="pager")]
    if not rows:
        return [*turn, html.P("No report of a team can be shown here.", className="quiet")]
    table = report_calendar(periods, rows, caption="Reports by team and period", shares=share_rows(answer))
    return [*turn, scrolled(table, "Reports by team and period"), report_key(STATES)]


def shown_rows(answer: Answer) -> list[tuple[str, str]]:
    """(team_id, name) of the teams that have anything to report."""
    return [(team_id, name) for team_id, name in answer.names.items() if team_id in answer.calendar.states]


def shares_of(answer: Answer) -> tuple[PeriodShare, ...]:
    return period_shares([answer.calendar.states[team_id] for team_id, _ in shown_rows(answer)])


def share_rows(answer: Answer) -> list[ShareRow]:
    """What the teams shown come to; in time only where of any period the days are known."""
    shares = shares_of(answer)
    who = "All teams" if answer.shown.is_whole else "Teams of this page"
    in_time = [ShareRow(f"{who}: on time", in_time_cells(shares))] if any(one.came and one.in_time is not None for one in shares) else []
    return [ShareRow(f"{who}: came", share_cells(shares)), *in_time]


def turned(answer: Answer) -> list[Component]:
    """Finding a team, and turning pages."""
    chosen, shown = answer.asked.selection, answer.shown
    pages = turning(shown.page, shown.pages, address_of=lambda page: f"/data{chosen.but(page=page).to_query()}#{CALENDAR}", total=shown.total)
    return [find_field(chosen.find, CALENDAR, turns=True), *(pages if shown.pages > 1 else [])]


def calendar_foot(answer: Answer) -> list[Component]:
    source = source_words(answer.asked.catalogue.load, f"n: {plural(len(shown_rows(answer)), 'team')}.")
    return card_foot(source=source, table=None, csv_url=answer.csv("calendar"), method="completeness")


def calendar_listing(answer: Answer) -> Listing:
    """A row a team and period, then what all of them come to."""
    periods, states = answer.calendar.periods, answer.calendar.states
    rows = [
        (team_id, name, period.label, STATE_WORDS[state], None, None, None)
        for team_id, name in shown_rows(answer)
        for period, state in zip(periods, states[team_id], strict=True)
    ]
    # Without a team there is no share of any period.
    shares = zip(periods, shares_of(answer), strict=False)
    rows += [("", "teams shown together", period.label, "", one.due, one.came, one.in_time) for period, one in shares]
    return Listing(("team_id", "team", "period", "report", "due", "came", "on_time"), tuple(rows))


def blanks_card(answer: Answer) -> html.Section:
    """The five blanks in plain words; nothing here hangs on a choice."""
    head = card_head(BLANKS, "A missing number always says why", "Five reasons are kept apart on every page, by a mark and a word.")
    foot = card_foot(source="The same in every chart, table, file and spoken text.", table=None, csv_url=None, method="blanks")
    return card(BLANKS, head=head, body=[blanks_list(), blanks_places()], foot=foot, span="span-5")
