"""How far a team's reports can be trusted: three checks, each with its reason, its limits and what to do.

The limits are our own: they are printed beside the grade, so that everybody can judge them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from equity.blanks import NOT_REPORTED
from equity.counts import Count
from equity.numbers import count_words, percent_words
from equity.report_states import DUE, LATE, PART

GOOD, WITH_CARE, WEAK, TOO_EARLY, HIDDEN = "good", "with care", "weak", "too early", "hidden"
GRADES = (GOOD, WITH_CARE, WEAK)
GRADE_WORDS = {
    GOOD: "Good enough to judge",
    WITH_CARE: "Judge with care",
    WEAK: "Too weak to judge",
    TOO_EARLY: "Too early to say",
    HIDDEN: "Hidden",
}
# Shares of people without a recorded group, in percent: up to the first is good, up to the second asks for care.
UNKNOWN_LIMITS = (10.0, 20.0)
# Shares of the due reports that did not come, and of those that came late, in percent.
MISSING_LIMITS = (10.0, 25.0)
LATE_LIMITS = (20.0, 50.0)


@dataclass(frozen=True, slots=True)
class Check:
    """One question about the reports: its grade (None where it cannot be asked), why, and what to do."""

    name: str
    grade: str | None
    reason: str
    do: str = ""


@dataclass(frozen=True, slots=True)
class DataQuality:
    """The grade of a team's reports: that of its weakest check."""

    grade: str
    checks: tuple[Check, ...]

    @property
    def words(self) -> str:
        return GRADE_WORDS[self.grade]

    @property
    def to_do(self) -> tuple[str, ...]:
        """What would make the grade better, the weakest check first."""
        weakest = sorted((check for check in self.checks if check.do), key=lambda check: GRADES.index(check.grade), reverse=True)
        return tuple(check.do for check in weakest)


def data_quality(*, unknown: float | None, due: int, missing: int, late: int, people: str = "people") -> DataQuality:
    """The grade of a team's reports on one measure.

    Takes    unknown: percent of people without a recorded group in the latest period, None where that is not known;
             due: reports that are due by now, missing and late: how many of them did not come, and came late or in part.
    """
    if not due:
        return DataQuality(TOO_EARLY, (Check("Reports", None, "No report is due yet."),))
    checks = (unknown_check(unknown, people), missing_check(missing, due), late_check(late, due))
    return DataQuality(max((check.grade for check in checks if check.grade), key=GRADES.index), checks)


def quality_of_reports(states: Sequence[str], shares: Sequence[Count], people: str) -> DataQuality:
    """The grade of a team's reports on one measure, from what is told of them.

    Takes    states: of its reports (equity.report_states, equity.blanks); shares: people in no group over everyone, one a period.
    """
    if states and set(states) == {HIDDEN}:
        return hidden_quality()
    unknown = next((100 * count.numerator / count.denominator for count in reversed(shares) if count.known), None)
    due = [state for state in states if state in DUE]
    late = sum(state in (LATE, PART) for state in due)
    return data_quality(unknown=unknown, due=len(due), missing=due.count(NOT_REPORTED), late=late, people=people)


def hidden_quality() -> DataQuality:
    """In place of a grade, for a measure that the team shows to its own members alone."""
    return DataQuality(HIDDEN, (Check("Reports", None, "This team shows these reports to its own members alone."),))


def unknown_check(unknown: float | None, people: str) -> Check:
    """How many people stand in no group."""
    name = "No recorded group"
    if unknown is None:
        return Check(name, None, f"It is not known how many {people} have no recorded group, so this is left out.")
    grade = graded(unknown, UNKNOWN_LIMITS)
    do = "" if grade == GOOD else "Ask each person, record the answer in their own words, and note where they declined."
    return Check(name, grade, f"{percent_words(unknown)} of {people} have no recorded group.", do)


def missing_check(missing: int, due: int) -> Check:
    """How many due reports did not come."""
    if not missing:
        came = "The one due report came." if due == 1 else f"All {count_words(due)} due reports came."
        return Check("Missing reports", GOOD, came)
    said = "The one due report did not come." if due == 1 else f"{count_words(missing)} of {count_words(due)} due reports did not come."
    return Check("Missing reports", graded(100 * missing / due, MISSING_LIMITS), said, "Send the missing reports, also late.")


def late_check(late: int, due: int) -> Check:
    """How many due reports came late or in part."""
    grade = graded(100 * late / due, LATE_LIMITS)
    do = "" if grade == GOOD else "Name who sends the report, and a day well before it is due."
    said = (
        f"{count_words(late)} of {count_words(due)} due {'report' if due == 1 else 'reports'} came late or in part."
        if late
        else "No report came late or in part."
    )
    return Check("Late reports", grade, said, do)


def graded(share: float, limits: tuple[float, float]) -> str:
    """The grade of a share in percent: smaller is better."""
    return GOOD if share <= limits[0] else WITH_CARE if share <= limits[1] else WEAK


def rule_words() -> str:
    """The rule in one line, as it is printed beside the grade."""
    asked = (("have no recorded group", UNKNOWN_LIMITS), ("of the due reports are missing", MISSING_LIMITS), ("came late or in part", LATE_LIMITS))
    good, care = ("; ".join(f"at most {limits[place]:.0f}% {what}" for what, limits in asked) for place in (0, 1))
    return f"Good enough to judge: {good}. With care: {care}. Beyond that: too weak to judge. These limits are our own."
