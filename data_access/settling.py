"""Between what the files say of a team's visibility and what the team chose in the app: which of them holds.

`team_measure.visibility` is what holds, and what every query reads. A load or an undoing works on what the files say: it is put back for as
long as the transaction lasts, and settled at its end, so that neither loses a choice.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, and_, select, update

from data_access import schema
from data_access.choice_tables import visibility_choice
from data_access.visibility import stricter

CHOICE, TERMS = visibility_choice.c, schema.team_measure.c
ON_TERMS = and_(TERMS.team_id == CHOICE.team_id, TERMS.measure_id == CHOICE.measure_id)
CHOICES = (
    select(CHOICE.team_id, CHOICE.measure_id, CHOICE.visibility, CHOICE.filed_then, CHOICE.filed, TERMS.visibility.label("stands"))
    .select_from(visibility_choice.join(schema.team_measure, ON_TERMS))
    .order_by(CHOICE.team_id, CHOICE.measure_id)
)


@dataclass(frozen=True, slots=True)
class Differing:
    """A choice and a file that said something else after it was made. holds: the stricter of the two."""

    team_id: str
    measure_id: str
    chosen: str
    filed: str
    holds: str

    def __str__(self) -> str:
        return (
            f"Team {self.team_id}, measure {self.measure_id}: the file now says {self.filed}, the team chose {self.chosen} in the app. "
            f"The stricter holds: {self.holds}."
        )


def holding_of(chosen: str, filed_then: str, filed: str) -> str:
    """What holds: the choice, where the file says what it said when it was made; else the stricter of the two."""
    return chosen if filed == filed_then else stricter(chosen, filed)


def put_back_filed(connection: Connection) -> None:
    """Have every team's visibility be what the files say, until `settle` in the same transaction."""
    for row in connection.execute(CHOICES).all():
        set_visibility(connection, row.team_id, row.measure_id, row.filed)


def settle(connection: Connection) -> None:
    """Take what stands as what the files say, and have what holds stand again."""
    for row in connection.execute(CHOICES).all():
        connection.execute(update(visibility_choice).where(CHOICE.team_id == row.team_id, CHOICE.measure_id == row.measure_id).values(filed=row.stands))
        set_visibility(connection, row.team_id, row.measure_id, holding_of(row.visibility, row.filed_then, row.stands))


def set_visibility(connection: Connection, team_id: str, measure_id: str, visibility: str) -> None:
    """Have a team appear so on a measure."""
    connection.execute(update(schema.team_measure).where(TERMS.team_id == team_id, TERMS.measure_id == measure_id).values(visibility=visibility))


def differing(connection: Connection) -> list[Differing]:
    """Every choice that a file has contradicted since it was made."""
    rows = connection.execute(CHOICES).all()
    return [Differing(row.team_id, row.measure_id, row.visibility, row.filed, row.stands) for row in rows if row.filed != row.filed_then]
