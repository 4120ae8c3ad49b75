"""Which function compares which golden: a family registers itself by sub-folder and file name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from tests.conformance.files import Golden
from tests.conformance.values import Value

Compare = Callable[[Golden], Iterator[Value]]


@dataclass(frozen=True, slots=True)
class Family:
    """What is done with files of one name in one sub-folder. kind: compared, input, study."""

    folder: str
    pattern: str
    kind: str
    compare: Compare | None = None
    given: frozenset[str] = frozenset()

    def takes(self, path: Path) -> bool:
        """Whether this file, relative to the goldens folder, is one of the family."""
        return path.parent.as_posix() == self.folder and fnmatchcase(path.name, self.pattern)


FAMILIES: list[Family] = []


def compares(folder: str, pattern: str, *, given: str = "") -> Callable[[Compare], Compare]:
    """Registers a function for a sub-folder's files of this name. given: columns that are input or key, blank-separated."""

    def register(compare: Compare) -> Compare:
        FAMILIES.append(Family(folder, pattern, "compared", compare, frozenset(given.split())))
        return compare

    return register


def is_input(folder: str, pattern: str) -> None:
    """Files that other goldens are computed from."""
    FAMILIES.append(Family(folder, pattern, "input"))


def is_study(folder: str, pattern: str) -> None:
    """Evidence from simulations: listed, never compared."""
    FAMILIES.append(Family(folder, pattern, "study"))


def load_families() -> list[Family]:
    """Every family: those of the modules golden_*.py beside this one."""
    for module in pkgutil.iter_modules([str(Path(__file__).parent)]):
        if module.name.startswith("golden_"):
            importlib.import_module(f"tests.conformance.{module.name}")
    return FAMILIES


def family_of(path: Path) -> Family | None:
    """The family of a file, or None where goldens.md does not name it."""
    return next((family for family in FAMILIES if family.takes(path)), None)
