"""The demo network's scores: assessments by the team and its coach, progress, and practices in use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from seed_data.people import generator
from seed_data.tables import DEMO, PLAN, Row, rows_of

ASSESSMENTS = "team_id framework_id version assessed_on rater rater_code domain_id item_id level evidence note"
PROGRESS = "team_id scored_on rater score evidence"
PRACTICE_USE = "team_id practice_id period_start stage"

ROUNDS = (date(2025, 7, 14), date(2026, 1, 20), date(2026, 5, 20), date(2026, 9, 16))
PROGRESS_DAYS = (
    *(date(2025, 7, 31), date(2025, 9, 30), date(2025, 11, 30), date(2026, 1, 31)),
    *(date(2026, 3, 31), date(2026, 5, 31), date(2026, 7, 31), date(2026, 10, 2)),
)
QUARTERS = (date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1))
STAGES = ("none", "planned", "started", "in_use", "sustained")
SCORED_ONCE = "rise_to_health"
CONSENSUS_EACH_TIME = 0.6
UP_WITHOUT_EVIDENCE = 0.18

Domains = dict[str, list[str]]


def step(first: int, last: int, number: int, steps: int) -> int:
    """The whole level on the way from first to last at this step, halves rounded up."""
    return first + (2 * (last - first) * number + steps) // (2 * steps)


def domains_of(framework_id: str) -> Domains:
    """The framework's domains in order, each with its items; a domain without items has one empty item."""
    domains: Domains = {}
    for row in rows_of(DEMO, "frameworks"):
        if row["framework_id"] == framework_id:
            domains.setdefault(row["domain_id"], []).append(row["item_id"])
    return domains


@cache
def evidence_texts() -> dict[tuple[str, str, int], list[str]]:
    texts: dict[tuple[str, str, int], list[str]] = {}
    for row in rows_of(PLAN, "evidence"):
        texts.setdefault((row["framework_id"], row["domain_id"], int(row["level"])), []).append(row["evidence"])
    return texts


def rounds_of(entry: Row) -> tuple[date, ...]:
    """The days on which a team was scored: not before it joined, and once only for the framework that is scored once."""
    joined = {row["team_id"]: date.fromisoformat(row["joined_on"]) for row in rows_of(DEMO, "teams")}[entry["team_id"]]
    days = ROUNDS[-1:] if entry["framework_id"] == SCORED_ONCE else ROUNDS
    return tuple(day for day in days if day >= joined)


def levels_by_rater(entry: Row, domain_id: str, agreed: int, last_round: bool) -> dict[str, int]:
    """What the team, its coach and both together say of one domain."""
    rng = generator("raters", entry["team_id"], entry["framework_id"], domain_id, agreed)
    above, below = int(rng.random() < 0.35), int(rng.random() < 0.2)
    if domain_id == entry["apart"] and last_round:
        above = below = 1
    elif above:
        below = 0
    return {"self": min(agreed + above, 5), "coach": max(agreed - below, 1), "consensus": agreed}


def raters_of(entry: Row, day: date) -> tuple[str, ...]:
    """Who scored on this day: at the first and the last round both always agreed on one level in the end."""
    if entry["framework_id"] == SCORED_ONCE:
        return ("self",)
    agreed = day in (ROUNDS[0], ROUNDS[-1]) or generator("agreed", entry["team_id"], day).random() < CONSENSUS_EACH_TIME
    return ("self", "coach", "consensus") if agreed else ("self", "coach")


def item_levels(entry: Row, domain_id: str, items: list[str], level: int) -> list[int]:
    """Levels of a domain's items, whose median (lower of two) is the domain's level."""
    if items == [""]:
        return [level]
    spread = [[0, 0, 0], [0, 0, 1], [-1, 0, 0], [-1, 0, 1]][int(generator("items", entry["team_id"], domain_id).random() * 4)]
    return [min(max(level + off, 1), 5) for off in ([0, 1] if len(items) == 2 else spread)]


def evidence_for(entry: Row, rater: str, domain_id: str, level: int) -> str:
    """The text on file for a level; some moves up have none, and level 1 needs none."""
    texts = evidence_texts().get((entry["framework_id"], domain_id, level), [""])
    rng = generator("evidence", entry["team_id"], entry["framework_id"], rater, domain_id, level)
    missing, choice = rng.random() < UP_WITHOUT_EVIDENCE, int(rng.random() * len(texts))
    return "" if missing else texts[choice]


def scores_of(entry: Row, domains: Domains, day: date, rater: str) -> Iterator[tuple[str, str, int]]:
    """Domain, item and level of every score that one rater gave on one day."""
    for (domain_id, items), (first, last) in zip(domains.items(), entry["levels"].split(), strict=True):
        agreed = step(int(first), int(last), ROUNDS.index(day), len(ROUNDS) - 1)
        level = levels_by_rater(entry, domain_id, agreed, day == ROUNDS[-1])[rater]
        for item_id, item_level in zip(items, item_levels(entry, domain_id, items, level), strict=True):
            yield domain_id, item_id, item_level


def assessment_rows(entry: Row) -> Iterator[dict[str, object]]:
    """Every score of one team on one framework."""
    framework_id = entry["framework_id"]
    version = next(row["version"] for row in rows_of(DEMO, "frameworks") if row["framework_id"] == framework_id)
    fixed, domains = {"team_id": entry["team_id"], "framework_id": framework_id, "version": version}, domains_of(framework_id)
    scorings = [(day, rater) for day in rounds_of(entry) for rater in raters_of(entry, day)]
    for day, rater in scorings:
        for domain_id, item_id, level in scores_of(entry, domains, day, rater):
            score = {"domain_id": domain_id, "item_id": item_id, "level": level, "evidence": evidence_for(entry, rater, domain_id, level)}
            yield fixed | {"assessed_on": day, "rater": rater, "rater_code": rater[:1].upper()} | score


def assessments() -> Iterator[dict[str, object]]:
    """All scores of all teams."""
    for entry in rows_of(PLAN, "maturity"):
        yield from assessment_rows(entry)


def progress() -> Iterator[dict[str, object]]:
    """The 0.5 to 5 scores that coach and team set; some teams see themselves half a point ahead at the last ones."""
    words = {float(row["score"]): row["evidence"] for row in rows_of(PLAN, "progress_words")}
    for entry in rows_of(PLAN, "progress"):
        scored = [(day, float(score)) for day, score in zip(PROGRESS_DAYS, entry["scores"].split(), strict=True) if score != "."]
        ahead = int(entry["self_ahead"])
        for place, (day, score) in enumerate(scored):
            own = score + (0.5 if place >= len(scored) - ahead else 0)
            yield {"team_id": entry["team_id"], "scored_on": day, "rater": "coach", "score": score, "evidence": words[score]}
            yield {"team_id": entry["team_id"], "scored_on": day, "rater": "self", "score": own, "evidence": words[own]}


def practice_use() -> Iterator[dict[str, object]]:
    """The stage of every practice at every team, quarter by quarter since the first convening."""
    practices = [row["practice_id"] for row in rows_of(DEMO, "practices")]
    for entry in rows_of(PLAN, "practices"):
        for practice_id in practices:
            first, last = entry[practice_id]
            for number, quarter in enumerate(QUARTERS):
                stage = STAGES[step(int(first), int(last), number, len(QUARTERS) - 1)]
                yield {"team_id": entry["team_id"], "practice_id": practice_id, "period_start": quarter, "stage": stage}
