"""A PostgreSQL server of the tests' own: in a temporary folder, reached by a socket there, gone at the end."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

TEMPLATE = "lantern_template"
# Nothing here outlives the session, so nothing waits for the disk.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "60",
    "shared_buffers": "64MB",
}


class NoPostgres(Exception):
    def __init__(self) -> None:
        super().__init__("PostgreSQL's initdb and postgres were not found. Run “apt-get install postgresql” as root.")


def binaries() -> Path:
    """The folder that holds initdb and postgres; newest version first."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    on_path = [Path(found).resolve().parent for found in (shutil.which("postgres"), shutil.which("initdb")) if found]
    asked = [Path(_output("pg_config", "--bindir"))] if shutil.which("pg_config") else []
    for folder in (*versions, *on_path, *asked):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NoPostgres


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def server_user() -> dict[str, object]:
    """Whom the server runs as: PostgreSQL refuses root, so root lends it to the user postgres, else nobody."""
    if os.getuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = known.get("postgres") or known["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


class Server:
    """One running server; each test gets a database of its own, copied from a migrated template."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._count = 0

    def url(self, database: str) -> str:
        return f"postgresql://lantern@/{database}?host={self.folder}"

    def run(self, sql: str) -> None:
        with psycopg.connect(host=str(self.folder), user="lantern", dbname="postgres", autocommit=True) as connection:
            connection.execute(sql.encode())

    @contextlib.contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """A database's address; the database is dropped at the end."""
        self._count += 1
        name = f"test_{self._count}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield self.url(name)
        self.run(f"DROP DATABASE {name} WITH (FORCE)")


def _wait_until_it_answers(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            break
        with contextlib.suppress(psycopg.OperationalError):
            server.run("SELECT 1")
            return
        time.sleep(0.1)
    raise RuntimeError(f"The PostgreSQL server for tests did not start:\n{log.read_text()}")


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    """A server from initdb to shutdown."""
    # A socket's path may have 107 characters at most: the folder lies directly under /tmp, whatever TMPDIR says.
    folder = Path(tempfile.mkdtemp(prefix="lantern-pg-", dir="/tmp"))
    user, tools = server_user(), binaries()
    if user:
        os.chown(folder, user["user"], user["group"])
    cluster, log = folder / "cluster", folder / "log"
    initdb = [tools / "initdb", "-D", cluster, "-U", "lantern", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(initdb, check=True, cwd=folder, capture_output=True, **user)
    options = [part for name, value in {**SETTINGS, "unix_socket_directories": str(folder)}.items() for part in ("-c", f"{name}={value}")]
    with log.open("wb") as output:
        process = subprocess.Popen([tools / "postgres", "-D", cluster, *options], cwd=folder, stdout=output, stderr=output, **user)
    try:
        server = Server(folder)
        _wait_until_it_answers(server, process, log)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        shutil.rmtree(folder)
