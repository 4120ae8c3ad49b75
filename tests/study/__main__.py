"""python -m tests.study [--draws N]: coverage of every interval, false alarms and power of every verdict and rule, written to docs/methods.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from tests.shared import REPOSITORY
from tests.study.coverage import coverages
from tests.study.moves import moves
from tests.study.report import report, write_into
from tests.study.rules import alarms

DRAWS = 4000


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.study", description=__doc__)
    parser.add_argument("--draws", type=int, default=DRAWS)
    draws = parser.parse_args(arguments).draws
    text = report(coverages(draws), moves(draws), alarms(draws), draws=draws, on=date.today())
    write_into(REPOSITORY / "docs" / "methods.md", text)
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
