"""Who is compared with whom: the one place that chooses a reference group."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from equity.blanks import strongest_blank
from equity.catalogue import ALL, BEST, OVERALL, Group, Measure, Stratifier
from equity.counts import Count
from equity.errors import NoReferenceGroup

# A rate of fewer people is chance more than standing (NCHS 2017: 30).
FEWEST_PEOPLE_FOR_BEST = 30
# Where a series has no baseline, its first four periods stand for it.
FIRST_PERIODS = 4


@dataclass(frozen=True, slots=True)
class Reference:
    """What the focus group is compared with.

    code: as asked; label: ready for readers; group_codes: whose counts are summed; kind: others, overall, best, group.
    """

    code: str
    label: str
    group_codes: tuple[str, ...]
    kind: str


def reference_group(
    stratifier: Stratifier,
    asked: str,
    focus_code: str,
    *,
    measure: Measure,
    counts: Mapping[str, Sequence[Count]] | None = None,
    baseline: Collection[int] = (),
) -> Reference:
    """The reference of this focus group.

    Takes    asked: others, overall, best or a group's code; counts: by group code, for best; baseline: positions in them.
    Raises   NoReferenceGroup where nothing can be compared with: no such group, the focus group itself, nobody else.
    """
    match asked:
        case "others":
            codes = tuple(group.group_code for group in stratifier.known_groups if group.group_code != focus_code)
            return named_reference(asked, f"all other {measure.people}", codes)
        case "overall":
            return Reference(OVERALL, f"all {measure.people}", (ALL,), OVERALL)
        case "best":
            return best_reference(stratifier, focus_code, measure=measure, counts=counts or {}, baseline=baseline)
        case _:
            return single_reference(stratifier, asked, focus_code, measure)


def named_reference(kind: str, label: str, codes: tuple[str, ...]) -> Reference:
    """Several groups together under one label. Raises NoReferenceGroup if there are none."""
    if not codes:
        raise NoReferenceGroup(asked=kind)
    return Reference(kind, label, codes, kind)


def single_reference(stratifier: Stratifier, asked: str, focus_code: str, measure: Measure) -> Reference:
    """One named group; people whose group nobody knows are none."""
    group = stratifier.group(asked)
    if asked == focus_code or group.kind != "group":
        raise NoReferenceGroup(asked=asked)
    return Reference(asked, people_of(group, measure), (asked,), "group")


def people_of(group: Group, measure: Measure) -> str:
    """Black patients."""
    return f"{group.short_label} {measure.people}"


def best_reference(stratifier: Stratifier, focus_code: str, *, measure: Measure, counts: Mapping[str, Sequence[Count]], baseline: Collection[int]) -> Reference:
    """The group that stood best at the baseline, fixed for the whole series; among ties the largest.

    Reads    where the focus group itself stood best, the next one, and its label says so.
    """
    pools = {group.group_code: baseline_count(counts.get(group.group_code, ()), baseline) for group in stratifier.known_groups}
    large = {code: pool for code, pool in pools.items() if pool.known and pool.denominator >= FEWEST_PEOPLE_FOR_BEST}
    if measure.improvement_direction == "neutral" or not set(large) - {focus_code}:
        raise NoReferenceGroup(asked=BEST)
    sign = 1 if measure.improvement_direction == "higher" else -1
    ordered = sorted(large, key=lambda code: (sign * large[code].numerator / large[code].denominator, large[code].denominator), reverse=True)
    chosen = next(code for code in ordered if code != focus_code)
    which = "the best-off group" if chosen == ordered[0] else "the best-off other group"
    return Reference(BEST, f"{which} ({people_of(stratifier.group(chosen), measure)})", (chosen,), BEST)


def baseline_count(counts: Sequence[Count], baseline: Collection[int]) -> Count:
    """The counts at the baseline's positions put together, or the first four."""
    chosen = [count for position, count in enumerate(counts) if position in baseline] if baseline else counts[:FIRST_PERIODS]
    return pooled_count(chosen)


def pooled_count(counts: Sequence[Count]) -> Count:
    """Several groups, or periods of one, put together: the sum of what is known, else the strongest reason why nothing is.

    Reads    teams = the most that stand behind one of them: they are the same teams.
    """
    parts = [count for count in counts if count.blank is None and count.denominator is not None]
    if not parts:
        return Count(None, None, strongest_blank(count.blank for count in counts if count.blank), max((count.teams for count in counts), default=0))
    numerator, denominator = sum(count.numerator for count in parts), sum(count.denominator for count in parts)
    return Count(numerator, denominator, None, max(count.teams for count in parts))
