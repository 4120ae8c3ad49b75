"""What the Compare page shows, as plain rows for its files: teams by name, each number with its blank beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from equity.blanks import WORDS
from equity.catalogue import Team
from equity.compared_team import ComparedTeam
from equity.comparison import Comparison
from equity.counted import counted_names, counted_values
from equity.counts import GapSeries
from equity.gap_line import line_of
from equity.listing import Listing, Value, interval, rounded, three
from equity.peers import Peers
from equity.rates import NOT_COMPUTABLE

WHO = ("team_id", "team", "sector", "setting")
SIDES = {1: "larger", -1: "smaller", 0: "not told apart"}


def who(team: Team) -> tuple[Value, ...]:
    """What every row says of its team."""
    return team.team_id, team.name, team.sector, team.setting


def comparison_listing(comparison: Comparison, rows: Sequence[ComparedTeam], states: Mapping[str, tuple[str | None, str | None]]) -> Listing:
    """Both rates and the gap of every team on the page; a gap on the measure's own scale.

    Takes    states: verdict word and blank by team_id.
    """
    head = (*WHO, "standing", *counted_names("focus_"), *interval("focus_rate"))
    head += (*counted_names("reference_"), *interval("reference_rate"), *interval("gap"), "gap_scale", "steady")
    head += ("against_network", "verdict", "verdict_blank", "blank")
    return Listing(head, tuple(comparison_row(one, comparison, states[one.team.team_id]) for one in rows))


def comparison_row(one: ComparedTeam, comparison: Comparison, state: tuple[str | None, str | None]) -> tuple[Value, ...]:
    """One team."""
    judged = SIDES[one.side] if one in comparison.judged else ""
    word, blank = state
    counts = [(*counted_values(count), *three(rate)) for count, rate in ((one.focus, one.focus_rate), (one.reference, one.reference_rate))]
    kept = (*who(one.team), one.standing or "does not work on it", *counts[0], *counts[1], *three(one.gap), comparison.measure.scale)
    return (*kept, "yes" if one.steady else "no", judged, word, WORDS[blank] if blank else "", WORDS[one.blank] if one.blank else "")


def funnel_listing(comparison: Comparison) -> Listing:
    """Every team's rate and where it lies in the funnel."""
    head = (*WHO, "standing", *counted_names(), "rate", "network_rate", "limits", "side", "blank")
    network = comparison.target * comparison.measure.multiplier if comparison.target is not None else None
    rows = (
        (*who(one.team), one.standing or "does not work on it", *counted_values(one.focus), rounded(one.focus_rate.value))
        + (network if network is None else rounded(network), one.flag, one.flag_side, WORDS[one.focus.blank] if one.focus.blank else "")
        for one in comparison.teams
    )
    return Listing(head, tuple(rows))


def change_listing(comparison: Comparison) -> Listing:
    """Every team's change of level and gap since its baseline."""
    head = (*WHO, "standing", *interval("change_in_level"), *interval("change_in_gap_size"), "level", "gap", "levelled_down", "crossed_zero", "blank")
    rows = []
    for one in comparison.teams:
        change = one.change
        said = ("", "", "", "") if change is None else (change.level_answer, change.gap_answer, yes(change.levelled_down), yes(change.crossed))
        numbers = (*three(change.level if change else NOT_COMPUTABLE), *three(change.gap if change else NOT_COMPUTABLE))
        blank = WORDS[one.blank] if one.blank else "" if change else "no earlier period has a gap"
        rows.append((*who(one.team), one.standing or "does not work on it", *numbers, *said, blank))
    return Listing(head, tuple(rows))


def yes(holds: bool) -> str:
    """yes or no."""
    return "yes" if holds else "no"


def lines_listing(lines: Sequence[tuple[str, str, GapSeries]], comparison: Comparison) -> Listing:
    """Every period of each line: (team_id, name, series); the gap on the measure's own scale."""
    rows = (
        (team_id, name, period.start.isoformat(), period.label, rounded(value))
        for team_id, name, series in lines
        for period, value in zip(series.periods, line_of(series, comparison.measure), strict=True)
    )
    return Listing(("team_id", "team", "period_start", "period", "gap"), tuple(rows))


def peers_listing(team: Team | None, peers: Peers | None, pinned: Sequence[Team]) -> Listing:
    """Who is like us, and why."""
    found = [(one, "alike") for one in (peers.teams if peers else ())] + [(one, "pinned") for one in pinned]
    shared = "; ".join(f"{name}: {value}" for name, value in peers.shared) if peers else ""
    return Listing((*WHO, "cohort", "why", "shared", "like"), tuple((*who(one), one.cohort, why, shared, team.name if team else "") for one, why in found))
