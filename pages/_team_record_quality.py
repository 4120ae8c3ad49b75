"""How good a team's reports are on the chosen measure: who is in no group, what came late or not at all, how many people, and the grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head, chart
from components.definition_card import definition_url
from components.network_cards import protected_source
from components.tables import Cell, data_table
from components.team_record import fact_words, quality_fact, report_key, report_marks
from components.unknown_card import share_cell
from data_access.reporting import reports_of
from data_access.team_groups import team_groups
from data_access.unknown_share import unknown_share
from equity.blanks import HIDDEN, NOT_APPLICABLE, NOT_DUE, NOT_REPORTED
from equity.catalogue import ALL, OVERALL, Team
from equity.counted import counted_values, counted_words, size_words
from equity.counts import Count
from equity.data_quality import DataQuality, quality_of_reports, rule_words
from equity.listing import SHARE_HEAD, Listing, count_blank, share_values
from equity.numbers import capitalised, count_words, percent_words, within_sentence
from equity.periods import Period
from equity.report_states import CAME, DUE, LATE, PART, STATE_WORDS
from equity.sentences.phrases import grain_word
from equity.sentences.team_record import missing_words, people_words, quality_title, then_words
from figures.small_line import FEWEST_FOR_MIDDLE, SmallPoint, small_line_figure
from pages._frame import Asked, body_outputs, card_outputs, chart_outputs, csv_url, file_context

CARD = "team-quality"
NOTHING = Count(None, None, NOT_APPLICABLE)
SHARE, PEOPLE, REPORTS, GRADE = (f"{CARD}-{name}" for name in ("share", "people", "reports", "grade"))
OUTPUTS = [
    *card_outputs(CARD),
    *body_outputs(*(f"{part}-fact" for part in (SHARE, PEOPLE, REPORTS, GRADE))),
    *chart_outputs(f"{SHARE}-chart", f"{PEOPLE}-chart"),
]


@dataclass(frozen=True, slots=True)
class Reports:
    """What a team reported on one measure.

    shares: unknown over everyone, one a shown period; everyone: how many people each period counts; told: (period, state) of every report.
    """

    periods: tuple[Period, ...]
    shares: tuple[Count, ...]
    everyone: tuple[Count, ...]
    told: tuple[tuple[Period, str], ...]
    has_unknown: bool

    @property
    def states(self) -> tuple[tuple[Period, str], ...]:
        """The reports that were due by now."""
        return tuple((period, state) for period, state in self.told if state in DUE)

    @property
    def is_hidden(self) -> bool:
        """True where the team shows these reports to nobody else."""
        return bool(self.told) and {state for _, state in self.told} == {HIDDEN}

    def named(self, *states: str) -> list[str]:
        """The periods in one of these states."""
        return [period.label for period, one in self.states if one in states]

    @property
    def unknown(self) -> list[float]:
        """Percent of people in no group, in the periods in which it is known."""
        return [100 * count.numerator / count.denominator for count in self.shares if count.known]

    @property
    def people(self) -> list[Count]:
        return [count for count in self.everyone if count.known]


def reports_on(asked: Asked, team: Team) -> Reports:
    """The chosen measure's reports of this team."""
    measure, stratifier = asked.measure, asked.selection.stratifier
    share = unknown_share(asked.viewer, measure, stratifier, [team.team_id])
    counts = share.teams.get(team.team_id, (NOTHING,) * len(share.periods))
    calendar = reports_of(asked.viewer, measure, [team.team_id])
    told = tuple(zip(calendar.periods, calendar.states.get(team.team_id, ()), strict=False))
    has_unknown = any(group.kind != "group" for group in stratifier.groups)
    return Reports(share.periods, counts, counts if has_unknown else everyone_of(asked, team, share.periods), told, has_unknown)


def everyone_of(asked: Asked, team: Team, periods: Sequence[Period]) -> tuple[Count, ...]:
    """The team's totals, where no unknown share tells them."""
    totals = team_groups(asked.viewer, asked.measure, asked.catalogue.stratifier(OVERALL), team.team_id, focus=ALL, reference=OVERALL)
    by_period = dict(zip(totals.periods, totals.groups[ALL], strict=True))
    return tuple(by_period.get(period, NOTHING) for period in periods)


def quality_of(asked: Asked, reports: Reports) -> DataQuality:
    return quality_of_reports([state for _, state in reports.told], reports.shares, asked.measure.people)


def quality_card(asked: Asked, team: Team) -> html.Section:
    """Four facts and what they come to."""
    reports = reports_on(asked, team)
    said = f"{CARD}-said"
    facts = [
        quality_fact(f"{SHARE}-fact", share_fact(asked, reports), chart(f"{SHARE}-chart", share_figure(reports), said_by=said)),
        quality_fact(f"{REPORTS}-fact", reports_fact(reports)),
        quality_fact(f"{PEOPLE}-fact", people_fact(asked, reports), chart(f"{PEOPLE}-chart", people_figure(reports), said_by=said)),
        quality_fact(f"{GRADE}-fact", grade_fact(asked, reports)),
    ]
    return card(
        CARD,
        head=head_of(asked, reports),
        body=[html.Div(facts, className="quality"), html.P(rule_words(), className="quality-rule")],
        foot=foot_of(asked, team, reports),
    )


def share_fact(asked: Asked, reports: Reports) -> list[Component]:
    """Who is in no group: now, and at the start."""
    name = f"{asked.selection.stratifier.name} unknown"
    if not reports.has_unknown:
        return fact_words(name, "Not told", "These files have no group for people whose group is unknown or declined.")
    known = [(period, count) for period, count in zip(reports.periods, reports.shares, strict=True) if count.known]
    if not known:
        return fact_words(name, "Not known", "No period has a share that may be shown.")
    return fact_words(name, percent_words(reports.unknown[-1]), then_words(reports.unknown[0], known[0][0].label, known[-1][0].label))


