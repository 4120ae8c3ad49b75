"""Every file that can be loaded, and every column of it: the one description from which files are read, checked and documented."""

from __future__ import annotations

from data_access.loading.columns import File
from data_access.loading.tables_of_counts import GROUPS, MEASURES, NETWORK, OBSERVATIONS, STRATIFIERS, TEAM_MEASURES, TEAMS
from data_access.loading.tables_of_learning import ACTIONS, ASSESSMENTS, CHANGES, EVENTS, FRAMEWORKS, LEVELS, PRACTICE_USE, PRACTICES, PROGRESS, STORIES

# In the order of loading: whatever a file refers to stands before it.
FILES: dict[str, File] = {
    file.name: file
    for file in (
        NETWORK,
        TEAMS,
        STRATIFIERS,
        GROUPS,
        MEASURES,
        TEAM_MEASURES,
        FRAMEWORKS,
        LEVELS,
        ASSESSMENTS,
        PROGRESS,
        PRACTICES,
        PRACTICE_USE,
        EVENTS,
        CHANGES,
        STORIES,
        ACTIONS,
        OBSERVATIONS,
    )
}
