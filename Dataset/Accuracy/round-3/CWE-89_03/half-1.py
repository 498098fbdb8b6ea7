import sqlite3
from contextlib import closing


def _quoted(name):
    return '"' + name.replace('"', '""') + '"'


def register_team(db_path, name):
    with closing(sqlite3.connect(db_path)) as db, db:
        cursor = db.execute("INSERT OR IGNORE INTO teams VALUES (?, 0, 0)", (name,))
        return cursor.rowcount == 1


def close_evening(db_path):
    with closing(sqlite3.connect(db_path)) as db, db:
        db.execute("BEGIN IMMEDIATE")
        evening = dict(db.execute("SELECT team, SUM(points) FROM answers GROUP BY team"))
        for name, points in evening.items():
            db.execute(
                f"UPDATE teams SET points = points + {int(points)} WHERE name = {_quoted(name)}"
            )
        db.execute("DELETE FROM answers")
        return evening
