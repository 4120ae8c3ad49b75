"""What a load changed in numbers that had been reported before: old value, new value, when."""

from __future__ import annotations

import pandas as pd
from sqlalchemy import Connection, text

RESTATEMENTS = text(
    """
    SELECT s.team_id, s.measure_id, s.stratifier_id, s.group_code, h.period_start,
           h.old_numerator, h.old_denominator, h.old_blank_reason, h.new_numerator, h.new_denominator, h.new_blank_reason,
           l.load_id, l.loaded_at, l.vintage
    FROM observation_history h
    JOIN series s ON s.series_id = h.series_id
    JOIN load l ON l.load_id = h.load_id
    WHERE h.load_id = :load_id
      AND COALESCE(h.old_blank_reason, '') NOT IN ('not_due', 'not_reported')
      AND (COALESCE(h.old_numerator, -1) <> COALESCE(h.new_numerator, -1)
           OR COALESCE(h.old_denominator, -1) <> COALESCE(h.new_denominator, -1)
           OR COALESCE(h.old_blank_reason, '') <> COALESCE(h.new_blank_reason, ''))
    ORDER BY s.measure_id, s.team_id, s.stratifier_id, s.group_code, h.period_start
    """
)


def restatements(connection: Connection, load_id: int) -> pd.DataFrame:
    """Numbers and blanks that a load restated; empty for a load that was undone.

    Takes    connection: of whoever loads. The counts are unreleased: for the load's own report, never for a page.
    Returns  team_id, measure_id, stratifier_id, group_code, period_start, old_numerator, old_denominator, old_blank_reason,
             new_numerator, new_denominator, new_blank_reason, load_id, loaded_at, vintage; by measure, team, group, period.
    Reads    a number that takes the place of not_due or not_reported came late and restates nothing.
    """
    return pd.read_sql_query(RESTATEMENTS, connection, params={"load_id": load_id})
