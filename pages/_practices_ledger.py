"""What teams tested and decided: every change of the network, found by word, measure, decision and driver."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head
from components.report_tables import listed_table, or_nothing
from components.selectors import find_field, turning
from data_access.change_ledger import whole_ledger
from data_access.changes import Change
from data_access.teams import teams_of
from equity.listing import Listing
from equity.numbers import date_words
from equity.selection import comparable_measures
from equity.sentences.practices_page import LEDGER_RULE, ledger_title
from equity.sentences.team_page import DECISIONS
from pages._data_answer import scrolled
from pages._frame import team_url
from pages._practices_answer import Answer, wanted

LEDGER = "practices-ledger"
HEAD = ("Team", "Began", "Ended", "What was tested", "Driver", "Measures", "Decision")


def ledger_card(answer: Answer) -> html.Section:
    """The field stays where it is while what was found is replaced."""
    field = html.Div(find_field(answer.selection.find, LEDGER, label="Find words in the changes"), className="team-find")
    body = [field, html.Div(ledger_body(answer), id=f"{LEDGER}-body")]
    return card(LEDGER, head=ledger_head(answer), body=body, foot=ledger_foot(answer))


def title_of(answer: Answer) -> str:
    return ledger_title(answer.ledger.by_decision, answer.ledger.teams, is_whole=not answer.has_filter)


def ledger_head(answer: Answer) -> list[Component]:
    return card_head(LEDGER, title_of(answer), f"The latest begun first. {LEDGER_RULE}")


def ledger_body(answer: Answer) -> list[Component]:
    """The table and its pages; words alone where nothing was found."""
    changes = answer.ledger.changes
    if not changes:
        return [html.P("Take a filter away to see more." if answer.has_filter else "Changes stand here once teams write them down.", className="quiet")]
    names = team_names(answer, changes)
    mine = [place for place, change in enumerate(changes) if change.team_id == answer.mine]
    rows = [change_cells(answer, change, names) for change in changes]
    table = listed_table("Changes that teams tested, the latest begun first", HEAD, rows, wordy=(3, 5), mine=mine)
    return [*turned(answer), scrolled(table, "Changes that teams tested")]


def team_names(answer: Answer, changes: tuple[Change, ...]) -> dict[str, str]:
    return {team.team_id: team.name for team in teams_of(answer.viewer, sorted({change.team_id for change in changes}))}


def turned(answer: Answer) -> list[Component]:
    """Turning pages, where there are several."""
    found = answer.ledger
    if found.pages == 1:
        return []
    pages = turning(found.page, found.pages, address_of=lambda page: page_url(answer, page), total=found.total, noun="changes")
    return [html.Div(pages, className="pager")]


def page_url(answer: Answer, page: int) -> str:
    return f"/practices{answer.selection.but(page=page).to_query()}#{LEDGER}"


def change_cells(answer: Answer, change: Change, names: dict[str, str]) -> list:
    """One change."""
    link = html.A(names[change.team_id], href=team_url(change.team_id, answer.selection))
    return [
        link,
        date_words(change.started_on),
        ended_words(change),
        change.tested,
        or_nothing(change.driver),
        measures_cell(answer, change),
        DECISIONS[change.decision],
    ]


def ended_words(change: Change) -> Component | str:
    """The day on which it ended. What runs has none; what was decided may lack it."""
    if change.ended_on:
        return date_words(change.ended_on)
    return "still running" if change.decision == "running" else html.Span("no day given", className="quiet")


def measures_cell(answer: Answer, change: Change) -> Component:
    """The measures that it names, each with the way to the team's chart of it; a measure without a gap has no chart."""
    if not change.measure_ids:
        return html.Span("none named", className="quiet")
    return html.Ul([html.Li(measure_link(answer, change, measure_id)) for measure_id in change.measure_ids])


def measure_link(answer: Answer, change: Change, measure_id: str) -> Component | str:
    found = answer.asked.catalogue
    name = found.measure(measure_id).short_name
    if measure_id not in {measure.measure_id for measure in comparable_measures(found)}:
        return name
    return html.A(name, href=f"{team_url(change.team_id, answer.selection, measure_id=measure_id)}#team-run")


def ledger_foot(answer: Answer) -> list[Component]:
    source = "Written by the teams. A measure that a team hides is not named, and a change on nothing else is not shown."
    return card_foot(source=source, table=None, csv_url=answer.csv("ledger"))


def ledger_listing(answer: Answer) -> Listing:
    """Every change that fits, on all pages."""
    changes = whole_ledger(answer.viewer, wanted(answer.viewer, answer.selection))
    names = team_names(answer, changes)
    rows = (
        (
            change.change_id,
            change.team_id,
            names[change.team_id],
            change.started_on.isoformat(),
            change.ended_on.isoformat() if change.ended_on else None,
            change.tested,
            change.driver,
            "; ".join(change.measure_ids),
            DECISIONS[change.decision],
        )
        for change in changes
    )
    return Listing(("change_id", "team_id", "team", "began_on", "ended_on", "tested", "driver", "measures", "decision"), tuple(rows))
