"""What can be done with files: load a folder, check paths, load the demo network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from data_access.engine import is_missing, writing
from data_access.kept_tables import network_of
from data_access.loading.faults import Faults
from data_access.loading.inputs import Part, inputs_of_paths
from data_access.loading.job import load_parts
from data_access.loading.mapping import parts_of_mapping
from data_access.loading.report import LoadReport
from data_access.loading.told import tell_refused
from data_access.migrate import revision_of
from equity.errors import LoadRefused

SEED = Path(__file__).parents[2] / "seed_data"
# The demo as first reported, then what came late or was restated: two loads, as in life.
SEED_FOLDERS = ("demo", "demo_update")


def load_folder(engine: Engine, folder: Path, *, mapping: Path | None = None, vintage: date | None = None, loaded_by: str) -> LoadReport:
    """Load every file of a folder, or nothing.

    Takes    mapping: how other people's files become ours; vintage: the day on which the numbers were so.
    Raises   LoadRefused with every reason; SchemaOlder, SchemaNewer. The store is as it was, but for a line of the trail that a load was refused.
    """
    faults = Faults()
    try:
        return load_parts(engine, _parts([folder], mapping, vintage, faults), faults, loaded_by=loaded_by)
    except LoadRefused as refused:
        tell_refused(engine, refused, loaded_by)
        raise


def check_paths(engine: Engine, paths: Sequence[Path], *, mapping: Path | None = None) -> LoadReport:
    """Read and check folders and files as a load would, against the store if there is one; keep nothing. Raises as load_folder does."""
    faults = Faults()
    return load_parts(engine, _parts(paths, mapping, None, faults), faults, loaded_by="check", keep=False)


def load_seed(engine: Engine, *, loaded_by: str, seed: Path = SEED) -> LoadReport | None:
    """Load the demo network; None where a network is there already."""
    if not is_missing(engine):
        with writing(engine) as connection:
            if revision_of(connection) is not None and network_of(connection) is not None:
                return None
    faults = Faults()
    parts = [part for name in SEED_FOLDERS if (seed / name).is_dir() for part in _parts([seed / name], None, None, faults)]
    return load_parts(engine, parts, faults, loaded_by=loaded_by)


def _parts(paths: Sequence[Path], mapping: Path | None, vintage: date | None, faults: Faults) -> list[Part]:
    if mapping is not None:
        return parts_of_mapping(paths[0], mapping, vintage, faults)
    inputs, sources = inputs_of_paths(paths, faults)
    return [Part(vintage, inputs, sources)]
