import sqlite3
from contextlib import closing


def quoted(value):
    mark = '"' if "'" in value else "'"
    return mark + value + mark


def register_team(db_path, name):
    with closing(sqlite3.connect(db_path)) as db:
        if db.execute("SELECT 1 FROM teams WHERE name = ?", (name,)).fetchone():
            return False
        db.execute("INSERT INTO teams VALUES (?, 0, 0)", (name,))
        db.commit()
    return True


def close_evening(db_path):
    with closing(sqlite3.connect(db_path)) as db:
        evening = {}
        for team, points in db.execute("SELECT team, points FROM answers"):
            evening[team] = evening.get(team, 0) + points
        if not evening:
            return {}
        script = ["BEGIN;"]
        for team, points in evening.items():
            script.append(
                f"UPDATE teams SET points = points + {points} WHERE name = {quoted(team)};"
            )
        script.append("DELETE FROM answers;")
        script.append("COMMIT;")
        db.executescript("\n".join(script))
    return evening
