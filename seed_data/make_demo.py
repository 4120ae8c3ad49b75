"""Makes the demo network's files from its plan: python -m seed_data.make_demo

Written by hand are the definitions and the words (measures, groups, frameworks, teams, events, changes, stories, actions);
written here is what is counted or scored. The same plan gives the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from seed_data import maturity, observations
from seed_data.tables import DEMO, UPDATE, write_rows

TEAM_MEASURES = "team_id measure_id standing aim aim_on registered_on baseline_from baseline_to focus_group visibility"


def make_demo(demo: Path = DEMO, update: Path = UPDATE) -> None:
    """Write every file that is made, into these two folders: the first load and the second."""
    first, late = observations.observations()
    write_rows(demo, "observations", observations.COLUMNS, first)
    write_rows(update, "observations", observations.COLUMNS, late)
    write_rows(demo, "team_measures", TEAM_MEASURES, observations.team_measures())
    write_rows(demo, "assessments", maturity.ASSESSMENTS, maturity.assessments())
    write_rows(demo, "progress", maturity.PROGRESS, maturity.progress())
    write_rows(demo, "practice_use", maturity.PRACTICE_USE, maturity.practice_use())


if __name__ == "__main__":
    make_demo()
