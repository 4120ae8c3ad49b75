from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text

from data_access.loading.restatements import restatements
from data_access.schema import released
from tests.data_access.folders import dump, load
from tests.shared import REPOSITORY, SHARED

pytestmark = pytest.mark.needs_shared

MAPPING = REPOSITORY / "docs/mappings/us_infant_mortality.toml"
SUMS = text(
    """
    SELECT group_code, SUM(numerator) AS deaths, SUM(denominator) AS births FROM observation_summary
    WHERE measure_id = 'infant_mortality' AND stratifier_id = 'race_ethnicity' AND period_start BETWEEN :first AND :last GROUP BY group_code
    """
)


@pytest.fixture
def source() -> Path:
    return SHARED / "data/us_infant_mortality"


@pytest.fixture
def states(engine: Engine, source: Path) -> Engine:
    load(engine, source, mapping=MAPPING)
    return engine


def test_both_vintages_are_loaded_and_the_differences_between_them_are_kept(states: Engine) -> None:
    found = dump(states, "load", "team", "observation", "observation_history")
    assert [str(row[3]) for row in found["load"]] == ["2024-10-25", "2026-01-01"]
    assert (len(found["team"]), len(found["observation"])) == (51, 14_994)
    with states.connect() as connection:
        changed = restatements(connection, 2)
    was_hidden, is_hidden = changed["old_numerator"].isna(), changed["new_numerator"].isna()
    # as the source's README counts them
    assert ((was_hidden & ~is_hidden).sum(), (~was_hidden & is_hidden).sum()) == (1814, 4)
    assert (changed["old_denominator"] != changed["new_denominator"]).sum() == 54
    assert (changed["old_numerator"] != changed["new_numerator"])[~was_hidden & ~is_hidden].sum() == 18
    assert (changed["new_numerator"][was_hidden] == 0).sum() == 408


def test_what_the_source_hides_is_a_blank_that_keeps_its_denominator(states: Engine) -> None:
    with states.connect() as connection:
        hidden = connection.execute(
            text("SELECT COUNT(*), COUNT(denominator), COUNT(numerator) FROM observation WHERE blank_reason = 'hidden_at_source'")
        ).one()
    assert tuple(hidden) == (2727, 2727, 0)


def test_the_gap_is_the_published_one(states: Engine) -> None:
    published = {2003: (8.47, 2.49), 2012: (6.61, 2.33), 2023: (6.94, 2.61)}
    assert {year: gap_of_year(states, year) for year in published} == published


def gap_of_year(states: Engine, year: int) -> tuple[float, float]:
    """Black minus White per 1,000 births, and Black over White."""
    with states.connect() as connection:
        rows = connection.execute(SUMS, {"first": f"{year}-01-01", "last": f"{year}-12-31"}).all()
    rates = {row.group_code: float(row.deaths) / float(row.births) * 1000 for row in rows}
    return round(rates["black"] - rates["white"], 2), round(rates["black"] / rates["white"], 2)


def test_loading_it_again_changes_nothing(states: Engine, source: Path) -> None:
    before = dump(states, "store_state", "load")
    assert load(states, source, mapping=MAPPING).load_id is None
    assert dump(states, "store_state", "load") == before


def test_the_command_of_the_mapping_file_loads_it(tmp_path: Path, source: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "DATABASE_URL": f"sqlite:///{tmp_path / 'us.db'}"}
    command = [sys.executable, "-W", "error", "-m", "data_access", "load", str(source), "--mapping", str(MAPPING)]
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "") and "Loaded as load 2, vintage 2026-01-01." in done.stdout


def test_where_counts_are_shared_most_of_them_are_said(engine: Engine, source: Path, tmp_path: Path) -> None:
    # In these files groups may outnumber the total of their state, for they come from other questions to the source.
    shutil.copytree(MAPPING.parent, tmp_path / "mappings")
    mapping = tmp_path / "mappings" / MAPPING.name
    mapping.write_text(MAPPING.read_text(encoding="utf-8").replace('"public_data"', '"shared_counts"'), encoding="utf-8")
    load(engine, source, mapping=mapping)
    with engine.connect() as connection:
        series = connection.scalars(select(released.c.cells).where(released.c.measure_id == "infant_mortality", released.c.policy == "shared_counts")).all()
    is_hidden = [cell[3] for cells in series for cell in json.loads(cells)]
    assert len(is_hidden) > 8_000 and 0 < sum(is_hidden) < 0.2 * len(is_hidden)
