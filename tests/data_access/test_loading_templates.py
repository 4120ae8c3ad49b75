from __future__ import annotations

from pathlib import Path

import pytest

from data_access.loading.commands import SEED, SEED_FOLDERS
from data_access.loading.tables import FILES
from data_access.loading.templates import header_line, markdown_of, write_templates
from tests.data_access.folders import problems
from tests.shared import REPOSITORY


@pytest.mark.parametrize("name", FILES)
def test_every_file_and_column_is_documented_as_it_is_read(name: str) -> None:
    assert markdown_of(FILES[name]) in (REPOSITORY / "docs/data.md").read_text("utf-8")


def test_the_documentation_has_no_other_file() -> None:
    lines = (REPOSITORY / "docs/data.md").read_text("utf-8").splitlines()
    assert [line.removeprefix("### ").removesuffix(".csv") for line in lines if line.startswith("### ")] == list(FILES)


def test_the_templates_of_the_documentation_are_those_that_the_command_writes(tmp_path: Path) -> None:
    written = {path.name: path.read_text("utf-8") for path in write_templates(tmp_path / "new" / "folder")}
    assert written == {path.name: path.read_text("utf-8") for path in (REPOSITORY / "docs/templates").iterdir()}
    assert written == {f"{name}.csv": header_line(file) for name, file in FILES.items()}


def test_a_template_can_be_loaded_as_it_is(tmp_path: Path) -> None:
    list(write_templates(tmp_path))
    assert problems(tmp_path) == [
        "network.csv: The store holds no network yet, and none is given. Add network.csv with one row; “templates” writes an empty one."
    ]


def test_the_demo_network_lies_where_seed_looks_for_it() -> None:
    assert [(SEED / name / "observations.csv").is_file() for name in SEED_FOLDERS] == [True, True]
