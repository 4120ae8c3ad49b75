"""What can go wrong, in words that a reader can act on.

EquityError
├── ReaderError            may be shown to a reader as it is
│   ├── UnknownValue       a query value that is not among the choices
│   ├── NotItsMeasure      a measure that the team does not work on
│   ├── NothingCompared    the network has no measure whose groups can be compared
│   ├── NoReviewYet        a file of a review, and no period has one
│   ├── StoreError         the store cannot answer now
│   │   ├── StoreMissing   there is no store at the address
│   │   ├── StoreLocked    the store is there and does not answer
│   │   ├── StoreUnreadable  what lies there is damaged, or no store
│   │   ├── StoreEmpty     the schema is there, no network is loaded
│   │   ├── SchemaOlder    the store must be migrated
│   │   └── SchemaNewer    the program is older than the store
│   ├── NotSignedIn        nobody is signed in
│   ├── NotAllowed         what only an administrator may do or see
│   ├── NotOfTheTeam       what only a team's own members may choose
│   ├── AccountRefused     a change of an account that cannot be made
│   ├── LoadRefused        files that break a rule; carries every reason
│   └── UndoRefused        a load that cannot be undone now
└── NoReferenceGroup       a comparison was asked for without anything to compare with
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class EquityError(Exception):
    """Base of all errors of this project."""


class ReaderError(EquityError):
    """An error whose text is written for readers."""

    title = "Something in this request could not be answered"


class UnknownValue(ReaderError):
    """A parameter's value that is not among its choices."""

    title = "A filter was not understood"

    def __init__(self, *, parameter: str, asked: Sequence[str], choices: Sequence[str], used: str) -> None:
        self.parameter = parameter
        said = " and ".join(f"“{value[:40]}”" for value in asked) or "nothing"
        listed = ", ".join(choices[:12]) + (f" and {len(choices) - 12} more" if len(choices) > 12 else "")
        super().__init__(f"The link asks for {parameter} {said}. Choose one of: {listed}. Shown instead: {used}.")


class NotItsMeasure(ReaderError):
    """A measure that the page's team does not work on."""

    title = "This team does not work on that measure"

    def __init__(self, *, team: str, asked: str, works_on: Sequence[str], used: str) -> None:
        super().__init__(f"{team} does not work on “{asked}”. It works on: {', '.join(works_on)}. Shown instead: {used}.")


class NothingCompared(ReaderError):
    title = "There is nothing to compare yet"

    def __init__(self) -> None:
        super().__init__("No measure of this network has groups to compare. Load one that is a proportion or a rate, and that divides people into groups.")


class NoReviewYet(ReaderError):
    title = "There is no review yet"

    def __init__(self) -> None:
        super().__init__("No period can be reviewed yet. It must be over, and a team's numbers of it must be in the store.")


class StoreError(ReaderError):
    """The store cannot answer; the page says what to do and tries again when asked."""

    title = "We could not read the numbers just now"


class StoreMissing(StoreError):
    title = "There is no store yet"

    def __init__(self) -> None:
        super().__init__(
            "Nothing has been set up at the address in DATABASE_URL. Run “make seed” for the demo network, or “make load FROM=folder” for your own files."
        )


class StoreLocked(StoreError):
    def __init__(self) -> None:
        super().__init__("The store is busy or does not answer. Nothing is lost. Wait a moment and try again.")


class StoreUnreadable(StoreError):
    title = "The store cannot be read"

    def __init__(self) -> None:
        super().__init__(
            "What lies at the address in DATABASE_URL is damaged, or is not a store. "
            "Put a copy back, or move it away and run “make seed” or “make load FROM=folder”."
        )


class StoreEmpty(StoreError):
    title = "The store is empty"

    def __init__(self) -> None:
        super().__init__("The store is set up and holds no network yet. Run “make load FROM=folder” to load your files, or “make seed” for the demo network.")


class SchemaOlder(StoreError):
    title = "The store must be brought up to date"

    def __init__(self, *, found: str) -> None:
        super().__init__(f"The store has schema {found}, which is older than this program. Run “python -m data_access migrate”. The data are kept.")


class SchemaNewer(StoreError):
    title = "This program is older than its store"

    def __init__(self, *, found: str) -> None:
        super().__init__(f"The store has schema {found}, which this program does not know. Start the newer version of the program. The data are kept.")


class NotSignedIn(ReaderError):
    title = "Sign in first"

    def __init__(self) -> None:
        super().__init__("Data are shown to people with an account. Sign in to see them.")


class NotAllowed(ReaderError):
    title = "This is for administrators"

    def __init__(self) -> None:
        super().__init__("Only an administrator may do this or see it. Nothing was changed.")


class NotOfTheTeam(ReaderError):
    title = "This is for the team's own members"

    def __init__(self) -> None:
        super().__init__("Only the team's own members choose who sees its numbers. Nothing was changed.")


class AccountRefused(ReaderError):
    """A change of an account that cannot be made."""

    title = "The account was not changed"


@dataclass(frozen=True)
class Fault:
    """One reason why a file was refused: where it is, which rule it breaks, what to do.

    row counts as a spreadsheet does: the header is row 1; None = the whole file.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    rule: str
    do: str
    sheet: str | None = None


class LoadRefused(ReaderError):
    title = "Nothing was loaded"

    def __init__(self, *, faults: Sequence[Fault], found: int | None = None, rejected: int = 0) -> None:
        """found: how many faults there are, where not all are listed; rejected: how many rows have one."""
        self.faults = tuple(faults)
        self.found = len(self.faults) if found is None else found
        self.rejected = rejected
        said = "1 value breaks a rule" if self.found == 1 else f"{self.found:,} values break a rule"
        super().__init__(f"{said}, so nothing was changed. Each is listed with what to do.")


class UndoRefused(ReaderError):
    """A load that cannot be undone now."""

    title = "Nothing was undone"


class NoReferenceGroup(EquityError):
    def __init__(self, *, asked: str) -> None:
        super().__init__(f"There is no reference group {asked!r} to compare with.")
