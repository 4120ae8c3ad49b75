"""python -m tests.bench.static_server FOLDER PORT: serves the floor's files, each compressed beforehand as far as brotli goes."""

from __future__ import annotations

import mimetypes
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli

UNCOMPRESSED = (".woff2",)


def served(folder: Path) -> dict[str, bytes]:
    """A whole answer for every file, by its path; the page itself is at the root."""
    files = {f"/{path.relative_to(folder)}": answer(path) for path in folder.rglob("*") if path.is_file()}
    return files | {"/": files["/index.html"]}


def answer(path: Path) -> bytes:
    """Status, headers and body in one piece: nothing waits for the acknowledgement of a first packet."""
    body = path.read_bytes() if path.suffix in UNCOMPRESSED else brotli.compress(path.read_bytes(), quality=11)
    encoding = "" if path.suffix in UNCOMPRESSED else "Content-Encoding: br\r\n"
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}; charset=utf-8\r\n{encoding}Content-Length: {len(body)}\r\nCache-Control: no-store\r\n\r\n"
    return head.encode() + body


class Handler(BaseHTTPRequestHandler):
    """Answers from memory."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    answers: dict[str, bytes] = {}

    def do_GET(self) -> None:
        found = self.answers.get(self.path)
        if found is None:
            self.send_error(404)
        else:
            self.wfile.write(found)

    def log_message(self, format: str, *values: object) -> None:
        """Nobody reads along."""


if __name__ == "__main__":
    Handler.answers = served(Path(sys.argv[1]))
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Handler).serve_forever()
