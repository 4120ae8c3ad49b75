"""What a team has not sent: reports that it is late with now, and earlier ones that never came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from equity.blanks import HIDDEN_AT_SOURCE, NOT_REPORTED
from equity.catalogue import Measure, Network, Team
from equity.due import DueReports, due_next
from equity.periods import Period
from equity.report_states import CAME


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its period in the measure's own grain, its state, and the last day on which it is in time."""

    period: Period
    state: str
    due_on: date

    @property
    def came(self) -> bool:
        """True for what is here; what its source hid has come."""
        return self.state in CAME or self.state == HIDDEN_AT_SOURCE


@dataclass(frozen=True, slots=True)
class ReportsOnMeasure:
    """A team's reports on one measure, in the order of time."""

    measure_id: str
    reports: tuple[Report, ...]

    @property
    def until(self) -> date | None:
        """The last day of the last period that was reported; None where nothing came."""
        return next((report.period.end for report in reversed(self.reports) if report.came), None)

    @property
    def late(self) -> tuple[Report, ...]:
        """The missing reports after which nothing has come yet."""
        owed = []
        for report in reversed(self.reports):
            if report.came:
                break
            owed += [report] if report.state == NOT_REPORTED else []
        return tuple(reversed(owed))

    @property
    def skipped(self) -> tuple[Report, ...]:
        """The missing reports after which a later one came."""
        late = set(self.late)
        return tuple(report for report in self.reports if report.state == NOT_REPORTED and report not in late)


@dataclass(frozen=True, slots=True)
class Owed:
    """Missing reports of a team: (measure_id, report), by period."""

    reports: tuple[tuple[str, Report], ...]

    @property
    def periods(self) -> tuple[Period, ...]:
        """Each period once, in the order of time."""
        return tuple(dict.fromkeys(report.period for _, report in self.reports))

    @property
    def measure_ids(self) -> tuple[str, ...]:
        """Each measure once."""
        return tuple(dict.fromkeys(measure_id for measure_id, _ in self.reports))

    @property
    def since(self) -> date | None:
        """The day on which the first of them was due; None where none is missing."""
        return min((report.due_on for _, report in self.reports), default=None)

    def days(self, as_of: date) -> int:
        """How many days the first of them has been missing; 0 where none is."""
        return (as_of - self.since).days if self.since else 0


@dataclass(frozen=True, slots=True)
class TeamOwes:
    """What a team is late with, what it skipped, and which reports are due next; None where none is."""

    late: Owed
    skipped: Owed
    next_due: DueReports | None

    @property
    def anything(self) -> bool:
        """True where a report is missing or due."""
        return bool(self.late.reports or self.skipped.reports or self.next_due)


def team_owes(team: Team, network: Network, measures: Mapping[str, Measure], log: Sequence[ReportsOnMeasure]) -> TeamOwes:
    """What this team owes on the network's day.

    Takes    measures: by measure_id; log: its reports on every measure that it works on.
    """
    known = [measures[one.measure_id] for one in log]
    due = due_next(team, network, known, (), reported={one.measure_id: one.until for one in log}, aims={})
    late, skipped = (owed_of((one.measure_id, report) for one in log for report in getattr(one, name)) for name in ("late", "skipped"))
    return TeamOwes(late, skipped, next(iter(due.reports), None))


def owed_of(reports: Iterable[tuple[str, Report]]) -> Owed:
    """The reports by period; those of one period in the order of their measures."""
    return Owed(tuple(sorted(reports, key=lambda one: one[1].period.start)))
