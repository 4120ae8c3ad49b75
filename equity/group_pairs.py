"""Every known group of a division beside its reference, in the latest period that has a gap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from equity.blanks import HIDDEN
from equity.catalogue import OTHERS, Stratifier
from equity.counts import HIDDEN_COUNT, Count
from equity.groups import Reference, pooled_count
from equity.pairwise import Pair, each_against
from equity.trend import GapPoint, GapTrend


def group_pairs(rows: Sequence[tuple[str, Count, Count]], trend: GapTrend, reference: Reference, stratifier: Stratifier, focus: str) -> dict[str, Pair]:
    """Each known group against its reference, all tested together, by label; the reference group itself is none of them.

    Takes    rows: (label, then, now) with released counts; trend: of the focus group, whose own two counts are taken as they stand there.
    Reads    against others, a group whose others are in part hidden is not known: the sum of the rest is somebody else.
    """
    if trend.latest is None:
        return {}
    now = {label: count for label, _, count in rows}
    known = {group.label: group.group_code for group in stratifier.known_groups if group.label in now}
    own = () if reference.kind == OTHERS else reference.group_codes
    counts, focused = {label: now[label] for label in known}, stratifier.group(focus).label
    compared = [label for label, code in known.items() if code not in own]
    return each_against({label: sides(label, counts, trend.latest, reference, focused) for label in compared}, trend.measure)


def sides(label: str, now: Mapping[str, Count], latest: GapPoint, reference: Reference, focused: str) -> tuple[Count, Count]:
    """A group's counts and those that it is held against."""
    if label == focused:
        return latest.focus, latest.reference
    if reference.kind != OTHERS:
        return now[label], latest.reference
    others = [count for other, count in now.items() if other != label]
    return now[label], HIDDEN_COUNT if any(count.blank == HIDDEN for count in others) else pooled_count(others)
