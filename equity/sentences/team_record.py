"""What a team's own record says: maturity, progress, practices, actions, the quality of its reports, what is due next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from equity.counted import size_words
from equity.counts import Count
from equity.data_quality import GOOD, HIDDEN, TOO_EARLY, WEAK, WITH_CARE, DataQuality
from equity.due import DueNext
from equity.maturity import COACH, CONSENSUS, SELF
from equity.numbers import capitalised, count_words, date_words, listed, number_word, percent_words, plural
from equity.periods import MONTH, Period
from equity.progress_scale import step_words
from equity.sentences.maturity_page import month_words, quoted
from equity.sentences.phrases import period_words
from equity.stages import STARTED, count_in_use
from equity.team_maturity import TeamMaturity

SET_BY = {CONSENSUS: "agreed by the team and its coach", COACH: "given by the coach", SELF: "given by the team itself"}
WHO = {CONSENSUS: "team and coach together", COACH: "coach", SELF: "the team itself"}
QUALITY_TITLES = {GOOD: "good enough to judge", WITH_CARE: "judge with care", WEAK: "too weak to judge", TOO_EARLY: "too early to say", HIDDEN: "hidden"}
UNSEEN = "Levels of a single team are shown to its members, its coaches and the network's lead, and to others where it agreed. Shown here is the network."
SHARED = "The team shares its levels with all; who gave which stays with the team, its coaches and the network's lead."


def team_maturity_subtitle(maturity: TeamMaturity, framework: str) -> str:
    """By which framework, set by whom, and what hollow and filled are."""
    if not maturity.is_scored:
        return f"{framework}. Levels stand here once the team and its coach have given them."
    who = SET_BY.get(maturity.shown_rater, "given by people")
    then = f" Hollow: {month_words(maturity.first_on)}. Filled: {month_words(maturity.latest_on)}." if maturity.is_scored_twice else ""
    return f"{framework}, {who}.{then}"


def unsupported_words(maturity: TeamMaturity) -> str:
    """Which moves up came without evidence; empty where all brought some."""
    found = [quoted(domain.label) for domain in maturity.domains if domain.unsupported]
    return f"Moved up with no evidence on file: {listed(found)}." if found else ""


def progress_title(latest: float | None) -> str:
    """The latest score, and what it means."""
    return "No progress score yet" if latest is None else f"Progress score {latest:g}: {step_words(latest)}"


def progress_subtitle(raters: Sequence[str]) -> str:
    """Who sets the score: people, never a computer."""
    known = [WHO[kind] for kind in (SELF, COACH, CONSENSUS) if kind in raters] + sorted(set(raters) - set(WHO))
    by = f" Set by {listed(known)}." if known else ""
    return f"IHI scale, 0.5 to 5.{by} It is never worked out from the data."


def rater_words(rater: str) -> str:
    """Who gave a score; a word of the network's own stays what it is."""
    return WHO.get(rater, rater)


def practices_title(stages: Sequence[str]) -> str:
    """How many practices are in use, and how many are being tested.

    Takes    stages: the latest of every practice of the network, empty where nobody told.
    """
    if not any(stages):
        return "No practice has been reported yet"
    used, tested = count_in_use(stages), sum(stage == STARTED for stage in stages)
    first = f"{capitalised(number_word(used)) if used else 'None'} of {plural(len(stages), 'practice')} {'is' if used < 2 else 'are'} in use"
    return f"{first}; {number_word(tested)} {'is' if tested == 1 else 'are'} being tested" if tested else first


def actions_title(*, shown: int, unproven: int, waiting: int) -> str:
    """How many actions are shown by evidence, and what the others lack."""
    if not shown + unproven + waiting:
        return "No action has been adopted yet"
    total = shown + unproven + waiting
    if total == 1:
        return f"The one action {'is shown by evidence' if shown else 'has no evidence yet' if unproven else 'is adopted and not yet acted on'}"
    first = f"{capitalised(number_word(shown)) if shown else 'None'} of {plural(total, 'action')} {'is' if shown < 2 else 'are'} shown by evidence"
    parts = [f"{number_word(unproven)} {'has' if unproven == 1 else 'have'} no evidence yet"] if unproven else []
    parts += [f"{number_word(waiting)} {'is' if waiting == 1 else 'are'} adopted and not yet acted on"] if waiting else []
    return "; ".join([first, *parts])


def quality_title(quality: DataQuality, *, unknown: float | None, missing: Sequence[str], people: str) -> str:
    """The grade, what is missing, and how many people have no group.

    Takes    missing: the periods whose report did not come; unknown: percent.
    """
    parts = [f"{plural(len(missing), 'report')} {'is' if len(missing) == 1 else 'are'} missing"] if missing else []
    parts += [f"{percent_words(unknown)} of {people} have no recorded group"] if unknown is not None else []
    return f"Data quality: {QUALITY_TITLES[quality.grade]}" + (f"; {listed(parts)}" if parts else "")


def missing_words(missing: Sequence[str], late: Sequence[str], *, most: int = 4) -> str:
    """Which reports did not come and which came late, by the names of their periods."""
    said = [f"{few_of(periods, most)} {words}" for periods, words in ((missing, "not reported"), (late, "late or in part")) if periods]
    return capitalised("; ".join(said)) if said else "None missing, none late or in part"


def then_words(share: float, first: str, last: str) -> str:
    """What the share was at the start, and of when the latest is."""
    return f"in {last}; {percent_words(share)} in {first}" if first != last else f"in {last}"


def people_words(counts: Sequence[Count]) -> str:
    """Between which sizes the periods lie."""
    low, high = (extreme(counts, key=lambda count: count.denominator) for extreme in (min, max))
    if not (low.is_exact and high.is_exact):
        return (
            f"{size_words(low)} in the smallest period, {size_words(high)} in the largest"
            if size_words(low) != size_words(high)
            else "the same range in all periods"
        )
    return f"{size_words(low)} to {size_words(high)} in all periods" if low.denominator != high.denominator else "the same in all periods"


def few_of(names: Sequence[str], most: int) -> str:
    """The names, of many only the latest."""
    more = len(names) - most
    return listed(names if more <= 0 else [*names[-most:], f"{count_words(more)} before"])


def due_title(due: DueNext, as_of: date) -> str:
    """The next day that matters."""
    days = sorted([*((item.on, "reports are due") for item in due.reports), *((item.on, "an aim is due") for item in due.aims)])
    if due.convening:
        days = sorted([*days, (due.convening.starts_on, f"{due.convening.name} begins")])
    return f"Next: {days[0][1]} {in_days(days[0][0], as_of)}" if days else "Nothing is due next"


def in_days(day: date, as_of: date) -> str:
    """on 14 November 2026, in 17 days."""
    return f"on {date_words(day)}, {left_words(day, as_of)}"


def left_words(day: date, as_of: date) -> str:
    """today, tomorrow, in 17 days."""
    left = (day - as_of).days
    return "today" if left == 0 else "tomorrow" if left == 1 else f"in {plural(left, 'day')}"


def measure_words(measure_ids: Sequence[str], names: Mapping[str, str]) -> str:
    """Which measures, by their short names."""
    return listed([names[measure_id] for measure_id in measure_ids])


def report_words(period: Period) -> str:
    """What a report is of: October 2026, Q3 2026, the 2nd half of 2026."""
    return month_words(period.start) if period.grain == MONTH else period_words(period)