def share_figure(reports: Reports) -> dict:
    """The run chart of the unknown share."""
    points = [
        SmallPoint(period, 100 * count.numerator / count.denominator if count.known else None, blank_of(count), share_words(period, count))
        for period, count in zip(reports.periods, reports.shares, strict=True)
    ]
    return small_line_figure(points, unit="%", places=1, middle=True, nothing="Nothing can be drawn.")


def blank_of(count: Count) -> str | None:
    return None if count.known else count.blank or NOT_APPLICABLE


def share_words(period: Period, count: Count) -> str:
    return f"<b>{period.label}</b><br>{counted_words(count)}" if count.known else period.label


def reports_fact(reports: Reports) -> list[Component]:
    """What came, what is missing by name, and a mark for every report."""
    name = "Reports that came"
    if not reports.states:
        return fact_words(name, "Hidden" if reports.is_hidden else "None due", "" if reports.is_hidden else "No report is due yet.")
    states = [state for _, state in reports.states]
    came = f"{count_words(sum(state in CAME for state in states))} of {count_words(len(states))}"
    marks = [report_marks([(period.label, state) for period, state in reports.states]), report_key(states)]
    return [*fact_words(name, came, missing_words(reports.named(NOT_REPORTED), reports.named(LATE, PART))), *marks]


def people_fact(asked: Asked, reports: Reports) -> list[Component]:
    """How many people a period's numbers rest on."""
    name = f"{capitalised(asked.measure.people)} counted in a {grain_word(asked.measure)}"
    if not reports.people:
        return fact_words(name, "Not known", "No period has a number that may be shown.")
    return fact_words(name, size_words(reports.people[-1]), people_words(reports.people))


def people_figure(reports: Reports) -> dict:
    """How many people each period counts, or the range that it lies in."""
    points = [people_point(period, count) for period, count in zip(reports.periods, reports.everyone, strict=True)]
    return small_line_figure(points, nothing="Nothing can be drawn.")


def people_point(period: Period, count: Count) -> SmallPoint:
    """One period. A range without an upper end is a mark at its lower one."""
    if not count.known:
        return SmallPoint(period, None, blank_of(count), period.label)
    ends = (count.band.lowest, count.band.highest or count.band.lowest) if count.band else (count.denominator, None)
    return SmallPoint(period, float(ends[0]), None, f"<b>{period.label}</b><br>{size_words(count)}", ends[1])


def grade_fact(asked: Asked, reports: Reports) -> list[Component]:
    """The grade, why, and what to do."""
    quality = quality_of(asked, reports)
    reasons = html.Ul([html.Li(check.reason) for check in quality.checks], className="quality-reasons")
    do = [html.P([html.B("To do: "), " ".join(quality.to_do)], className="quality-do")] if quality.to_do else []
    return [*fact_words("Quality of these reports", quality.words, ""), reasons, *do]


def head_of(asked: Asked, reports: Reports) -> list[Component]:
    unknown = reports.unknown[-1] if reports.unknown else None
    title = quality_title(quality_of(asked, reports), unknown=unknown, missing=reports.named(NOT_REPORTED), people=asked.measure.people)
    dashed = " Dashed in the small chart: the middle of all periods." if len(reports.unknown) >= FEWEST_FOR_MIDDLE and reports.has_unknown else ""
    subtitle = f"Reports on {within_sentence(asked.measure.name)}.{dashed}"
    return card_head(CARD, title, subtitle, summary=f"{title}. {missing_words(reports.named(NOT_REPORTED), reports.named(LATE, PART))}.")


def foot_of(asked: Asked, team: Team, reports: Reports) -> list[Component]:
    head = ("Period", "No recorded group", f"{capitalised(asked.measure.people)} counted", "Report")
    table = data_table(f"Reports on {within_sentence(asked.measure.name)}", head, table_rows(reports), amounts=(1, 2))
    source = protected_source(asked.catalogue)
    return card_foot(
        source=source, table=table, csv_url=csv_url("team", "quality", asked, team_id=team.team_id), defined=definition_url(asked.measure), method="quality"
    )


def table_rows(reports: Reports) -> list[list[Cell]]:
    """Every shown period: the share, the people, and how its report came."""
    states = dict(reports.told)
    rows = []
    for period, count, everyone in zip(reports.periods, reports.shares, reports.everyone, strict=True):
        people = size_words(everyone) if everyone.known else share_cell(everyone)
        rows.append([period.label, share_cell(count), people, STATE_WORDS[states.get(period, NOT_DUE)]])
    return rows


def quality_listing(asked: Asked, team: Team) -> Listing:
    """Every period: people, those in no group; and every report that was due."""
    reports = reports_on(asked, team)
    who = (team.team_id, team.name)
    rows = [
        (*who, "people", period.label, share_values(count)[0], *counted_values(everyone)[1:], share_values(count)[-1], None, count_blank(count))
        for period, count, everyone in zip(reports.periods, reports.shares, reports.everyone, strict=True)
    ]
    rows += [(*who, "report", period.label, *(None,) * len(SHARE_HEAD), STATE_WORDS[state], "") for period, state in reports.states]
    return Listing(("team_id", "team", "kind", "period", *SHARE_HEAD, "report", "blank"), tuple(rows)).among(
        file_context(asked, compared=asked.selection.reference)
    )
