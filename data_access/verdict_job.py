"""Verdict and signals of every team's gap of record: computed by each load in its own transaction, and only read by pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import isfinite

from sqlalchemy import Connection, bindparam, delete, insert

from data_access import schema
from data_access.definitions import measures_of, stratifiers_of
from data_access.exact_gaps import ExactGap, GapQuestion, TeamTerms, exact_gaps, gap_of_record, team_terms, teams_of_measure
from data_access.loading.progress import progress_bar
from data_access.said import said_of_gaps
from data_access.teams_together_job import LatestPairs, empty_together
from data_access.verdict_log import log_words
from data_access.visibility import HIDDEN
from equity.blanks import HIDDEN_AT_SOURCE
from equity.catalogue import Measure, Network
from equity.charts.gap_chart import gap_chart
from equity.counts import Count, GapSeries
from equity.fitted import CountedGap
from equity.periods import Period
from equity.trend import gap_trend

# Keeps the memory flat at 5,000 teams.
TEAMS_AT_ONCE = 200

# A report came, with its numbers or with its source's word that they are hidden.
CAME = (None, HIDDEN_AT_SOURCE)

EMPTY_VERDICTS = delete(schema.verdict).where(schema.verdict.c.measure_id.in_(bindparam("measure_ids", expanding=True)))
FILL_VERDICTS = insert(schema.verdict)
EMPTY_SIGNALS = delete(schema.signal).where(schema.signal.c.measure_id.in_(bindparam("measure_ids", expanding=True)))
FILL_SIGNALS = insert(schema.signal)


def keep_verdicts(connection: Connection, network: Network, measure_ids: Collection[str]) -> None:
    """Make the verdicts and signals on these measures anew, in the caller's transaction. A measure without a gap has none."""
    if not measure_ids:
        return
    for emptied in (EMPTY_VERDICTS, EMPTY_SIGNALS):
        connection.execute(emptied, {"measure_ids": sorted(measure_ids)})
    empty_together(connection, sorted(measure_ids))
    stratifiers = {one.stratifier_id: one for one in stratifiers_of(connection)}
    judged = [measure for measure in measures_of(connection) if measure.measure_id in measure_ids and measure.has_gap]
    teams = {measure.measure_id: teams_of_measure(connection, measure.measure_id) for measure in judged}
    with progress_bar("Judging", sum(map(len, teams.values())), " gaps") as bar:
        for measure in judged:
            question = gap_of_record(measure, network, stratifiers[measure.stratifier_id])
            latest = LatestPairs(measure)
            for team_ids in chunks(teams[measure.measure_id]):
                latest.add(_keep(connection, question, team_ids))
                bar.update(len(team_ids))
            latest.keep(connection)


def keep_together(connection: Connection, network: Network, measure_id: str) -> None:
    """Make what teams say together on a measure anew, in the caller's transaction: all that is kept and depends on who may see a team."""
    empty_together(connection, [measure_id])
    measure = next(one for one in measures_of(connection) if one.measure_id == measure_id)
    if not measure.has_gap:
        return
    question = gap_of_record(measure, network, next(one for one in stratifiers_of(connection) if one.stratifier_id == measure.stratifier_id))
    latest = LatestPairs(measure)
    for team_ids in chunks(teams_of_measure(connection, measure_id)):
        teams = team_terms(connection, measure_id, team_ids)
        latest.add(_shared(question, teams, _told(connection, question, exact_gaps(connection, question, teams))))
    latest.keep(connection)


def _keep(connection: Connection, question: GapQuestion, team_ids: Sequence[str]) -> list[GapSeries]:
    """Verdicts and signals of these teams; back come the released gaps that are in the network's sums and hidden from nobody."""
    teams = team_terms(connection, question.measure.measure_id, team_ids)
    gaps = exact_gaps(connection, question, teams)
    told = _told(connection, question, gaps)
    verdicts = [verdict_row(terms.member.team_id, question.measure, gaps[terms.member.team_id].series, told[terms.member.team_id]) for terms in teams]
    connection.execute(FILL_VERDICTS, verdicts)
    log_words(connection, question.measure.measure_id, {row["team_id"]: row["word"] for row in verdicts})
    found = [row for terms in teams for row in signal_rows(terms, question.measure, told[terms.member.team_id])]
    if found:
        connection.execute(FILL_SIGNALS, found)
    return _shared(question, teams, told)


def _told(connection: Connection, question: GapQuestion, gaps: Mapping[str, ExactGap]) -> dict[str, GapSeries]:
    """These gaps as everybody may see them."""
    said = said_of_gaps(connection, question, gaps)
    return {team_id: said.gap(gap.series, gap.columns, team_id) for team_id, gap in gaps.items()}


def _shared(question: GapQuestion, teams: Sequence[TeamTerms], told: Mapping[str, GapSeries]) -> list[GapSeries]:
    shared = [terms for terms in teams if terms.is_core and terms.visibility != HIDDEN and question.focus_of(terms) == question.measure.focus_group]
    return [told[terms.member.team_id] for terms in shared]


def chunks(team_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The teams, so many at once."""
    return (team_ids[start : start + TEAMS_AT_ONCE] for start in range(0, len(team_ids), TEAMS_AT_ONCE))


def verdict_row(team_id: str, measure: Measure, gap: GapSeries, told: GapSeries) -> dict[str, object]:
    """One row of the table verdict: its word from the exact counts, the numbers beside it from what is told of them.

    Reads    the smallest change that would show is of the exact counts too, in two digits: it belongs to the word.
    """
    reported = [period for period, *counts in pairs_of(gap) if all(count.blank in CAME for count in counts)]
    known, shown = ([pair for pair in pairs_of(series) if pair[1].known and pair[2].known] for series in (gap, told))
    verdict, fitted = CountedGap.of(known, measure).verdict(), CountedGap.of(shown, measure).verdict()
    return {
        "team_id": team_id,
        "measure_id": measure.measure_id,
        "word": verdict.word,
        "fitted_start": finite(fitted.start),
        "fitted_end": finite(fitted.end),
        "detectable_change": finite(in_two_digits(verdict.detectable)),
        "crossed": bool(verdict.crossed),
        "opposite": bool(verdict.opposite),
        "periods": len(known),
        "periods_hidden": len(known) - len(shown),
        "last_period": known[-1][0].start if known else None,
        "last_reported": reported[-1].start if reported else None,
        "rule_version": verdict.rule_version,
    }


def signal_rows(terms: TeamTerms, measure: Measure, gap: GapSeries) -> list[dict[str, object]]:
    """A row of the table signal for each finding on the team's gap."""
    return [
        {
            "team_id": terms.member.team_id,
            "measure_id": measure.measure_id,
            "number": number,
            "rule": signal.rule,
            "side": signal.side,
            "first_period": gap.periods[signal.places[0]].start,
            "last_period": gap.periods[signal.places[-1]].start,
            "seen": signal.seen,
            "allowed": signal.allowed,
            "rules_version": signal.rules_version,
        }
        for number, signal in enumerate(gap_chart(gap_trend(gap, measure, terms.baseline)).signals)
    ]


def pairs_of(gap: GapSeries) -> list[tuple[Period, Count, Count]]:
    """Each period with both sides."""
    return list(zip(gap.periods, gap.focus, gap.reference, strict=True))


def in_two_digits(number: float) -> float:
    """5.3 of 5.2871."""
    return float(f"{number:.2g}")


def finite(number: float) -> float | None:
    """A number that both databases can hold; None where it could not be computed."""
    return float(number) if isfinite(number) else None
