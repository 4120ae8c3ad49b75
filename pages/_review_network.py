"""What the network did, and what its people show: two parts that are never added together; then its practices and its maturity."""

from __future__ import annotations

from components import html
from components.cards import card, card_foot, card_head
from components.marks import verdict_line
from components.network_cards import protected_source, source_words
from components.review import points
from data_access.actions import actions_of
from data_access.change_ledger import ChangesWanted, whole_ledger
from data_access.changes import changes_of
from data_access.frameworks import frameworks
from data_access.network_counts import network_gap
from data_access.network_moves import network_moves
from data_access.practice_stages import stage_counts
from data_access.practice_use import practices
from data_access.teams import baseline
from data_access.verdict_grid import verdict_counts
from equity.catalogue import OVERALL, Measure
from equity.errors import NoReferenceGroup
from equity.listing import Listing
from equity.periods import QUARTER, Period, period_of
from equity.review import decisions_in, until
from equity.sentences import Names, headline, names_of
from equity.sentences.practices_page import used_of
from equity.sentences.review import CONTRIBUTION, NOT_ALONE, RESULTS, acted_words, decided_words, moved_up_words, practice_words
from equity.trend import GapTrend, gap_trend
from pages._review_answer import Answer

DID, SHOW, LEARNED = "review-did", "review-show", "review-learned"
FEW_LEVELS = "too few teams were scored to count them."


def did_card(answer: Answer) -> html.Section:
    """Work of the teams: changes and actions."""
    subtitle = "Work by the teams, as they wrote it down. It is no result."
    foot = card_foot(source=source_words(answer.catalogue.load), table=None, csv_url=answer.csv("did"), defined="/practices", method="review")
    return card(DID, head=card_head(DID, CONTRIBUTION, subtitle), body=[points(did_words(answer))], foot=foot, span="span-6")


def did_words(answer: Answer) -> list[str]:
    """Changes decided and in test, and actions against inequities: of the teams of this review."""
    return [decided_words(decisions(answer)), acted_of(answer)]


def decisions(answer: Answer) -> dict[str, int]:
    team_ids = {team.team_id for team in answer.teams}
    if answer.pages == 1:
        found = [change for change in whole_ledger(answer.viewer, ChangesWanted()) if change.team_id in team_ids]
    else:
        found = [change for changes in changes_of(answer.viewer, sorted(team_ids)).values() for change in changes]
    return decisions_in(((change.decision, change.started_on, change.ended_on) for change in found), answer.quarter)


def acted_of(answer: Answer) -> str:
    """Teams that had adopted and acted by the quarter's end."""
    day = answer.quarter.end
    actions = [actions_of(answer.viewer, team.team_id) for team in answer.teams]
    adopted = sum(any(action.adopted_on and action.adopted_on <= day for action in found) for found in actions)
    acted = sum(any(action.acted_on and action.acted_on <= day for action in found) for found in actions)
    return acted_words(adopted, acted, len(answer.teams), answer.quarter)


def did_listing(answer: Answer) -> Listing:
    return Listing(("contribution",), tuple((words,) for words in did_words(answer)))


def show_card(answer: Answer) -> html.Section:
    """The gaps of all core teams together, by the periods until the quarter's end."""
    items = [html.Li([verdict_line(trend.verdict.word), html.P(headline(trend, names).text)]) for _, trend, names in results(answer)]
    body = [html.Ul(items, className="review-results")] if items else [html.P("No measure is shared by the teams.", className="quiet")]
    foot = card_foot(source=protected_source(answer.catalogue), table=None, csv_url=answer.csv("show"), defined="/measures", method="verdict")
    return card(SHOW, head=card_head(SHOW, RESULTS, NOT_ALONE), body=body, foot=foot, span="span-6")


def results(answer: Answer) -> list[tuple[Measure, GapTrend, Names]]:
    """The network's gap of every outcome that teams share; where none is an outcome, of whatever they share."""
    core = {measure_id for measure_id, standing in verdict_counts(answer.viewer) if standing == "core"}
    shared = [measure for measure in answer.catalogue.measures if measure.measure_id in core and measure.has_gap]
    outcomes = [measure for measure in shared if measure.kind == "outcome"]
    found = [(measure, *network_trend(answer, measure)) for measure in outcomes or shared]
    return [one for one in found if one[1].latest]


def network_trend(answer: Answer, measure: Measure) -> tuple[GapTrend, Names]:
    stratifier = answer.catalogue.stratifier(measure.stratifier_id)
    try:
        gap = network_gap(answer.viewer, measure, stratifier, focus=measure.focus_group, reference=measure.reference_group)
    except NoReferenceGroup:
        gap = network_gap(answer.viewer, measure, stratifier, focus=measure.focus_group, reference=OVERALL)
    trend = gap_trend(until(gap.series, answer.quarter.end), measure, baseline(answer.viewer, measure))
    return trend, names_of(measure, stratifier.group(measure.focus_group), gap.reference)


def show_listing(answer: Answer) -> Listing:
    rows = ((measure.measure_id, measure.name, trend.verdict.word, headline(trend, names).text) for measure, trend, names in results(answer))
    return Listing(("measure_id", "measure", "verdict_of_the_network", "in_words"), tuple(rows))


def learned_card(answer: Answer) -> html.Section:
    """Practices in use in the quarter, and who had moved up by its end."""
    used, levels, label = practices_said(answer), maturity_said(answer), last_quarter(answer).label
    parts = [html.Div([html.H3(f"Practices in {label}"), points(used or [f"No team told of its practices in {label}."])])]
    parts.append(html.Div([html.H3("Maturity until its end"), points(levels or ["No framework is loaded."])]))
    subtitle = f"Of the whole network, by what teams told of {label} and by the scores until its end. People set both."
    foot = card_foot(source=source_words(answer.catalogue.load), table=None, csv_url=answer.csv("learned"), defined="/maturity", method="practices")
    head = card_head(LEARNED, "Practices and maturity of the network", subtitle)
    return card(LEARNED, head=head, body=[html.Div(parts, className="review-two")], foot=foot)


def last_quarter(answer: Answer) -> Period:
    """Practices are told by quarter: of a longer period its last."""
    return period_of(answer.quarter.end, QUARTER)


def practices_said(answer: Answer) -> list[str]:
    """How many teams use each practice, of those that told of the last quarter."""
    counts, said = stage_counts(answer.viewer), []
    for practice in practices(answer.viewer):
        place = (practice.practice_id, last_quarter(answer))
        if place in counts:
            said.append(practice_words(practice.name, *used_of(counts[place])))
    return said


def maturity_said(answer: Answer) -> list[str]:
    """How many teams had moved up on each framework."""
    said = []
    for framework in frameworks(answer.viewer):
        found = network_moves(answer.viewer, framework, until=answer.quarter.end)
        few = found.withheld or any(domain.withheld for domain in found.domains)
        said.append(f"{framework.name}: {FEW_LEVELS}" if few else moved_up_words(framework.name, found.up, found.again, found.scored))
    return said


def learned_listing(answer: Answer) -> Listing:
    rows = [("practice", words) for words in practices_said(answer)] + [("maturity", words) for words in maturity_said(answer)]
    return Listing(("about", "in_words"), tuple(rows))
