"""What moved and who moved: a row a team, and what is told otherwise than a quarter ago."""

from __future__ import annotations

from components import html
from components.cards import card, card_foot, card_head
from components.marks import state_cell
from components.network_cards import source_words
from components.report_tables import listed_table
from components.tables import Cell
from equity import listing as listings
from equity.listing import Listing, Value
from equity.numbers import plural, record_words
from equity.rates import Estimate
from equity.review import moves
from equity.sentences.phrases import period_words
from equity.sentences.review import NO_AVERAGE, STATE_WORDS, changed_title, moved_cell
from equity.trend import GapTrend
from pages._data_answer import scrolled
from pages._frame import team_url
from pages._review_answer import Answer, Told
from pages._team_measures import gap_at, gap_said

MOVED, CHANGED = "review-moved", "review-changed"
HEAD = ("Team", "The gap it set out to close", "Baseline", "At the end", "Verdict", "Who moved")


def moved_card(answer: Answer) -> html.Section:
    """A row a team, in the order of the alphabet."""
    rows = [row_of(answer, team.team_id) for team in answer.teams]
    table = listed_table("The gap of each team, before and at the end", HEAD, rows, amounts=(2, 3), wordy=(1, 5))
    subtitle = (
        f"Baseline against the last period until the end of {period_words(answer.quarter)}, with its 95% interval. Teams in alphabetical order. {NO_AVERAGE}"
    )
    foot = card_foot(
        source=source_words(answer.catalogue.load, f"n: {plural(len(rows), 'team')}."),
        table=None,
        csv_url=answer.csv("moved"),
        defined="/measures",
        method="verdict",
    )
    place = scrolled(html.Div(table, className="drawn"), "Table of the gap of each team")
    return card(MOVED, head=card_head(MOVED, "What moved, and who moved", subtitle), body=[place], foot=foot, has_grid=True)


def row_of(answer: Answer, team_id: str) -> list[Cell]:
    """One team's gap."""
    told, team = answer.leads[team_id], next(team for team in answer.teams if team.team_id == team_id)
    link = html.A(team.name, href=team_url(team_id, answer.asked.selection, measure_id=told.measure.measure_id if told else ""))
    if told is None:
        return [link, "none", "none", "none", state_cell(None, answer.states[team_id].blank), "It works on no measure with a gap."]
    names = answer.names(told)
    measure = html.Span([told.measure.name, html.Br(), html.Span(f"{names.focus} against {names.reference}", className="quiet")])
    return [link, measure, *gap_cells(told), state_cell(told.state.word, told.state.blank), moved_cell(told.trend, names, told.state)]


def gap_cells(told: Told) -> list[Cell]:
    """Baseline and latest, or the blank in both."""
    latest = told.trend.latest
    if told.state.word is None or latest is None:
        return [state_cell(None, told.state.blank)] * 2
    now, likely = gap_said(told.trend, latest)
    return [record_words(baseline_of(told.trend), told.trend.measure), html.Span([now, html.Br(), html.Span(likely, className="quiet")])]


def baseline_of(trend: GapTrend) -> Estimate:
    """The gap of the baseline on the measure's own scale."""
    return trend.baseline_ratio if trend.measure.scale == "ratio" else trend.baseline_gap


def moved_listing(answer: Answer) -> Listing:
    """The same as numbers; a team without a gap has its row too."""
    head = ("team_id", "team", "measure_id", "measure", "scale", "baseline_gap", "period", *listings.interval("gap"), "verdict", "blank", "who_moved")
    return Listing(head, tuple(listed(answer, told, team.team_id, team.name) for team in answer.teams for told in [answer.leads[team.team_id]]))


def listed(answer: Answer, told: Told | None, team_id: str, name: str) -> tuple[Value, ...]:
    """One row of the file."""
    state = answer.states[team_id]
    said = (STATE_WORDS[state.word] if state.word else None, STATE_WORDS[state.key] if state.blank else "")
    if told is None:
        return (team_id, name, None, None, None, None, None, None, None, None, *said, "")
    measure, latest = told.measure, told.trend.latest
    shown = (None,) * 5
    if state.word and latest:
        shown = (listings.rounded(baseline_of(told.trend).value), latest.period.label, *listings.three(gap_at(told.trend, latest)))
    return (team_id, name, measure.measure_id, measure.name, measure.scale, *shown, *said, moved_cell(told.trend, answer.names(told), state))


def changed_card(answer: Answer) -> html.Section | None:
    """What is told otherwise than a quarter ago; None where there is no review of that quarter."""
    if answer.before is None:
        return None
    names = {team.team_id: team.name for team in answer.teams}
    rows = [[names[team_id], state_cell(then.word, then.blank), state_cell(now.word, now.blank)] for team_id, then, now in changed(answer)]
    head = ("Team", answer.before.label, answer.quarter.label)
    table = [scrolled(listed_table("Teams that are told otherwise", head, rows), "Teams that are told otherwise")] if rows else []
    subtitle = "Both by the rule on the periods until then, and from the numbers that are here today."
    foot = card_foot(source=source_words(answer.catalogue.load), table=None, csv_url=answer.csv("changed"), method="review")
    return card(CHANGED, head=card_head(CHANGED, changed_title(len(rows), answer.before), subtitle), body=table, foot=foot)


def changed(answer: Answer) -> list[tuple]:
    return moves(answer.states_before, answer.states)


def changed_listing(answer: Answer) -> Listing:
    """A row a team that is told otherwise."""
    names = {team.team_id: team.name for team in answer.teams}
    before = answer.before.label if answer.before else None
    rows = ((team_id, names[team_id], before, STATE_WORDS[then.key], answer.quarter.label, STATE_WORDS[now.key]) for team_id, then, now in changed(answer))
    return Listing(("team_id", "team", "before", "verdict_or_blank_before", "now", "verdict_or_blank_now"), tuple(rows))
