"""Stores to measure on, loaded by the command that people use; and what a load costs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from data_access.loading.commands import SEED, SEED_FOLDERS
from data_access.releasing.policy import PUBLIC_DATA, ROUNDED
from tests.bench.big_network import Size, write_network
from tests.shared import REPOSITORY
from tests.stores import seed


@dataclass(frozen=True, slots=True)
class Load:
    """What a load took: seconds, and megabytes at its largest."""

    seconds: float
    megabytes: float


def demo_store(folder: Path) -> str:
    """The address of a store with the demo network."""
    folder.mkdir()
    return seed(f"sqlite:///{folder / 'store.db'}")


def public_store(folder: Path) -> str:
    """The address of a store with the demo network, of which every count may be told."""
    url = f"sqlite:///{folder / 'store.db'}"
    for name in SEED_FOLDERS:
        files = Path(shutil.copytree(SEED / name, folder / name))
        for network in files.glob("network.csv"):
            network.write_text(network.read_text(encoding="utf-8").replace(f",{ROUNDED.name}", f",{PUBLIC_DATA.name}"), encoding="utf-8")
        load(files, url)
    return url


def large_store(folder: Path, size: Size) -> str:
    """The address of a store with the large made-up network."""
    write_network(folder / "files", size)
    url = f"sqlite:///{folder / 'store.db'}"
    load(folder / "files", url)
    return url


def load(files: Path, url: str) -> Load:
    """Load a folder into a store. Raises RuntimeError where it is refused."""
    begun = time.monotonic()
    command = [sys.executable, "-m", "data_access", "load", str(files)]
    process = subprocess.Popen(command, cwd=REPOSITORY, env={**os.environ, "DATABASE_URL": url}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"The files in {files} were not loaded.")
    return Load(time.monotonic() - begun, used.ru_maxrss / 1000)
