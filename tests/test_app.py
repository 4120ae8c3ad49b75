"""create_app in processes of its own: Dash keeps its pages for the process, and the settings decide who is answered."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.shared import REPOSITORY

ASK = """
import json, sys
from app import create_app
from settings import read_settings
client = create_app(read_settings(json.loads(sys.argv[1]))).server.test_client()
calls = [("/healthz", {}), ("/csv/network/gap", {}), ("/healthz", {"REMOTE_ADDR": "172.17.0.1"}), ("/healthz", {"HTTP_HOST": "lantern.example"})]
print(json.dumps([client.get(path, environ_overrides=environ).status_code for path, environ in calls]))
"""
HEAVY = "print([name for name in ('scipy', 'statsmodels', 'matplotlib', 'kaleido') if name in sys.modules])"
SECRET = {"LANTERN_MODE": "production", "SECRET_KEY": "0f" + "3b9c5a7e1d" * 3}


def answers(**settings: str) -> list[int]:
    """Status of /healthz, of a file, of /healthz for another machine, and by another name."""
    done = subprocess.run([sys.executable, "-c", ASK, json.dumps(settings)], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def imported(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        # this machine, its file, another machine, another name
        ({}, [200, 200, 403, 400]),
        ({"LANTERN_BIND_ALL": "1"}, [200, 200, 200, 200]),
        (SECRET, [200, 401, 200, 200]),
    ],
    ids=["demo", "demo in a container", "production"],
)
def test_the_mode_decides_who_is_answered_and_who_sees_data(demo_url: str, settings: dict[str, str], expected: list[int]) -> None:
    assert answers(DATABASE_URL=demo_url, **settings) == expected


def test_the_app_starts_without_a_store_and_says_so_when_it_is_asked(tmp_path) -> None:
    assert answers(DATABASE_URL=f"sqlite:///{tmp_path / 'none.db'}") == [200, 503, 403, 400]


def test_importing_the_file_starts_nothing_and_knows_no_other_name() -> None:
    done = imported("import app, sys; assert not hasattr(app, 'nothing'); import dash; assert not dash.page_registry")
    assert (done.returncode, done.stderr) == (0, "")


def test_workers_import_no_heavy_statistics() -> None:
    done = imported(f"from app import create_app; from settings import read_settings; create_app(read_settings({{}})); import sys; {HEAVY}")
    assert (done.returncode, done.stdout) == (0, "[]\n")
