"""Since which load each verdict has its word: written by the job that judges, in its own transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select

from data_access import schema

LOG = schema.verdict_log.c

LATEST_LOAD = select(func.max(schema.load.c.load_id))
LOGGED = (
    select(LOG.team_id, LOG.load_id, LOG.word)
    .where(LOG.measure_id == bindparam("measure_id"), LOG.team_id.in_(bindparam("team_ids", expanding=True)))
    .order_by(LOG.team_id, LOG.load_id)
)
FORGET_SAME_LOAD = delete(schema.verdict_log).where(LOG.measure_id == bindparam("judged"), LOG.load_id == bindparam("load"), LOG.team_id == bindparam("team"))
ADD = insert(schema.verdict_log)


def log_words(connection: Connection, measure_id: str, words: Mapping[str, str]) -> None:
    """Note each team's word on a measure where it is another than the last one noted.

    Takes    words: the verdict's word by team_id.
    Reads    judged again within one load, the later word is that load's.
    """
    load_id = connection.scalar(LATEST_LOAD)
    if load_id is None:
        return
    logged = connection.execute(LOGGED, {"measure_id": measure_id, "team_ids": list(words)}).all()
    last = {row.team_id: row.word for row in logged}
    changed = [{"team_id": team_id, "measure_id": measure_id, "load_id": load_id, "word": word} for team_id, word in words.items() if last.get(team_id) != word]
    _forget(connection, measure_id, load_id, {row["team_id"] for row in changed} & _noted_in(logged, load_id))
    if changed:
        connection.execute(ADD, changed)


def _noted_in(logged: Iterable[Row], load_id: int) -> set[str]:
    return {row.team_id for row in logged if row.load_id == load_id}


def _forget(connection: Connection, measure_id: str, load_id: int, team_ids: Iterable[str]) -> None:
    rows = [{"judged": measure_id, "load": load_id, "team": team_id} for team_id in sorted(team_ids)]
    if rows:
        connection.execute(FORGET_SAME_LOAD, rows)
