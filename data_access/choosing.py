"""Writes what a member of a team chose about who sees it: the choice, what holds, and a line of the trail for each change, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from data_access import schema
from data_access.accounts.actor import Actor
from data_access.accounts.audit import add_line_from_outside
from data_access.choice_tables import shared_maturity, visibility_choice
from data_access.kept_tables import network_of, raise_version
from data_access.settling import set_visibility
from data_access.store import keeping_choices
from data_access.team_choices import Wanted, require_member
from data_access.verdict_job import keep_together
from data_access.visibility import HIDDEN

CHOICE, TERMS, SHARED = visibility_choice.c, schema.team_measure.c, shared_maturity.c
STANDS = select(TERMS.measure_id, TERMS.visibility).where(TERMS.team_id == bindparam("team_id"))
CHOSEN = select(CHOICE.measure_id).where(CHOICE.team_id == bindparam("team_id"))


def choose(actor: Actor, team_id: str, wanted: Wanted, now: datetime) -> int:
    """Have the team appear as its member wants; returns how many things changed. What it does not work on is passed over.

    Raises   NotOfTheTeam; StoreLocked while a load goes on: nothing is changed then.
    """
    require_member(actor.viewer, team_id)
    with keeping_choices() as connection:
        stands = {row.measure_id: row.visibility for row in connection.execute(STANDS, {"team_id": team_id})}
        chosen = set(connection.scalars(CHOSEN, {"team_id": team_id}))
        measures = {one: new for one, new in wanted.visibility.items() if new != stands.get(one, new)}
        lines = [_choose(connection, team_id, one, (stands[one], new), now, is_first=one not in chosen) for one, new in measures.items()]
        lines += _share(connection, team_id, wanted.shares_maturity, now)
        for about in lines:
            add_line_from_outside(connection, actor.line("visibility", f"{about}, by a member"), now)
        if lines:
            _keep(connection, stands, measures)
    return len(lines)


def _choose(connection: Connection, team_id: str, measure_id: str, change: tuple[str, str], now: datetime, *, is_first: bool) -> str:
    """Write one choice; returns what the trail says of it. What the files say now is what it is held against from here on."""
    old, new = change
    if is_first:
        row = {"team_id": team_id, "measure_id": measure_id, "visibility": new, "filed_then": old, "filed": old, "chosen_at": now}
        connection.execute(insert(visibility_choice), row)
    else:
        of_row = (CHOICE.team_id == team_id, CHOICE.measure_id == measure_id)
        connection.execute(update(visibility_choice).where(*of_row).values(visibility=new, filed_then=CHOICE.filed, chosen_at=now))
    set_visibility(connection, team_id, measure_id, new)
    return f"{team_id} {measure_id} {old} > {new}"


def _share(connection: Connection, team_id: str, wanted: bool | None, now: datetime) -> list[str]:
    """Write the agreement or take it back; what the trail says of it, nothing where it stays as it was."""
    shares = connection.scalar(select(SHARED.team_id).where(SHARED.team_id == team_id)) is not None
    if wanted is None or wanted == shares:
        return []
    if wanted:
        connection.execute(insert(shared_maturity), {"team_id": team_id, "agreed_at": now})
    else:
        connection.execute(delete(shared_maturity).where(SHARED.team_id == team_id))
    words = ("kept", "shared") if wanted else ("shared", "kept")
    return [f"{team_id} maturity levels {' > '.join(words)}"]


def _keep(connection: Connection, before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """What was made of teams' numbers together leaves hidden ones out."""
    for measure_id, visibility in after.items():
        if HIDDEN in (before[measure_id], visibility):
            keep_together(connection, network_of(connection), measure_id)
    raise_version(connection)
