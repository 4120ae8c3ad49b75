"""The review of one quarter, under its own address: a link to it opens the same quarter when later ones have come."""

from __future__ import annotations

import dash

from pages._review_whole import review

dash.register_page(__name__, name="Review of a quarter", path_template="/review/<quarter>", order=None, title="Review · Lantern", layout=review)
