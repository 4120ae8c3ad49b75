"""Behind a review: how it is made and where it ends, and every gap of every team as numbers."""

from __future__ import annotations

from components import html
from components.cards import card, card_foot, card_head
from components.marks import state_cell
from components.network_cards import protected_source, source_words
from components.report_tables import listed_table
from components.review import points
from components.tables import Cell
from equity import listing as listings
from equity.listing import Listing, Value
from equity.sentences.phrases import period_words
from equity.sentences.review import STATE_WORDS, limits
from pages._data_answer import scrolled
from pages._review_answer import Answer, Told
from pages._review_moved import baseline_of, gap_cells
from pages._team_measures import gap_at

METHODS, GAPS = "review-methods", "review-gaps"


def methods_card(answer: Answer) -> html.Section:
    """What a reader must know before quoting a number."""
    head = card_head(METHODS, "Methods and limits", "What this review is made from, and what it may not be taken for.")
    body = [points(limits(answer.quarter, answer.catalogue.network.as_of))]
    foot = card_foot(source=protected_source(answer.catalogue), table=None, csv_url=None, defined="/measures", method="review")
    return card(METHODS, head=head, body=body, foot=foot)


def every_gap(answer: Answer) -> list[tuple[Told, bool]]:
    """Every gap of every team, each team's own first; and whether the team counts on it."""
    leads = [told for told in answer.leads.values() if told]
    return [(told, told is lead) for lead in leads for told in (lead, *answer.others(lead))]


def gaps_card(answer: Answer) -> html.Section:
    """A row a team and measure."""
    rows = [gap_row(told, is_lead=is_lead) for told, is_lead in every_gap(answer)]
    head = ("Team", "Measure", "Baseline", "At the end", "Verdict")
    table = listed_table("Every gap of every team", head, rows, amounts=(2, 3), wordy=(1,))
    subtitle = "A star marks the gap that a team counts on. Each row is of its own kind: they are not added up."
    foot = card_foot(source=source_words(answer.catalogue.load), table=None, csv_url=answer.csv("gaps"), defined="/measures", method="verdict")
    title = f"Every gap at the end of {period_words(answer.quarter)}"
    return card(GAPS, head=card_head(GAPS, title, subtitle), body=[scrolled(table, "Table of every gap")] if rows else [], foot=foot)


def gap_row(told: Told, *, is_lead: bool) -> list[Cell]:
    """One gap."""
    return [told.team.name, f"{told.measure.name}{' *' if is_lead else ''}", *gap_cells(told), state_cell(told.state.word, told.state.blank)]


def gaps_listing(answer: Answer) -> Listing:
    """The same as numbers."""
    head = ("team_id", "team", "measure_id", "measure", "counts_on_it", "scale", "baseline_gap", "period", *listings.interval("gap"), "verdict", "blank")
    return Listing(head, tuple(gap_values(told, is_lead=is_lead) for told, is_lead in every_gap(answer)))


def gap_values(told: Told, *, is_lead: bool) -> tuple[Value, ...]:
    """One row of the file."""
    measure, latest, state = told.measure, told.trend.latest, told.state
    shown: tuple[Value, ...] = (None,) * 5
    if state.word and latest:
        shown = (listings.rounded(baseline_of(told.trend).value), latest.period.label, *listings.three(gap_at(told.trend, latest)))
    said = (STATE_WORDS[state.word] if state.word else None, STATE_WORDS[state.blank] if state.blank else "")
    return (told.team.team_id, told.team.name, measure.measure_id, measure.name, "yes" if is_lead else "no", measure.scale, *shown, *said)
