import sqlite3
from contextlib import closing


def register_team(db_path, name):
    with closing(sqlite3.connect(db_path)) as db, db:
        if db.execute("SELECT 1 FROM teams WHERE name = ?", (name,)).fetchone():
            return False
        db.execute("INSERT INTO teams (name, points, paid) VALUES (?, 0, 0)", (name,))
        return True


def close_evening(db_path):
    with closing(sqlite3.connect(db_path)) as db, db:
        evening = dict(db.execute("SELECT team, SUM(points) FROM answers GROUP BY team"))
        for team, points in evening.items():
            db.execute("UPDATE teams SET points = points + ? WHERE name LIKE ?", (points, team))
        db.execute("DELETE FROM answers")
        return evening
