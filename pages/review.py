"""What moved this quarter, and how sure are we? For funders, on a screen and on paper: the latest quarter that has a review."""

from __future__ import annotations

import dash

from pages._review_whole import FILES, review

dash.register_page(__name__, name="Review", path="/review", order=5, title="Review · Lantern", layout=review, listings=FILES)
