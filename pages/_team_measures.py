"""All measures of a team in one table: each gap now, its course, its verdict; a name opens the measure."""

from __future__ import annotations

from math import isfinite

from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head
from components.network_cards import source_words
from components.team_tables import MeasureRow, measures_table
from equity import listing as listings
from equity.blanks import HIDDEN, WORDS
from equity.catalogue import Measure
from equity.gap_process import gap_states
from equity.groups import people_of
from equity.listing import Listing
from equity.numbers import RATIO_PLACES, capitalised, interval_words, places_of, record_words
from equity.rates import Estimate
from equity.sentences import cell_sentence
from equity.sentences.charts import AIM_WORDS, GAP_SIGNALS
from equity.sentences.team_page import measures_title
from equity.trend import GapPoint, GapTrend
from pages._team_answer import Answer
from pages._team_lead import measure_url

SUBTITLE = (
    "Each with its gap of record and 95% interval. Own: this team chose it for itself, and its numbers are in no network total. A name opens the measure's "
    "charts. Chart signal: whether the latest gap belongs to a pattern that chance seldom brings. Aim: whether the gap, as it runs now, will meet it."
)


def measures_card(answer: Answer) -> html.Section:
    table = measures_table([measure_row(answer, measure) for measure in answer.measures], caption="Every measure of this team whose groups can be compared")
    scroll = {"tabIndex": 0, "role": "region", "aria-label": "All measures of this team"}
    return card(
        "team-measures",
        head=measures_head(answer),
        body=[html.Div(table, id="team-measures-body", className="grid-scroll", **scroll)],
        foot=measures_foot(answer),
    )


def measures_head(answer: Answer) -> list[Component]:
    return card_head("team-measures", measures_title([answer.cells[measure.measure_id].word for measure in answer.measures]), SUBTITLE)


def measures_foot(answer: Answer) -> list[Component]:
    return card_foot(source=source_words(answer.catalogue.load), table=None, csv_url=answer.csv("measures"), defined="/measures", method="verdict")


def measure_row(answer: Answer, measure: Measure) -> MeasureRow:
    trend, cell = answer.gaps[measure.measure_id], answer.cells[measure.measure_id]
    latest = trend.latest
    line = [gap_at(trend, point).value for point in trend.points]
    known = [value for value in line if isfinite(value)]
    nothing = 1.0 if measure.scale == "ratio" else 0.0
    group = answer.catalogue.stratifier(measure.stratifier_id).group(answer.terms[measure.measure_id].focus_group or measure.focus_group)
    numbers = {name: value for name, value in (("start", cell.start), ("end", cell.end), ("detectable", cell.detectable)) if value is not None}
    return MeasureRow(
        measure.name,
        f"{measure_url(answer, measure)}#team-run",
        f"{capitalised(answer.terms[measure.measure_id].standing)}: {people_of(group, measure)}",
        *(gap_said(trend, latest) if latest else (None, "")),
        next((point.blank for point in reversed(trend.points) if point.blank), None),
        line,
        (min([nothing, *known]), max([nothing, *known])),
        cell_sentence(answer.team.name, measure, word=cell.word, blank=cell.blank, crossed=cell.crossed, **numbers),
        cell.word,
        cell.blank,
        measure == answer.measure,
        signals_of(answer, measure),
    )


def states_of(answer: Answer, measure: Measure) -> tuple[str, str | None] | None:
    """What the rules of charts say of a gap, and whether it will meet the team's aim; None where its verdict is hidden: they tell as much."""
    if answer.cells[measure.measure_id].blank == HIDDEN:
        return None
    return gap_states(answer.gaps[measure.measure_id], answer.terms[measure.measure_id].aim)


def signals_of(answer: Answer, measure: Measure) -> list[tuple[str, str]]:
    """The same as marks with their words."""
    states = states_of(answer, measure)
    if states is None:
        return []
    change, aim = states
    return [(f"signal-{slug(change)}", GAP_SIGNALS[change]), (f"aim-{slug(aim or 'none')}", AIM_WORDS[aim])]


def slug(state: str) -> str:
    """A state as a style sheet names it."""
    return state.replace(" ", "-")


def gap_at(trend: GapTrend, point: GapPoint) -> Estimate:
    """The gap of a point on its measure's own scale."""
    return point.ratio if trend.measure.scale == "ratio" else point.gap


def gap_said(trend: GapTrend, latest: GapPoint) -> tuple[str, str]:
    """8.7 points; 3.3 to 14.0, Q3 2026."""
    gap, multiplier = gap_at(trend, latest), trend.measure.multiplier
    by_ratio = trend.measure.scale == "ratio"
    likely = interval_words(gap, RATIO_PLACES if by_ratio else places_of(multiplier, gap.value))
    return record_words(gap, trend.measure), f"{likely}, {latest.period.label}"


def measures_listing(answer: Answer) -> Listing:
    head = ("measure_id", "measure", "standing", "period", *listings.interval("gap"), "scale", "verdict", "blank", "chart_signal", "aim", "aim_met")
    rows = []
    for measure in answer.measures:
        trend, cell = answer.gaps[measure.measure_id], answer.cells[measure.measure_id]
        latest = trend.latest
        numbers = listings.three(gap_at(trend, latest)) if latest else (None, None, None)
        said = (cell.word, WORDS[cell.blank] if cell.blank else "")
        standing = answer.terms[measure.measure_id].standing
        change, met = states_of(answer, measure) or (None, None)
        aim = answer.terms[measure.measure_id].aim
        rows.append((measure.measure_id, measure.name, standing, latest.period.label if latest else None, *numbers, measure.scale, *said, change, aim, met))
    return Listing(head, tuple(rows))
