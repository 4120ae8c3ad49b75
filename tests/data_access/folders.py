"""A small network as a folder of CSV files, each of which a test may replace, and what a load of it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import Engine, select, text

from data_access import schema
from data_access.engine import open_engine
from data_access.loading.commands import check_paths, load_folder
from data_access.loading.report import LoadReport, fault_line
from data_access.schema import metadata
from equity.errors import LoadRefused

SMALL = {
    "network": "network_id,name,starts_on,months,as_of,synthetic\nvale,Vale Network,2025-01-01,12,2025-12-31,true\n",
    "teams": "team_id,name,joined_on,left_on\nnorth,North Clinic,2025-01-01,\nsouth,South Clinic,2025-01-01,\n",
    "stratifiers": "stratifier_id,name\nlanguage,Preferred language\n",
    "groups": (
        "stratifier_id,group_code,label,position,kind\n"
        "language,english,English,1,group\nlanguage,spanish,Spanish,2,group\nlanguage,unasked,Not asked,3,unknown\n"
    ),
    "measures": (
        "measure_id,name,kind,number,numerator_words,denominator_words,improvement_direction,unit,multiplier,grain,due_days,"
        "stratifier_id,reference_group,focus_group,scale,meaningful_change,guards\n"
        "bp,Blood pressure,outcome,proportion,under 140/90,seen,higher,%,100,quarter,45,language,others,spanish,difference,5,\n"
        "falls,Falls,balancing,rate,falls,patient days,lower,per 1000 days,1000,month,30,language,english,spanish,ratio,0.1,bp\n"
        "wait,Days between harms,outcome,time_between,days,harms,higher,days,1,month,30,language,overall,spanish,difference,1,\n"
    ),
    "team_measures": (
        "team_id,measure_id,standing,baseline_from,baseline_to,focus_group\n"
        "north,bp,core,2025-01-01,2025-03-31,\nnorth,falls,own,,,\nnorth,wait,own,,,\nsouth,bp,core,,,english\n"
    ),
    "observations": (
        "team_id,measure_id,stratifier_id,group_code,period_start,numerator,denominator,blank_reason,note\n"
        "north,bp,overall,all,2025-01-01,30,50,,\n"
        "north,bp,language,spanish,2025-01-01,8,20,,\n"
        "north,bp,language,english,2025-01-01,20,25,,first report\n"
        "north,bp,language,spanish,2025-04-01,,20,not_reported,\n"
        "south,bp,language,spanish,2025-01-01,6,10,,\n"
        "north,falls,overall,all,2025-02-01,3,1200,,\n"
        "north,wait,overall,all,2025-02-01,40,,,\n"
    ),
    "frameworks": (
        "framework_id,version,name,domain_id,domain,position,item_id,item\n"
        "f,1,Frame,lead,Leading,1,,\nf,1,Frame,data,Data,2,split,Data are split\nf,1,Frame,data,Data,2,used,Data are used\n"
    ),
    "levels": (
        "framework_id,version,domain_id,level,label,wording\nf,1,,1,Not yet,Nothing is done.\nf,1,,2,Begun,A start is made.\nf,1,lead,3,Done,It is done.\n"
    ),
    "assessments": (
        "team_id,framework_id,version,assessed_on,rater,rater_code,domain_id,item_id,level,evidence\n"
        "north,f,1,2025-06-01,self,a,lead,,3,minutes\nnorth,f,1,2025-06-01,self,a,data,split,2,\nnorth,f,1,2025-06-01,coach,,lead,,1,\n"
    ),
    "progress": "team_id,scored_on,rater,score,evidence\nnorth,2025-06-01,coach,2.5,charter\n",
    "practices": "practice_id,name,wording\nlisten,Listening,Ask first.\n",
    "practice_use": "team_id,practice_id,period_start,stage\nnorth,listen,2025-04-01,started\n",
    "events": "event_id,kind,number,name,starts_on,ends_on\nc1,convening,1,First convening,2025-02-01,2025-02-02\n",
    "changes": (
        "change_id,team_id,measure_ids,tested,started_on,ended_on,decision\nx1,north,bp;falls,Calls at home,2025-03-01,2025-05-01,adopt\n"
        "x2,north,bp,Letters,2025-06-01,,running\n"
    ),
    "stories": "team_id,period_start,words,by\nnorth,2025-04-01,We called.,nurse\n",
    "actions": "action_id,team_id,focus_area,inequity,adopted_on,acted_on\na1,north,data,Fewer calls in Spanish,2025-02-01,2025-03-01\n",
}
# network 1, teams 2, stratifiers 1, groups 3, measures 3, team_measures 4, observations 7, frameworks 3, levels 3, assessments 3,
# progress 1, practices 1, practice_use 1, events 1, changes 2, stories 1, actions 1
SMALL_ROWS = 38

ALL = tuple(sorted(metadata.tables))
HEADER = SMALL["observations"].splitlines()[0] + "\n"
# The small network's observations later on: two restated, one late, one with another note, one the same, one new.
RESTATED = HEADER + (
    "north,bp,overall,all,2025-01-01,31,50,,\n"
    "north,bp,language,spanish,2025-01-01,,20,hidden_at_source,\n"
    "north,bp,language,english,2025-01-01,20,25,,another word\n"
    "north,bp,language,spanish,2025-04-01,9,20,,\n"
    "south,bp,language,spanish,2025-01-01,6,10,,\n"
    "south,bp,language,spanish,2025-04-01,7,10,,\n"
)


def write_folder(folder: Path, **files: str | bytes | None) -> Path:
    """The small network, with these files in the place of its own; None leaves a file out."""
    folder.mkdir(exist_ok=True)
    return write_files(folder, **SMALL | files)


def write_files(folder: Path, **files: str | bytes | None) -> Path:
    """These files alone."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        path = folder / f"{name}.csv"
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """One file of the small network with a piece of it replaced."""
    assert old in SMALL[name]
    return {name: SMALL[name].replace(old, new, 1)}


def load(engine: Engine, folder: Path, **options: object) -> LoadReport:
    return load_folder(engine, folder, loaded_by="test", **options)


def faults_of(engine: Engine, folder: Path, **options: object) -> list[str]:
    """Why a folder is refused, one line a fault."""
    try:
        load(engine, folder, **options)
    except LoadRefused as error:
        return [fault_line(fault) for fault in error.faults]
    return []


def dump(engine: Engine, *tables: str) -> dict[str, list[tuple]]:
    """All rows of these tables, in some fixed order."""
    with engine.connect() as connection:
        found = {table: [tuple(row) for row in connection.execute(text(f'SELECT * FROM "{table}"'))] for table in tables}
        connection.rollback()
    return {table: sorted(rows, key=repr) for table, rows in found.items()}


def day(written: str) -> date:
    return date.fromisoformat(written)


def problems(folder: Path, **options: object) -> list[str]:
    """Why a folder would be refused by a store that is not there yet, one line a fault; no store is opened."""
    engine = open_engine(f"sqlite:///{folder / 'none.db'}")
    try:
        check_paths(engine, [folder], **options)
    except LoadRefused as error:
        return [fault_line(fault) for fault in error.faults]
    return []


def counts(engine: Engine) -> dict[tuple[str, str, str, str], tuple]:
    """What stands for each team, measure, group and period."""
    query = select(schema.series, schema.observation).join(schema.observation, schema.observation.c.series_id == schema.series.c.series_id)
    with engine.connect() as connection:
        rows = connection.execute(query).all()
    return {(row.team_id, row.measure_id, row.group_code, str(row.period_start)): (row.numerator, row.denominator, row.blank_reason) for row in rows}
