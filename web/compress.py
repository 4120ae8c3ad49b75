"""Scripts, styles and data as sent: files compressed once as far as they go and kept, answers quickly.

`python -m web.compress` does the slow part beforehand, for every file that a browser may ask for.
"""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import brotli
from flask import Flask, Response, request

REPOSITORY = Path(__file__).resolve().parent.parent
KEPT = REPOSITORY / "var" / "compressed"
PACKAGES = ("dash", "dash_bootstrap_components")
ENDINGS = (".js", ".css", ".svg")
# A source map, a debugging build or a language file is never asked for by a page.
LEFT_OUT = (".dev.js", "plotly.min.js", "plotly-locale", ".map")
TYPES = ("text/", "application/json", "application/javascript", "image/svg")
SMALLEST = 500
STATIC = ("/assets/", "/_dash-component-suites/")
SLOW, QUICK = 11, 1


@lru_cache(maxsize=256)
def kept_file(fingerprint: str) -> bytes | None:
    """The smallest form of a file with this content, if it was made beforehand."""
    kept = KEPT / f"{fingerprint}.br"
    return kept.read_bytes() if kept.is_file() else None


def smaller(body: bytes, *, is_file: bool) -> bytes:
    """The body in brotli: a file's smallest form if it is kept, else quickly, so that no reader waits."""
    kept = kept_file(hashlib.sha256(body).hexdigest()) if is_file else None
    return kept or brotli.compress(body, quality=QUICK)


def send_compressed(server: Flask) -> None:
    """Answer in brotli where the browser takes it."""

    @server.after_request
    def compress(response: Response) -> Response:
        if not is_worth_it(response):
            return response
        response.vary.add("Accept-Encoding")
        if not request.accept_encodings["br"]:
            return response
        response.direct_passthrough = False
        # Read first: setting new data would leave the file open.
        body = response.get_data()
        response.set_data(smaller(body, is_file=request.path.startswith(STATIC)))
        response.headers["Content-Encoding"] = "br"
        response.headers.pop("ETag", None)
        return response


def is_worth_it(response: Response) -> bool:
    """True for a whole answer of text that is not short."""
    whole = response.status_code == 200 and "Content-Encoding" not in response.headers
    return whole and response.mimetype.startswith(TYPES) and (response.content_length or SMALLEST) >= SMALLEST


def served_files() -> Iterator[Path]:
    """Every file that a page may ask for: ours, and those of the component packages."""
    folders = [REPOSITORY / "assets", *(Path(importlib.util.find_spec(name).origin).parent for name in PACKAGES)]
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if path.suffix in ENDINGS and is_served(path))


def is_served(path: Path) -> bool:
    return path.is_file() and not path.name.endswith(LEFT_OUT) and not any(word in path.name for word in LEFT_OUT)


def keep_compressed(paths: Iterable[Path]) -> int:
    """Compress what is not kept yet; how many that were."""
    KEPT.mkdir(parents=True, exist_ok=True)
    made = 0
    for body in (path.read_bytes() for path in paths):
        kept = KEPT / f"{hashlib.sha256(body).hexdigest()}.br"
        if not kept.exists():
            kept.with_suffix(".part").write_bytes(brotli.compress(body, quality=SLOW))
            kept.with_suffix(".part").replace(kept)
            made += 1
    return made


if __name__ == "__main__":
    fresh = keep_compressed(served_files())
    if fresh:
        print(f"Compressed {fresh} files once, to be sent small from now on.")
