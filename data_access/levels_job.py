"""Makes where each team stands on every framework, in the transaction of the load; pages only read it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from sqlalchemy import Connection, delete, insert, select

from data_access import schema
from data_access.maturity_scores import SCORES
from equity.maturity import Score
from equity.team_maturity import LEVELS_VERSION, TeamDomain, team_domains, weightiest_rater

DOMAIN = schema.framework_domain.c
DOMAINS = select(DOMAIN.framework_id, DOMAIN.version, DOMAIN.domain_id).order_by(DOMAIN.framework_id, DOMAIN.version, DOMAIN.domain_id)


def keep_levels(connection: Connection) -> None:
    """Compute every team's levels anew, in the caller's transaction."""
    connection.execute(delete(schema.team_levels))
    for key, rows in groupby(connection.execute(DOMAINS).all(), lambda row: tuple(row[:2])):
        kept = list(_teams_on(connection, key, [row.domain_id for row in rows]))
        if kept:
            connection.execute(insert(schema.team_levels), kept)


def _teams_on(connection: Connection, key: tuple[str, str], domain_ids: Sequence[str]) -> Iterator[dict[str, object]]:
    """The rows of one framework's version: its scores come team by team."""
    named = dict(zip(("framework_id", "version"), key, strict=True))
    for team_id, rows in groupby(connection.execute(SCORES, named), lambda row: row.team_id):
        scores = [Score(*row) for row in rows]
        days = [score.assessed_on for score in scores]
        domains = [domain for domain in team_domains(scores, dict.fromkeys(domain_ids, "")) if domain.now is not None]
        yield {
            **named,
            "team_id": team_id,
            "first_on": min(days),
            "latest_on": max(days),
            "shown_rater": weightiest_rater(scores),
            "domains": json.dumps([_written(domain) for domain in domains], separators=(",", ":")),
            "rules_version": LEVELS_VERSION,
        }


def _written(domain: TeamDomain) -> list[str | int | bool | None]:
    raters = domain.raters
    levels = [raters.own, raters.coach, raters.agreed, raters.lowest, raters.highest, raters.raters]
    return [domain.domain_id, domain.then, domain.now, domain.unsupported, *levels]
