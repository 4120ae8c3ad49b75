"""A large made-up network as a folder of CSV files: the same bytes every time, only as much like life as loading and drawing need."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

from equity.periods import add_months
from seed_data.tables import DEMO, rows_of, write_rows

# What the Network page draws beside counts is the demo's own.
TAKEN = ("frameworks", "levels", "events")
GROUPS = ("first", "second", "third", "fourth", "fifth", "sixth", "unknown")
SHARES = (0.46, 0.24, 0.14, 0.08, 0.04, 0.03, 0.01)
KINDS = ("outcome", "outcome", "outcome", "process", "process", "process", "balancing", "structural")
# The last month of every network; the one before as_of is due.
LAST_MONTH, AS_OF = date(2026, 9, 1), "2026-10-28"
FRAMEWORK = ("community_solutions", ("2025-01-15", "2026-07-15"))

NETWORK = "network_id name starts_on months as_of synthetic"
TEAMS = "team_id name sector setting joined_on"
STRATIFIERS = "stratifier_id name"
GROUP = "stratifier_id group_code label position kind"
MEASURES = (
    "measure_id name position kind number numerator_words denominator_words improvement_direction unit multiplier grain due_days "
    "stratifier_id reference_group focus_group scale meaningful_change"
)
TEAM_MEASURES = "team_id measure_id standing baseline_from baseline_to"
ASSESSMENTS = "team_id framework_id version assessed_on rater rater_code domain_id item_id level"
OBSERVATIONS = "team_id,measure_id,stratifier_id,group_code,period_start,numerator,denominator,blank_reason\n"


@dataclass(frozen=True, slots=True)
class Size:
    """How large a network is; each series is of seven groups and their total."""

    teams: int
    measures: int = 8
    months: int = 36

    @property
    def words(self) -> str:
        return f"{self.teams:,} teams x {self.measures} measures x {self.months} months x {len(GROUPS)} groups"

    @property
    def first_month(self) -> date:
        return add_months(LAST_MONTH, 1 - self.months)

    @property
    def starts(self) -> list[str]:
        """The first day of every month."""
        return [add_months(self.first_month, month).isoformat() for month in range(self.months)]

    @property
    def kinds(self) -> list[str]:
        """What each measure is."""
        return list(islice(cycle(KINDS), self.measures))


def write_network(folder: Path, size: Size) -> int:
    """Write every file of a network of this size; how many observations that are."""
    folder.mkdir(parents=True)
    for name in TAKEN:
        shutil.copy(DEMO / f"{name}.csv", folder)
    team_ids = [f"team-{number:04}" for number in range(1, size.teams + 1)]
    write_rows(folder, "network", NETWORK, [network(size)])
    write_rows(folder, "teams", TEAMS, ({"team_id": one, "name": one.replace("team-", "Made-up team "), "joined_on": size.first_month} for one in team_ids))
    write_rows(folder, "stratifiers", STRATIFIERS, [{"stratifier_id": "people", "name": "People"}])
    write_rows(folder, "groups", GROUP, map(group, range(len(GROUPS))))
    write_rows(folder, "measures", MEASURES, (measure(place, kind) for place, kind in enumerate(size.kinds)))
    write_rows(folder, "team_measures", TEAM_MEASURES, (team_measure(team_id, place, size) for team_id in team_ids for place in range(size.measures)))
    write_rows(folder, "assessments", ASSESSMENTS, assessments(team_ids))
    return write_observations(folder / "observations.csv", team_ids, size)


def network(size: Size) -> dict[str, object]:
    named = {"network_id": "large", "name": "Large made-up network", "synthetic": "true"}
    return {**named, "starts_on": size.first_month, "months": size.months, "as_of": AS_OF}


def group(place: int) -> dict[str, object]:
    code = GROUPS[place]
    kind = "unknown" if code == "unknown" else "group"
    return {"stratifier_id": "people", "group_code": code, "label": f"{code.capitalize()} group", "position": place + 1, "kind": kind}


def measure(place: int, kind: str) -> dict[str, object]:
    comparison = {"stratifier_id": "people", "reference_group": "others", "focus_group": "third", "scale": "difference", "meaningful_change": 2}
    counted = {"number": "proportion", "numerator_words": "Those who have it", "denominator_words": "Those who were seen"}
    shown = {"unit": "% of people", "multiplier": 100, "grain": "month", "due_days": 45}
    direction = "lower" if place % 2 else "higher"
    named = {"measure_id": f"m{place + 1}", "name": f"Made-up measure {place + 1}", "position": place + 1, "kind": kind}
    return {**named, **counted, "improvement_direction": direction, **shown, **comparison}


def team_measure(team_id: str, place: int, size: Size) -> dict[str, object]:
    year = {"baseline_from": size.first_month, "baseline_to": add_months(size.first_month, 12) - timedelta(days=1)}
    return {"team_id": team_id, "measure_id": f"m{place + 1}", "standing": "core", **year}


def assessments(team_ids: list[str]) -> Iterator[dict[str, object]]:
    """Each team's own level on each domain, first and latest."""
    chance = random.Random(5)
    framework_id, days = FRAMEWORK
    domains = {(row["version"], row["domain_id"]) for row in rows_of(DEMO, "frameworks") if row["framework_id"] == framework_id}
    for team_id in team_ids:
        for version, domain_id in sorted(domains):
            first = chance.randint(1, 3)
            for day, level in zip(days, (first, min(first + chance.randint(0, 2), 5)), strict=True):
                scored = {"team_id": team_id, "framework_id": framework_id, "version": version, "assessed_on": day, "rater": "self", "rater_code": "S"}
                yield {**scored, "domain_id": domain_id, "level": level}


def write_observations(path: Path, team_ids: list[str], size: Size) -> int:
    """Counts of every team and measure; how many rows were written."""
    chance = random.Random(3)
    written = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(OBSERVATIONS)
        for team_id in team_ids:
            for place in range(size.measures):
                lines = list(series(chance, f"{team_id},m{place + 1}", size.starts))
                file.writelines(lines)
                written += len(lines)
    return written


def series(chance: random.Random, owner: str, starts: list[str]) -> Iterator[str]:
    """One team's measure: a level that drifts, and groups that start apart and come closer or not."""
    size, level, drift = chance.choice((300, 900, 2500)), chance.uniform(0.3, 0.7), chance.uniform(-0.002, 0.003)
    apart = [chance.uniform(-0.12, 0.12) for _ in GROUPS]
    closing = [chance.uniform(-0.01, 0.025) for _ in GROUPS]
    for month, start in enumerate(starts):
        if chance.random() < 0.03:
            yield f"{owner},overall,all,{start},,,not_reported\n"
            continue
        shares = [level + drift * month + apart[place] * (1 - closing[place] * month) for place in range(len(GROUPS))]
        counts = [count(chance, round(size * SHARES[place]), shares[place]) for place in range(len(GROUPS))]
        yield f"{owner},overall,all,{start},{sum(part for part, _ in counts)},{sum(whole for _, whole in counts)},\n"
        for code, (part, whole) in zip(GROUPS, counts, strict=True):
            yield f"{owner},people,{code},{start},{part},{whole},\n"


def count(chance: random.Random, usual: int, share: float) -> tuple[int, int]:
    """Numerator and denominator about as chance would have them."""
    whole = max(3, round(usual * chance.uniform(0.85, 1.15)))
    expected = min(max(share, 0.02), 0.98)
    part = round(whole * expected + chance.gauss(0, 1) * (whole * expected * (1 - expected)) ** 0.5)
    return min(max(part, 0), whole), whole
