"""What the load kept of each measure's gap inside its teams and between them."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from data_access import schema
from data_access.store import reading
from data_access.viewer import Viewer
from equity.catalogue import Measure
from equity.rates import Estimate
from equity.standardised_gap import StandardisedGap
from equity.teams_together import TeamsTogether

OF_MEASURE = select(schema.teams_together).where(schema.teams_together.c.measure_id == bindparam("measure_id"))
ESTIMATES = ("difference", "ratio", "mean", "prediction")


def kept_together(viewer: Viewer, measure: Measure) -> TeamsTogether | None:
    """What the teams of a measure say together in its latest period; None where nothing was kept. Made of what everybody may see."""
    with reading() as connection:
        row = connection.execute(OF_MEASURE, {"measure_id": measure.measure_id}).one_or_none()
    if row is None:
        return None
    said = {name: float("nan") if value is None else value for name, value in row._mapping.items()}
    difference, ratio, mean, prediction = (Estimate(*(said[f"{name}{end}"] for end in ("", "_low", "_high"))) for name in ESTIMATES)
    nothing = float("nan")
    inside = StandardisedGap(said["crude_difference"], difference, nothing, said["crude_ratio"], ratio, nothing, row.teams)
    return TeamsTogether(inside, mean, prediction)
