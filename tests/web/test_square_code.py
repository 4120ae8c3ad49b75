from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

from web.square_code import square_code


def test_it_is_one_picture_with_a_name_dark_on_light() -> None:
    drawn = ElementTree.fromstring(square_code("otpauth://totp/Lantern:a%40b.org?secret=ABC&issuer=Lantern", title="The key"))
    assert drawn.tag.endswith("svg") and drawn.get("role") == "img" and drawn[0].text == "The key"
    assert {path.get("fill") or path.get("stroke") for path in drawn if path.tag.endswith("path")} == {"#fff", "#000"}


def test_another_key_is_another_picture_and_nothing_in_it_is_fetched() -> None:
    one, other = (str(square_code(f"otpauth://totp/x?secret={key}", title="x")) for key in ("AAAA", "BBBB"))
    assert one != other and not re.search(r"href|url\(|<script|style=", one)
