from __future__ import annotations

from sqlalchemy import Engine, text
from sqlalchemy.exc import IntegrityError

SERIES = "(SELECT series_id FROM series WHERE team_id = 'north' AND measure_id = '{measure}' AND group_code = '{group}')"


def observation(measure: str, group: str, counts: str, *, start: str = "2025-07-01", number: str = "proportion") -> str:
    return (
        "INSERT INTO observation (series_id, number, period_start, numerator, denominator, blank_reason, load_id) "
        f"VALUES ({SERIES.format(measure=measure, group=group)}, '{number}', '{start}', {counts}, 1)"
    )


def takes(engine: Engine, statement: str) -> bool:
    """Whether the database takes a statement; it is taken back either way."""
    with engine.connect() as connection:
        try:
            connection.execute(text(statement))
        except IntegrityError:
            return False
        finally:
            connection.rollback()
    return True


POSSIBLE = [
    observation("bp", "all", "0, 0, NULL"),
    observation("bp", "all", "10, 10, NULL"),
    observation("bp", "all", "NULL, NULL, 'not_due'"),
    observation("bp", "all", "NULL, 10, 'hidden_at_source'"),
    observation("falls", "all", "11, 10, NULL", number="rate"),
    observation("wait", "all", "11, NULL, NULL", number="time_between"),
]
IMPOSSIBLE = [
    observation("bp", "all", "11, 10, NULL"),
    observation("bp", "all", "-1, 10, NULL"),
    observation("bp", "all", "NULL, -1, 'not_due'"),
    observation("bp", "all", "NULL, 10, NULL"),
    observation("bp", "all", "5, 10, 'not_due'"),
    observation("bp", "all", "NULL, 10, 'hidden'"),
    observation("bp", "all", "5, NULL, NULL"),
    observation("falls", "all", "5, NULL, NULL", number="rate"),
    observation("bp", "all", "11, 10, NULL", number="rate"),
    observation("bp", "all", "30, 50, NULL", start="2025-01-01"),
    observation("bp", "nobody", "1, 2, NULL"),
]
FORBIDDEN = [
    "INSERT INTO network (network_id, name, starts_on, months, synthetic, release_policy) VALUES ('b', 'B', '2025-01-01', 1, true, 'x')",
    "UPDATE network SET months = 0",
    "UPDATE measure SET focus_group = 'french' WHERE measure_id = 'bp'",
    "UPDATE measure SET reference_group = 'french' WHERE measure_id = 'bp'",
    "UPDATE measure SET stratifier_id = 'payer' WHERE measure_id = 'bp'",
    "UPDATE measure SET number = 'rate' WHERE measure_id = 'bp'",
    "UPDATE measure SET number = 'guess' WHERE measure_id = 'wait'",
    "UPDATE measure SET kind = 'other'",
    "UPDATE measure SET grain = 'week'",
    "UPDATE measure SET scale = 'log'",
    "UPDATE measure SET improvement_direction = 'up'",
    "UPDATE measure SET multiplier = 0",
    "UPDATE measure SET due_days = -1",
    "UPDATE measure SET meaningful_change = 0",
    "INSERT INTO measure_guard (measure_id, guarded_measure_id) VALUES ('falls', 'none')",
    "UPDATE stratifier_group SET kind = 'other'",
    "INSERT INTO team_measure (team_id, measure_id, standing) VALUES ('east', 'bp', 'core')",
    "INSERT INTO team_measure (team_id, measure_id, standing) VALUES ('south', 'none', 'core')",
    "UPDATE team_measure SET standing = 'other'",
    "UPDATE team_measure SET visibility = 'other'",
    "UPDATE team_measure SET focus_group = 'spanish' WHERE team_id = 'north'",
    "UPDATE team_measure SET focus_group = 'french' WHERE team_id = 'south'",
    "UPDATE team_measure SET baseline_to = NULL WHERE measure_id = 'bp' AND team_id = 'north'",
    "UPDATE team_measure SET baseline_to = '2024-01-01' WHERE measure_id = 'bp' AND team_id = 'north'",
    "INSERT INTO series (team_id, measure_id, number, stratifier_id, group_code) VALUES ('south', 'falls', 'rate', 'overall', 'all')",
    "INSERT INTO series (team_id, measure_id, number, stratifier_id, group_code) VALUES ('north', 'bp', 'proportion', 'overall', 'all')",
    "INSERT INTO series (team_id, measure_id, number, stratifier_id, group_code) VALUES ('north', 'bp', 'rate', 'language', 'unasked')",
    "INSERT INTO series (team_id, measure_id, number, stratifier_id, group_code) VALUES ('north', 'bp', 'proportion', 'language', 'french')",
    "INSERT INTO framework_level (framework_id, version, domain_id, level, label, wording) VALUES ('f', '1', 'none', 1, 'x', 'x')",
    "INSERT INTO framework_level (framework_id, version, domain_id, level, label, wording) VALUES ('f', '2', '', 1, 'x', 'x')",
    "INSERT INTO framework_item (framework_id, version, domain_id, item_id, item, position) VALUES ('f', '1', 'none', 'x', 'x', 1)",
    "UPDATE score SET domain_id = 'none' WHERE item_id = ''",
    "UPDATE score SET item_id = 'none' WHERE item_id = 'split'",
    "UPDATE score SET version = '2'",
    "UPDATE assessment SET rater = 'boss'",
    "UPDATE assessment SET version = '2'",
    "UPDATE progress_score SET score = 5.5",
    "UPDATE progress_score SET score = 0",
    "UPDATE practice_use SET practice_id = 'none'",
    "UPDATE event SET kind = 'party'",
    "UPDATE event SET ends_on = '2024-01-01'",
    "UPDATE change SET decision = 'maybe'",
    "INSERT INTO change_measure (change_id, measure_id) VALUES ('x2', 'none')",
    "UPDATE story SET team_id = 'east'",
    "UPDATE action SET team_id = 'east'",
    "DELETE FROM team WHERE team_id = 'north'",
    'INSERT INTO store_state ("only", version) VALUES (2, 1)',
]


def test_the_database_takes_an_observation_that_can_be(loaded: Engine) -> None:
    assert [statement for statement in POSSIBLE if not takes(loaded, statement)] == []


def test_the_database_refuses_an_observation_that_cannot_be(loaded: Engine) -> None:
    assert [statement for statement in IMPOSSIBLE if takes(loaded, statement)] == []


def test_the_database_refuses_what_the_rules_forbid(loaded: Engine) -> None:
    assert [statement for statement in FORBIDDEN if takes(loaded, statement)] == []
