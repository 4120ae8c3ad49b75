"""Who is compared with whom: the one place that chooses a reference group."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from equity.blanks import strongest_blank
from equity.catalogue import ALL, BEST, LARGEST, OVERALL, Group, Measure, Stratifier
from equity.counts import Band, Count
from equity.errors import NoReferenceGroup

# A rate of fewer people is chance more than standing (NCHS 2017: 30); of the largest group too few to hold others against.
FEWEST_PEOPLE = 30
# Where a series has no baseline, its first four periods stand for it.
FIRST_PERIODS = 4


@dataclass(frozen=True, slots=True)
class Reference:
    """What the focus group is compared with.

    code: as asked; label: ready for readers; group_codes: whose counts are summed; kind: others, overall, best, largest, group.
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

    Takes    asked: others, overall, best, largest or a group's code; counts: by group code, for best and largest; baseline: positions in them.
    Raises   NoReferenceGroup where nothing can be compared with: no such group, the focus group itself, nobody else.
    """
    match asked:
        case "others":
            codes = tuple(group.group_code for group in stratifier.known_groups if group.group_code != focus_code)
            return named_reference(asked, f"all other {measure.people}", codes)
        case "overall":
            return Reference(OVERALL, f"all {measure.people}", (ALL,), OVERALL)
        case "best":
            return best_reference(stratifier, focus_code, measure=measure, pools=large_groups(stratifier, counts or {}, baseline))
        case "largest":
            return largest_reference(stratifier, focus_code, measure=measure, pools=large_groups(stratifier, counts or {}, baseline))
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


def large_groups(stratifier: Stratifier, counts: Mapping[str, Sequence[Count]], baseline: Collection[int]) -> dict[str, Count]:
    """The baseline's counts of every known group that had enough people in it, in the stratifier's order; a group of which nothing is known is none."""
    pools = {group.group_code: baseline_count(counts.get(group.group_code, ()), baseline) for group in stratifier.known_groups}
    return {code: pool for code, pool in pools.items() if pool.known and pool.denominator >= FEWEST_PEOPLE}


def best_reference(stratifier: Stratifier, focus_code: str, *, measure: Measure, pools: Mapping[str, Count]) -> Reference:
    """The group that stood best at the baseline, fixed for the whole series; among ties the largest, then the first.

    Takes    pools: the baseline's counts of groups with enough people.
    Reads    where the focus group itself stood best, the next one, and its label says so.
    """
    if measure.improvement_direction == "neutral":
        raise NoReferenceGroup(asked=BEST)
    sign = 1 if measure.improvement_direction == "higher" else -1
    ordered = sorted(pools, key=lambda code: (-sign * pools[code].numerator / pools[code].denominator, -pools[code].denominator))
    return first_other(BEST, "best-off", ordered, focus_code, stratifier=stratifier, measure=measure)


def largest_reference(stratifier: Stratifier, focus_code: str, *, measure: Measure, pools: Mapping[str, Count]) -> Reference:
    """The group that had the most people at the baseline, fixed for the whole series; among ties the first.

    Takes    pools: the baseline's counts of groups with enough people.
    Reads    where the focus group itself is the largest, the next one, and its label says so.
    """
    ordered = sorted(pools, key=lambda code: -pools[code].denominator)
    return first_other(LARGEST, "largest", ordered, focus_code, stratifier=stratifier, measure=measure)


def first_other(kind: str, word: str, ordered: Sequence[str], focus_code: str, *, stratifier: Stratifier, measure: Measure) -> Reference:
    """The first of these groups that is not the focus group. Raises NoReferenceGroup if there is none."""
    chosen = next((code for code in ordered if code != focus_code), None)
    if chosen is None:
        raise NoReferenceGroup(asked=kind)
    which = f"the {word} group" if chosen == ordered[0] else f"the {word} other group"
    return Reference(kind, f"{which} ({people_of(stratifier.group(chosen), measure)})", (chosen,), kind)


def of_each_team(reference: Reference) -> Reference:
    """The network's reference as many teams have it side by side: who is best off, or largest, may be another group at each of them."""
    words = {BEST: "each team's best-off group", LARGEST: "each team's largest group"}
    return replace(reference, label=words.get(reference.kind, reference.label))


def baseline_count(counts: Sequence[Count], baseline: Collection[int]) -> Count:
    """The counts at the baseline's positions put together, or the first four."""
    chosen = [count for position, count in enumerate(counts) if position in baseline] if baseline else counts[:FIRST_PERIODS]
    return pooled_count(chosen)


def band_together(counts: Sequence[Count]) -> Band | None:
    """The size of several counts together; None where each is exact."""
    bands = [count.band or Band(count.denominator, count.denominator) for count in counts]
    if all(count.is_exact for count in counts):
        return None
    highest = [band.highest for band in bands if band.highest is not None]
    return Band(sum(band.lowest for band in bands), sum(highest) if len(highest) == len(bands) else None, max(band.places for band in bands))


def pooled_count(counts: Sequence[Count]) -> Count:
    """Several groups, or periods of one, put together: the sum of what is known, else the strongest reason why nothing is.

    Reads    teams = the most that stand behind one of them: they are the same teams.
    """
    parts = [count for count in counts if count.blank is None and count.denominator is not None]
    if not parts:
        return Count(None, None, strongest_blank(count.blank for count in counts if count.blank), max((count.teams for count in counts), default=0))
    numerator, denominator = sum(count.numerator for count in parts), sum(count.denominator for count in parts)
    return Count(numerator, denominator, None, max(count.teams for count in parts), band_together(parts))
