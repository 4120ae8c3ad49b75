"""Numbers that files tell and no release holds: each computed again from released cells alone, so that it tells nothing more than they do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from equity.all_groups import all_groups
from equity.catalogue import ALL, OTHERS, OVERALL, Group, Stratifier
from equity.compared_team import CORE, Entry, change_since
from equity.disparity import worse_sign
from equity.gap_line import on_scale
from equity.group_pairs import group_pairs
from equity.groups import Reference
from equity.level_path import level_path
from equity.listing import groups_listing
from equity.rates import Estimate
from equity.then_now import then_and_now
from equity.trend import pairwise_estimates
from tests.attack.cells_of_files import EVERYONE
from tests.attack.published import SHARE
from tests.attack.questions import File
from tests.attack.rebuilt import Rebuilt, Sides, Window, rate_of

# Files give four decimals.
NEAR = 1e-4
ENDS = ("", "_low_95", "_high_95")
OF_GROUPS = tuple(f"{name}{end}" for name in ("rate", "rate_difference") for end in ENDS) + ("people_to_reach",)
SUMMED_UP = tuple(f"value{end}" for end in ENDS)
CHANGED = tuple(f"{name}{end}" for name in ("change_in_level", "change_in_gap_size") for end in ENDS)
LEVELS = ("level", "gap")
OF_POINTS = tuple(f"{name}{end}" for name in ("focus_rate", "reference_rate", "gap", "ratio") for end in ENDS)
OF_SIDES = OF_POINTS[:9]

Formula = Callable[[Rebuilt], Sequence[float | None]]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose gap: team_id, ALL for the network; window: the baseline, None where the first period stands for it; reference: as it was asked for."""

    team_id: str
    sides: Sides
    window: Window
    reference: str


@dataclass(frozen=True, slots=True)
class Computed:
    """What a place tells of a question, and how it follows from released cells. is_public: from what everybody sees, whoever asks."""

    place: str
    asked: Asked
    told: tuple[str, ...]
    formula: Formula
    is_public: bool = False

    def follows(self, rebuilt: Rebuilt) -> bool:
        """True where every number that is told is the one that released cells give."""
        numbers = tuple(self.formula(rebuilt))
        return len(numbers) == len(self.told) and all(map(is_same, self.told, numbers))


def is_same(told: str, computed: float | None) -> bool:
    """What is not told gives nothing away."""
    return not told or (computed is not None and isfinite(computed) and abs(float(told) - computed) <= NEAR)


def numbers_in(rows: Iterable[File], names: Sequence[str]) -> tuple[str, ...]:
    """The columns of these names, row by row."""
    return tuple(row[name] for row in rows for name in names)


def three(estimate: Estimate) -> tuple[float, float, float]:
    return estimate.value, estimate.low, estimate.high


def baseline_gap(asked: Asked) -> Formula:
    """The gap at the baseline, on the measure's own scale."""

    def found(rebuilt: Rebuilt) -> tuple[float, ...]:
        trend = rebuilt.trend(asked.team_id, asked.sides, asked.window)
        return ((trend.baseline_ratio if trend.measure.scale == "ratio" else trend.baseline_gap).value,)

    return found


def gap_in(asked: Asked, day: str) -> Formula:
    """The gap in a period with its limits, on the measure's own scale."""

    def found(rebuilt: Rebuilt) -> tuple[float, ...]:
        trend = rebuilt.trend(asked.team_id, asked.sides, asked.window)
        point = next(one for one in trend.points if one.period.start.isoformat() == day)
        return three(point.ratio if trend.measure.scale == "ratio" else point.gap)

    return found


def fitted(asked: Asked) -> Formula:
    """Both ends of the line through the gaps, on the scale of the verdict."""

    def found(rebuilt: Rebuilt) -> tuple[float, ...]:
        verdict = rebuilt.trend(asked.team_id, asked.sides, asked.window).verdict
        return verdict.start, verdict.end

    return found


def levels(asked: Asked) -> Formula:
    """Level and gap at every step."""

    def found(rebuilt: Rebuilt) -> tuple[float, ...]:
        path = level_path(rebuilt.trend(asked.team_id, asked.sides, asked.window), asked.reference)
        return tuple(number for point in path.points for number in (point.level, point.gap))

    return found


def change(asked: Asked, day: str) -> Formula:
    """How level and gap changed from the baseline to this period."""

    def found(rebuilt: Rebuilt) -> tuple[float, ...]:
        period = next(one for one in rebuilt.periods if one.start.isoformat() == day)
        entry = Entry(None, CORE, asked.window, rebuilt.gap(asked.team_id, asked.sides))
        moved = change_since(entry, rebuilt.measure, period)
        return (*three(moved.level), *three(moved.gap)) if moved else (None,) * len(CHANGED)

    return found


