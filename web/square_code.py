"""The square code that an authenticator app reads, drawn here: its secret goes to no other house."""

from __future__ import annotations

import segno
from markupsafe import Markup

# Four light squares all around, as the standard asks; an app reads it from a phone held at arm's length.
BORDER = 4


def square_code(address: str, *, title: str) -> Markup:
    """An address as a square code in SVG. Dark on light in every theme: apps read nothing else."""
    drawn = segno.make(address, error="m").svg_inline(
        border=BORDER, dark="#000", light="#fff", omitsize=True, svgclass="square-code", lineclass=None, title=title
    )
    return Markup(drawn.replace("<svg ", '<svg role="img" ', 1))
