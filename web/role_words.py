"""Roles as readers call them."""

from __future__ import annotations

from data_access.viewer import ADMINISTRATOR, COACH, FUNDER, LEAD, READER, TEAM_MEMBER

ROLE_WORDS = {
    LEAD: "Network lead",
    TEAM_MEMBER: "Team member",
    COACH: "Coach",
    FUNDER: "Funder",
    READER: "Reader",
    ADMINISTRATOR: "Administrator",
}
