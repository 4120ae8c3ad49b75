"""Every file of a goldens folder compared, and what a run says about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.conformance.files import Golden
from tests.conformance.on_purpose import Purpose, purposes
from tests.conformance.registry import Family, family_of, load_families
from tests.conformance.values import MISMATCH, NOT_COMPARABLE, ON_PURPOSE, OUTCOMES, NotComparable, Value

# What a family may trip over in a file of the right name and another form.
BROKEN = (ArithmeticError, LookupError, TypeError, ValueError, AttributeError, OSError)


@dataclass(slots=True)
class Report:
    """One file's outcomes. kind: compared, input, study, unknown."""

    path: Path
    kind: str
    counts: Counter[str] = field(default_factory=Counter)
    tolerances: Counter[str] = field(default_factory=Counter)
    mismatches: list[str] = field(default_factory=list)
    purposes: Counter[Purpose] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    unread: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        return self.kind == "unknown" or bool(self.mismatches)

    def add(self, value: Value, rules: Sequence[Purpose]) -> None:
        """Counts one value."""
        outcome = value.outcome
        rule = next((rule for rule in rules if rule.covers(self.path, value)), None) if outcome == MISMATCH else None
        outcome = ON_PURPOSE if rule else outcome
        self.counts[outcome] += 1
        if rule:
            self.purposes[rule] += 1
        elif outcome == MISMATCH:
            self.mismatches.append(f"{value.row} | {value.column}: golden {value.golden or 'none'}, ours {value.ours!r} ({value.tolerance})")
        elif isinstance(value.ours, NotComparable):
            self.reasons[value.ours.reason] += 1
        else:
            self.tolerances[value.tolerance] += 1


def run(folder: Path) -> list[Report]:
    """A report on every file below the folder, in the order of their names."""
    load_families()
    rules = purposes()
    paths = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return [report_on(Golden(folder, path), family_of(path), rules) for path in paths]


def report_on(golden: Golden, family: Family | None, rules: Sequence[Purpose]) -> Report:
    """One file compared by its family; one that nothing knows counts as a mismatch."""
    report = Report(golden.path, family.kind if family else "unknown")
    if family is None or family.compare is None:
        return report
    seen = set()
    try:
        for value in family.compare(golden):
            seen.add(value.column)
            if value.compared:
                report.add(value, rules)
        report.unread = unread_columns(golden, seen | family.given)
    except BROKEN as error:
        report.counts[MISMATCH] += 1
        report.mismatches.append(f"the file could not be compared: {type(error).__name__}: {error}")
    return report


def unread_columns(golden: Golden, known: set[str]) -> list[str]:
    """Columns with values that no comparison has looked at."""
    rows = golden.rows
    return [name for name in (rows[0] if rows else ()) if name not in known and any(row.get(name) for row in rows)]


def exit_code(reports: Sequence[Report]) -> int:
    """0 all matched, 1 a mismatch or an unknown file, 2 nothing known."""
    if all(report.kind == "unknown" for report in reports):
        return 2
    return int(any(report.failed for report in reports))


def told(reports: Sequence[Report]) -> Iterator[str]:
    """What a run prints: a line a file, then why values are not compared, then every mismatch."""
    width = max((len(str(report.path)) for report in reports), default=4)
    yield f"{'file':{width}}  " + "  ".join(f"{outcome:>{len(outcome)}}" for outcome in OUTCOMES) + "  tolerance"
    for report in reports:
        yield f"{report.path!s:{width}}  " + (line_of(report) if report.kind == "compared" else report.kind)
    yield from explained(reports)
    for report in reports:
        yield from (f"MISMATCH {report.path}: {line}" for line in report.mismatches)
    yield from (f"UNKNOWN {report.path}: no golden of this name is known" for report in reports if report.kind == "unknown")
    total = sum((report.counts for report in reports), Counter())
    yield "; ".join(f"{total[outcome]} {outcome}" for outcome in OUTCOMES)


def line_of(report: Report) -> str:
    """The four counts and how many matched at which tolerance."""
    counts = "  ".join(f"{report.counts[outcome]:>{len(outcome)}}" for outcome in OUTCOMES)
    return f"{counts}  " + ", ".join(f"{name} {count}" for name, count in sorted(report.tolerances.items()))


def explained(reports: Sequence[Report]) -> Iterator[str]:
    """The reasons behind values that differ on purpose or cannot be compared, and columns that are not read."""
    for report in reports:
        for rule, count in report.purposes.items():
            yield f"{ON_PURPOSE} {report.path}: {count} x {rule.row} | {rule.column}: {rule.reason} ({rule.source})"
        for reason, count in report.reasons.items():
            yield f"{NOT_COMPARABLE} {report.path}: {count} x {reason}"
        if report.unread:
            yield f"not read {report.path}: {', '.join(report.unread)}"
