"""The summary over teams: what a page of the network reads instead of every team's history."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, text

EMPTY_SUMMARY = text("DELETE FROM observation_summary WHERE measure_id IN :measure_ids").bindparams(bindparam("measure_ids", expanding=True))

# Own measures are never pooled silently: core ones alone. Counts and times between have no denominator to add up.
FILL_SUMMARY = text(
    """
    INSERT INTO observation_summary (measure_id, stratifier_id, group_code, period_start, numerator, denominator, teams)
    SELECT s.measure_id, s.stratifier_id, s.group_code, o.period_start, SUM(o.numerator), COALESCE(SUM(o.denominator), 0), COUNT(*)
    FROM series s
    JOIN team_measure tm ON tm.team_id = s.team_id AND tm.measure_id = s.measure_id AND tm.standing = 'core'
    JOIN observation o ON o.series_id = s.series_id
    WHERE s.measure_id IN :measure_ids AND o.numerator IS NOT NULL
    GROUP BY s.measure_id, s.stratifier_id, s.group_code, o.period_start
    """
).bindparams(bindparam("measure_ids", expanding=True))


def keep_summary(connection: Connection, measure_ids: Collection[str]) -> None:
    """Make the summary of these measures anew, in the caller's transaction."""
    if not measure_ids:
        return
    asked = {"measure_ids": sorted(measure_ids)}
    connection.execute(EMPTY_SUMMARY, asked)
    connection.execute(FILL_SUMMARY, asked)
