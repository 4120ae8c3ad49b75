"""How good each team's reports on the chosen measure are, and why. In alphabetical order: nobody is ranked."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card_foot, card_head
from components.definition_card import definition_url
from components.network_cards import source_words
from components.report_tables import grade_cell, listed_table, or_nothing
from equity.data_quality import rule_words
from equity.listing import Listing
from equity.sentences.data_page import quality_title
from pages._data_answer import Answer, scrolled, shown_card
from pages._frame import team_url

QUALITY = "data-quality"


def quality_card(answer: Answer) -> html.Section:
    return shown_card(QUALITY, quality_head(answer), quality_body(answer), quality_foot(answer))


def quality_head(answer: Answer) -> list[Component]:
    title = quality_title(answer.measure.short_name, [quality.grade for quality in answer.grades.values()])
    return card_head(QUALITY, title, "The grade of a team's reports is that of its weakest check. Teams in alphabetical order.")


def quality_body(answer: Answer) -> list[Component]:
    if not answer.grades:
        return [html.P("There is nothing to grade here.", className="quiet")]
    rows = [
        [
            html.A(answer.names[team_id], href=team_url(team_id, answer.asked.selection)),
            grade_cell(quality),
            " ".join(check.reason for check in quality.checks),
            or_nothing(" ".join(quality.to_do)),
        ]
        for team_id, quality in answer.grades.items()
    ]
    mine = [place for place, team_id in enumerate(answer.grades) if team_id == answer.mine]
    table = listed_table(f"Quality of reports on {answer.measure.name}", ("Team", "Grade", "Why", "To do"), rows, wordy=(2, 3), mine=mine)
    return [scrolled(table, "Quality of reports by team"), html.P(rule_words(), className="quality-rule")]


def quality_foot(answer: Answer) -> list[Component]:
    return card_foot(
        source=source_words(answer.asked.catalogue.load), table=None, csv_url=answer.csv("quality"), defined=definition_url(answer.measure), method="quality"
    )


def quality_listing(answer: Answer) -> Listing:
    """A row for each check of each team."""
    rows = [
        (team_id, answer.names[team_id], quality.words, check.name, check.grade or "", check.reason, check.do)
        for team_id, quality in answer.grades.items()
        for check in quality.checks
    ]
    return Listing(("team_id", "team", "grade", "check", "check_grade", "why", "to_do"), tuple(rows))
