"""How far teams are with equity practices, by quarter: a row for all, and one for each team."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card_foot, card_head
from components.definition_card import PRACTICES_URL
from components.report_calendar import CalendarRow, ShareRow
from components.selectors import turning
from components.stage_calendar import stage_calendar, used_cell
from components.team_record import stage_cell, stage_key
from data_access.practice_use import Practice
from equity.blanks import NOT_REPORTED, WORDS
from equity.catalogue import Team
from equity.listing import Listing, Value
from equity.numbers import plural
from equity.periods import Period
from equity.sentences.practices_page import NOTHING_TOLD, calendar_subtitle, practice_title, stage_teams_cell, together_cell, together_title
from equity.stages import STAGE_WORDS, count_in_use, stage_words
from pages._data_answer import scrolled, shown_card
from pages._frame import team_url
from pages._practices_answer import Answer

CALENDAR = "practices-calendar"
ALL = "All teams"


def calendar_card(answer: Answer) -> html.Section:
    """The whole card."""
    return shown_card(CALENDAR, calendar_head(answer), calendar_body(answer), calendar_foot(answer), has_grid=True)


def title_of(answer: Answer) -> str:
    """The finding of the latest quarter."""
    if not answer.quarters:
        return NOTHING_TOLD
    latest = answer.quarters[-1]
    if answer.practice:
        return practice_title(answer.practice.name, latest.label, answer.counts(answer.practice, latest))
    return together_title({one.name: answer.counts(one, latest) for one in answer.shown_practices}, latest.label)


def calendar_head(answer: Answer) -> list[Component]:
    means = f"{answer.practice.wording} ".lstrip() if answer.practice else ""
    return card_head(CALENDAR, title_of(answer), means + calendar_subtitle(is_all=answer.practice is None, is_whole=answer.is_whole))


def calendar_body(answer: Answer) -> list[Component]:
    """The calendar, its key, and the pages of a large network."""
    if not answer.quarters:
        return [html.P("Stages stand here once teams tell them.", className="quiet")]
    rows = [
        CalendarRow(team.name, team_url(team.team_id, answer.selection), states_of(answer, team), team.team_id == answer.mine) for team in answer.seen.teams
    ]
    caption = "Practices by team and quarter"
    cell = stage_cell if answer.practice else used_cell
    table = stage_calendar(answer.quarters, rows, caption=caption, together=together_rows(answer), cell=cell)
    key = [stage_key([state for row in rows for state in row.states])] if answer.practice and rows else []
    return [*turned(answer), scrolled(table, caption), *key]


def turned(answer: Answer) -> list[Component]:
    """Turning pages of teams, where there are several."""
    chosen, seen = answer.selection, answer.seen
    if seen.pages == 1:
        return []
    address = lambda page: f"/practices{chosen.but(calendar=str(page) if page > 1 else '').to_query()}#{CALENDAR}"  # noqa: E731
    return [html.Div(turning(seen.page, seen.pages, address_of=address, total=seen.total), className="pager")]


def states_of(answer: Answer, team: Team) -> tuple[str, ...]:
    """A team's stage of the chosen practice in each quarter; of all practices how many are in use; empty where it told nothing."""
    if answer.practice:
        return tuple(stage_of(answer, team, answer.practice, quarter) for quarter in answer.quarters)
    return tuple(used_words([stage_of(answer, team, one, quarter) for one in answer.shown_practices]) for quarter in answer.quarters)


def stage_of(answer: Answer, team: Team, practice: Practice, quarter: Period) -> str:
    return answer.stages[team.team_id].get((practice.practice_id, quarter), "")


def used_words(stages: list[str]) -> str:
    """3 of 7: those in use of those that were told."""
    told = [stage for stage in stages if stage]
    return f"{count_in_use(told)} of {len(told)}" if told else ""


def together_rows(answer: Answer) -> list[ShareRow]:
    """All teams: a row a practice, or of a chosen one a row a stage."""
    if answer.practice is None:
        return [ShareRow(f"{ALL}: {one.name}", tuple(together_cell(found) for found in by_quarter(answer, one))) for one in answer.shown_practices]
    cells = by_quarter(answer, answer.practice)
    return [
        ShareRow(f"{ALL}: {stage_words(stage)}", tuple(stage_teams_cell(found, stage) for found in cells)) for stage in stages_told(answer, answer.practice)
    ]


def by_quarter(answer: Answer, practice: Practice) -> list:
    return [answer.counts(practice, quarter) for quarter in answer.quarters]


def stages_told(answer: Answer, practice: Practice) -> list[str]:
    """The known stages in their order, then the network's own words."""
    told = {stage for found in by_quarter(answer, practice) for stage in found}
    return [*STAGE_WORDS, *sorted(told - set(STAGE_WORDS))]


def calendar_foot(answer: Answer) -> list[Component]:
    source = f"Told by the teams each quarter. n: {plural(answer.seen.total, 'team')}."
    return card_foot(source=source, table=None, csv_url=answer.csv("calendar"), defined=PRACTICES_URL, method="practices")


def calendar_listing(answer: Answer) -> Listing:
    """A row a team, practice and quarter; then how many teams of the network are at each stage."""
    head = ("team_id", "team", "practice", "period", "stage", "teams", "blank")
    return Listing(head, (*team_rows(answer), *count_rows(answer)))


def team_rows(answer: Answer) -> list[tuple[Value, ...]]:
    places = [(team, one, quarter) for team in answer.seen.teams for one in answer.shown_practices for quarter in answer.quarters]
    return [team_line(team, one, quarter, stage_of(answer, team, one, quarter)) for team, one, quarter in places]


def team_line(team: Team, practice: Practice, quarter: Period, stage: str) -> tuple[Value, ...]:
    return team.team_id, team.name, practice.name, quarter.label, stage_words(stage) if stage else None, None, "" if stage else WORDS[NOT_REPORTED]


def count_rows(answer: Answer) -> list[tuple[Value, ...]]:
    places = [(one, quarter, answer.counts(one, quarter)) for one in answer.shown_practices for quarter in answer.quarters]
    return [row for one, quarter, found in places for row in count_lines(one, quarter, found)]


def count_lines(practice: Practice, quarter: Period, found: dict[str, int]) -> list[tuple[Value, ...]]:
    """A row a stage."""
    where = ("", ALL.lower(), practice.name, quarter.label)
    return [(*where, stage_words(stage), teams, "") for stage, teams in sorted(found.items())]
