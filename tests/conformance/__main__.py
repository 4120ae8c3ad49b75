"""python -m tests.conformance DIR: our numbers against every golden below DIR. Exit 0 all match, 1 a mismatch, 2 nothing known."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.conformance.run import exit_code, run, told

USAGE = "Say which folder: python -m tests.conformance DIR"


def main(arguments: list[str]) -> int:
    """Prints the table of one goldens folder. Returns the exit code."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(USAGE, file=sys.stderr)
        return 2
    reports = run(Path(arguments[0]))
    print("\n".join(told(reports)))
    return exit_code(reports)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
