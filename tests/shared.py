"""Where real data and reference files lie: beside the repository, or where LANTERN_SHARED says."""

from __future__ import annotations

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("LANTERN_SHARED") or REPOSITORY.parent / "shared").resolve()
INFANT_MORTALITY = SHARED / "data" / "us_infant_mortality"
MEASURE_STYLE = SHARED / "tools" / "measure_style.py"
HERE = SHARED.is_dir()