def summaries(asked: Asked, stratifier: Stratifier) -> Formula:
    """Every summary measure of the known groups with its limits, then and now."""

    def found(rebuilt: Rebuilt) -> tuple[float | None, ...]:
        trend = rebuilt.trend(asked.team_id, asked.sides, asked.window)
        codes = [group.group_code for group in stratifier.known_groups]
        series = {code: rebuilt.series(asked.team_id, (stratifier.stratifier_id, code)) for code in codes}
        both = {code: then_and_now(counts, rebuilt.periods, trend) for code, counts in series.items()}
        told = all_groups(both, rebuilt.measure, ordered=stratifier.ordered)
        return tuple(number for row in told.rows for one in (row.then, row.now) for number in three(one))

    return found


def points(asked: Asked, days: Sequence[str]) -> Formula:
    """Both rates, gap and ratio of these periods, each with its limits."""

    def found(rebuilt: Rebuilt) -> tuple[float, ...]:
        told = {one.period.start.isoformat(): one for one in rebuilt.trend(asked.team_id, asked.sides, asked.window).points}
        estimates = ((one.focus_rate, one.reference_rate, one.gap, one.ratio) for one in map(told.get, days))
        return tuple(number for four in estimates for one in four for number in three(one))

    return found


def side_by_side(asked: Asked, day: str) -> Formula:
    """Both rates and the gap on the measure's own scale, turned as the measure says, in one period."""

    def found(rebuilt: Rebuilt) -> tuple[float, ...]:
        measure, series = rebuilt.measure, rebuilt.gap(asked.team_id, asked.sides)
        pair = next(pair for pair in zip(series.periods, series.focus, series.reference, strict=True) if pair[0].start.isoformat() == day)
        one = pairwise_estimates(*pair[1:], measure, worse_sign(measure))
        return *three(one.focus), *three(one.reference), *three(on_scale(one.gap, one.ratio, measure))

    return found


def latest_share(asked: Asked, places: int) -> Formula:
    """The latest share of people whose group is not known, in percent, as words round it."""

    def found(rebuilt: Rebuilt) -> tuple[float, ...]:
        at = (asked.sides[0][0], SHARE)
        rates = [rate_of(row, 100) for key, row in sorted(rebuilt.cells.items()) if (key[0], *key[2:]) == (asked.team_id, *at)]
        known = [rate for rate in rates if rate is not None]
        return (round(known[-1], places) if known else None,)

    return found


def groups_then_and_now(asked: Asked, stratifier: Stratifier, labels: Sequence[str]) -> Formula:
    """Every group's rate then and now, and the difference now, each with its limits; labels: of the groups that are listed."""

    def found(rebuilt: Rebuilt) -> tuple[float | None, ...]:
        trend = rebuilt.trend(asked.team_id, asked.sides, asked.window)
        columns = {group.label: (stratifier.stratifier_id, group.group_code) for group in stratifier.groups} | {"Everybody": EVERYONE}
        series = {label: rebuilt.series(asked.team_id, columns[label]) for label in labels}
        rows = [(label, *then_and_now(counts, rebuilt.periods, trend)) for label, counts in series.items()]
        pairs = group_pairs(rows, trend, reference_of(asked.reference), stratifier, asked.sides[0][1])
        listing = groups_listing(rows, rebuilt.measure, pairs)
        return tuple(row[listing.head.index(name)] for row in listing.rows for name in OF_GROUPS)

    return found


def reference_of(asked: str) -> Reference:
    """Whom a gap is compared with."""
    if asked == OTHERS:
        return Reference(OTHERS, "", (), OTHERS)
    return Reference(OVERALL, "", (ALL,), OVERALL) if asked == OVERALL else Reference(asked, "", (asked,), "group")


def stratifier_of(stratifier_id: str, rows: Iterable[File]) -> Stratifier:
    """A division by its rows in the app's own file of divisions."""
    of_it = [row for row in rows if row["stratifier_id"] == stratifier_id]
    groups = tuple(Group(*(row[name] for name in ("group_code", "label", "short_label", "position", "kind", "includes"))) for row in of_it)
    return Stratifier(stratifier_id, "", of_it[0]["ordered"] == "yes", "", groups)


def unfollowed(found: Iterable[Computed], seen: Rebuilt, public: Rebuilt) -> Iterator[Computed]:
    """What does not follow from what may be seen."""
    for one in found:
        if not one.follows(public if one.is_public else seen):
            yield one
