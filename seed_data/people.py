"""Invented people: who was seen by a team in a period, in which groups, and whether the bad thing happened to them.

People are drawn one by one, so that the counts of every stratifier add up to the same total. Only `random()` of numpy's
generator is used: its stream is the same on every machine and in every version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zlib import crc32

import numpy as np

from equity.periods import Period
from seed_data.tables import PLAN, Row, rows_of

SEED = 20261028
DATA_FROM, DATA_TO = date(2024, 7, 1), date(2026, 9, 30)
FEWEST_PEOPLE = 3
NO_USABLE_ADDRESS = 0.01
OTHER_COLUMNS = {
    "payer": {"commercial": "commercial", "medicaid": "medicaid", "medicare": "medicare", "uninsured": "uninsured", "unknown": "payer_unknown"},
    "language": {"other": "other_language", "spanish": "spanish", "vietnamese": "vietnamese", "unknown": "language_unknown"},
}
RACES = ("aian", "asian", "black", "hispanic", "mena", "nhpi", "white")

BURDENS = {(row["stratifier_id"], row["group_code"]): float(row["factor"]) for row in rows_of(PLAN, "burdens")}


@dataclass(frozen=True, slots=True)
class People:
    """One entry a person: group code by stratifier, and whether the person counts as bad news."""

    groups: Mapping[str, np.ndarray]
    bad: np.ndarray

    def some(self, kept: np.ndarray) -> People:
        """Those of them whose entry in kept is True."""
        return People({stratifier: codes[kept] for stratifier, codes in self.groups.items()}, self.bad[kept])


def generator(*key: object) -> np.random.Generator:
    """A stream of its own for each key: editing one team's plan leaves all others as they were."""
    return np.random.default_rng([SEED, crc32(" ".join(map(str, key)).encode())])


def progress_between(first: date, last: date, now: date) -> float:
    """How far now lies on the way from first to last, 0 to 1."""
    return min(max((now - first).days / (last - first).days, 0.0), 1.0)


def share(mix: Row, column: str) -> float:
    return float(mix[column] or 0)


def race_shares(mix: Row, now: date) -> dict[str, float]:
    """Share of each group; who was not asked yet for Middle Eastern or North African is counted as White, as before 2024."""
    unknown_from, unknown_to = share(mix, "unknown_from"), share(mix, "unknown_to")
    unknown = unknown_from + (unknown_to - unknown_from) * progress_between(DATA_FROM, DATA_TO, now)
    known = {code: share(mix, code) for code in RACES}
    if not asks_mena(mix, now):
        known["white"] += known.pop("mena")
    left = (1 - unknown - share(mix, "declined")) / sum(known.values())
    return {code: part * left for code, part in known.items() if part} | {"unknown": unknown, "declined": share(mix, "declined")}


def asks_mena(mix: Row, now: date) -> bool:
    return bool(mix["mena_asked_from"]) and now >= date.fromisoformat(mix["mena_asked_from"])


def shares_of(mix: Row, stratifier_id: str, now: date) -> dict[str, float]:
    """Share of a team's people in each group that it serves."""
    if stratifier_id == "race_ethnicity":
        return race_shares(mix, now)
    if stratifier_id == "place":
        shares = {"rural": share(mix, "rural"), "unknown": NO_USABLE_ADDRESS}
        return {code: part for code, part in (shares | {"urban": 1 - sum(shares.values())}).items() if part}
    shares = {code: share(mix, column) for code, column in OTHER_COLUMNS[stratifier_id].items()}
    if stratifier_id == "language":
        shares["english"] = 1 - sum(shares.values())
    return {code: part for code, part in shares.items() if part}


def shuffled_groups(rng: np.random.Generator, size: int, shares: Mapping[str, float]) -> np.ndarray:
    """Group codes of so many people, in random order: every group served has a few, the largest takes up the rounding."""
    codes = sorted(shares)
    wanted = np.array([size * shares[code] for code in codes]) * (0.92 + 0.16 * rng.random(len(codes)))
    counts = np.maximum(np.rint(wanted).astype(int), [1 if code in ("unknown", "declined") else FEWEST_PEOPLE for code in codes])
    counts[counts.argmax()] += size - counts.sum()
    return np.repeat(np.array(codes), counts)[np.argsort(rng.random(size), kind="stable")]


def planned_rate(gap: Row, side: str, now: date) -> float:
    """The rate, 0 to 1, that the plan gives the focus group or the others on this day."""
    start, end = float(gap[f"{side}_from"]), float(gap[f"{side}_to"])
    return (start + (end - start) * progress_between(date.fromisoformat(gap["turn"]), DATA_TO, now)) / 100


def risks(gap: Row, measure: Row, groups: Mapping[str, np.ndarray], now: date) -> np.ndarray:
    """Each person's chance of the bad thing: the plan's for the focus group and the others, times the burdens of the other groups."""
    own, focus_group = measure["stratifier_id"], gap["focus_group"] or measure["focus_group"]
    favourable = measure["improvement_direction"] == "higher"
    focus, others = ((1 - rate if favourable else rate) for rate in (planned_rate(gap, side, now) for side in ("focus", "others")))
    chance = np.ones(len(groups[own]))
    for stratifier_id, codes in groups.items():
        for code in np.unique(codes):
            factor = BURDENS[stratifier_id, str(code)]
            if stratifier_id == own:
                factor = focus if code == focus_group else others * factor
            chance[codes == code] *= factor
    return np.minimum(chance, 0.97)


def people_seen(gap: Row, measure: Row, mix: Row, stratifiers: tuple[str, ...], period: Period) -> People:
    """The people of one team, measure and period."""
    rng = generator(gap["team_id"], gap["measure_id"], period.start)
    size = round(int(gap["size"]) * (0.95 + 0.1 * rng.random()))
    groups = {stratifier_id: shuffled_groups(rng, size, shares_of(mix, stratifier_id, period.middle)) for stratifier_id in stratifiers}
    return People(groups, rng.random(size) < risks(gap, measure, groups, period.middle))
