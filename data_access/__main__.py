"""The command line: python -m data_access load | check | undo | migrate | templates | seed | account | audit.

Ends with 0 = done, or nothing to do; 1 = refused, nothing was changed; 2 = wrong use, or no store.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from data_access.account_commands import add_account_commands
from data_access.driver_errors import in_our_words
from data_access.engine import is_missing, open_engine
from data_access.loading.commands import check_paths, load_folder, load_seed
from data_access.loading.mapping import names_vintages
from data_access.loading.report import LoadReport
from data_access.loading.templates import write_templates
from data_access.loading.undo import undo
from data_access.migrate import downgrade, found_revision, head_revision, known_revisions, migrate
from equity.errors import AccountRefused, LoadRefused, StoreError, StoreMissing, UndoRefused
from settings import SettingsError, read_database_url

DONE, REFUSED, WRONG = 0, 1, 2


class WrongUse(Exception):
    """A command that cannot be carried out as it was given."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; returns its exit code."""
    asked = _parser().parse_args(arguments)
    try:
        return asked.run(asked)
    except (WrongUse, SettingsError, StoreError) as error:
        print(error, file=sys.stderr)
        return WRONG
    except (UndoRefused, AccountRefused) as error:
        print(error, file=sys.stderr)
        return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data_access", description="Loads and keeps the store at DATABASE_URL. docs/data.md has the whole story.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    load = _command(commands, "load", "load a folder of CSV files, all or nothing", run_load)
    load.add_argument("folder", type=Path, metavar="DIR")
    load.add_argument("--vintage", type=_day, metavar="DATE", help="the day on which the numbers were so")
    check = _command(commands, "check", "read and check files, write nothing", run_check)
    check.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    for command in (load, check):
        command.add_argument("--mapping", type=Path, metavar="FILE", help="how other people's files become ours")
        command.add_argument("--report", type=Path, metavar="FILE", help="write the report as JSON")

    undo_command = _command(commands, "undo", "take back the latest load", run_undo)
    undo_command.add_argument("load", type=int, metavar="LOAD")
    migrate_command = _command(commands, "migrate", "bring the store's schema up to date", run_migrate)
    migrate_command.add_argument("--to", metavar="REVISION", help="go back to an older revision, for an older program")
    templates = _command(commands, "templates", "write an empty file of each kind", run_templates)
    templates.add_argument("folder", type=Path, metavar="DIR")
    seed = _command(commands, "seed", "load the demo network, if no network is there", run_seed)
    seed.add_argument("--if-missing", action="store_true", help="only if there is no store at all: one that is empty, old or silent is left as it is")
    add_account_commands(commands, _command)
    return parser


def _command(commands: argparse._SubParsersAction, name: str, words: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words)
    command.set_defaults(run=run)
    return command


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date: write 2026-03-31") from None


def run_load(asked: argparse.Namespace) -> int:
    """Load a folder, all or nothing."""
    _require(asked.folder.is_dir(), f"There is no folder {asked.folder}.")
    both = asked.vintage is not None and asked.mapping is not None and names_vintages(asked.mapping)
    _require(not both, "The mapping file says itself which vintages there are: leave --vintage out.")
    return _reported(asked, lambda engine: load_folder(engine, asked.folder, mapping=asked.mapping, vintage=asked.vintage, loaded_by=_who()))


def run_check(asked: argparse.Namespace) -> int:
    """Read and check files, write nothing."""
    for path in asked.paths:
        _require(path.exists(), f"There is no file or folder {path}.")
    _require(asked.mapping is None or (len(asked.paths) == 1 and asked.paths[0].is_dir()), "A mapping needs one folder.")
    return _reported(asked, lambda engine: check_paths(engine, asked.paths, mapping=asked.mapping))


def run_undo(asked: argparse.Namespace) -> int:
    """Take back the latest load."""
    with _store(must_exist=True) as engine:
        number = undo(engine, asked.load, _who())
    print(f"Load {asked.load} was undone; load {number} records it.")
    return DONE


def run_migrate(asked: argparse.Namespace) -> int:
    """Bring the schema up to date, or back to an older revision."""
    _require(asked.to is None or asked.to in known_revisions(), f"There is no revision {asked.to}. Known: {', '.join(known_revisions())}.")
    with _store(must_exist=asked.to is not None) as engine:
        if asked.to is None:
            done = migrate(engine)
            print(f"The store now has schema {head_revision()}." if done else f"The store has schema {head_revision()} already.")
            return DONE
        try:
            downgrade(engine, asked.to)
        except ValueError as error:
            print(error, file=sys.stderr)
            return REFUSED
    print(f"The store now has schema {asked.to}.")
    return DONE


def run_templates(asked: argparse.Namespace) -> int:
    """Write an empty file of each kind, and say where."""
    for path in write_templates(asked.folder):
        print(path)
    return DONE


def run_seed(asked: argparse.Namespace) -> int:
    """Load the demo network where no network is."""
    if asked.if_missing and _is_there():
        return DONE
    with _store() as engine:
        report = load_seed(engine, loaded_by=_who())
    print("\n".join(report.lines()) if report else "The store holds a network already: nothing was loaded.")
    return DONE


def _reported(asked: argparse.Namespace, run: Callable[[Engine], LoadReport]) -> int:
    """Run a load, say what became of it, and write the report if one is wanted."""
    _require(asked.mapping is None or asked.mapping.is_file(), f"There is no mapping file {asked.mapping}.")
    _require(asked.report is None or asked.report.absolute().parent.is_dir(), f"There is no folder for the report {asked.report}.")
    try:
        with _store() as engine:
            report = run(engine)
    except LoadRefused as error:
        report = LoadReport(refused=error)
    print("\n".join(report.lines()), file=sys.stderr if report.refused else sys.stdout)
    if asked.report is not None:
        asked.report.write_text(report.as_json(), "utf-8")
    return REFUSED if report.refused else DONE


def _is_there() -> bool:
    """True also for a store that does not answer: whatever is the matter with it, the program's pages say what to do."""
    engine = open_engine(read_database_url(os.environ), read_only=True)
    try:
        with in_our_words():
            return not is_missing(engine) and found_revision(engine) is not None
    except StoreError as error:
        print(error, file=sys.stderr)
        return True
    finally:
        engine.dispose()


@contextmanager
def _store(*, must_exist: bool = False) -> Iterator[Engine]:
    """An engine on the store at DATABASE_URL; what its driver says comes in our words."""
    engine = open_engine(read_database_url(os.environ))
    try:
        with in_our_words():
            if must_exist and (is_missing(engine) or found_revision(engine) is None):
                raise StoreMissing
            yield engine
    finally:
        engine.dispose()


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise WrongUse(otherwise)


def _who() -> str:
    """Whom the record of a load names."""
    return os.environ.get("LOGNAME") or os.environ.get("USER") or "command line"


if __name__ == "__main__":
    sys.exit(main())
