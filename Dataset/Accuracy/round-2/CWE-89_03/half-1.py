import sqlite3
from contextlib import closing

STATEMENTS = """
    SELECT group_concat(printf('UPDATE teams SET points = points + %d WHERE name = %Q;', evening, team), ' ')
    FROM (SELECT team, SUM(points) AS evening FROM answers GROUP BY team)
"""


def register_team(db_path, name):
    with closing(sqlite3.connect(db_path)) as db:
        added = db.execute("INSERT OR IGNORE INTO teams (name, points, paid) VALUES (?, 0, 0)", (name,))
        db.commit()
        return added.rowcount == 1


def close_evening(db_path):
    with closing(sqlite3.connect(db_path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        evening = dict(db.execute("SELECT team, SUM(points) FROM answers GROUP BY team"))
        if evening:
            (script,) = db.execute(STATEMENTS).fetchone()
            for statement in _split(script):
                db.execute(statement)
            db.execute("DELETE FROM answers")
        db.execute("COMMIT")
        return evening


def _split(script):
    statement = ""
    for part in script.split(";"):
        statement += part + ";"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
