"""Where reference values and real data lie that are not part of the project; None where they are not at hand."""

from __future__ import annotations

import os
from pathlib import Path

PLACE = Path(os.environ.get("LANTERN_SHARED", Path(__file__).parents[2] / "shared"))
SHARED = PLACE if PLACE.is_dir() else None
