"""Where reference values and real data lie that are not part of the project; SHARED is None where they are not at hand.

A test that needs them bears the mark needs_shared: without them it is not collected, and the run says so in one line.
"""

from __future__ import annotations

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
PLACE = Path(os.environ.get("LANTERN_SHARED") or REPOSITORY.parent / "shared").resolve()
SHARED = PLACE if PLACE.is_dir() else None
INFANT_MORTALITY = PLACE / "data" / "us_infant_mortality"
MEASURE_STYLE = PLACE / "tools" / "measure_style.py"
