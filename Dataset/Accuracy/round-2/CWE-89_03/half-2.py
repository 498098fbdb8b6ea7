import sqlite3
from collections import Counter


def _quote(name):
    return '"' + name.replace('"', '""') + '"'


def register_team(db_path, name):
    db = sqlite3.connect(db_path)
    try:
        db.execute("INSERT INTO teams VALUES (?, 0, 0)", (name,))
    except sqlite3.IntegrityError:
        return False
    else:
        db.commit()
        return True
    finally:
        db.close()


def close_evening(db_path):
    db = sqlite3.connect(db_path, isolation_level="EXCLUSIVE")
    try:
        gained = Counter()
        db.execute("BEGIN EXCLUSIVE")
        for team, points in db.execute("SELECT team, points FROM answers"):
            gained[team] += points
        for team, points in gained.items():
            db.execute(f"UPDATE teams SET points = points + {int(points)} WHERE name = {_quote(team)}")
        db.execute("DELETE FROM answers")
        db.commit()
        return dict(gained)
    finally:
        db.close()
