"""Which browser a session is in, in two or three words: enough to know one's own, and no more than that."""

from __future__ import annotations

# The first that is found: Edge and Opera say Chrome as well, Chrome says Safari as well.
FAMILIES = {"Edg": "Edge", "OPR/": "Opera", "SamsungBrowser/": "Samsung Internet", "Firefox/": "Firefox", "FxiOS/": "Firefox", "CriOS/": "Chrome"}
FAMILIES |= {"Chrome/": "Chrome", "Safari/": "Safari"}
SYSTEMS = {"iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "CrOS": "ChromeOS", "Mac OS X": "Mac", "Linux": "Linux"}


def browser_family(said: str) -> str:
    """Firefox on Windows, from what a browser says of itself."""
    family = _first(FAMILIES, said) or "Another browser"
    system = _first(SYSTEMS, said)
    return f"{family} on {system}" if system else family


def _first(words: dict[str, str], said: str) -> str:
    return next((words[mark] for mark in words if mark in said), "")
