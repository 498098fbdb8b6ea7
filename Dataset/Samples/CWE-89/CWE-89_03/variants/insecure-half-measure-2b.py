import sqlite3
from collections import Counter
from contextlib import closing


def register_team(db_path, name):
    with closing(sqlite3.connect(db_path)) as db, db:
        done = db.execute("INSERT OR IGNORE INTO teams VALUES (?, 0, 0)", [name])
        return done.rowcount == 1


def close_evening(db_path):
    with closing(sqlite3.connect(db_path)) as db:
        evening = Counter()
        for team, points in db.execute("SELECT team, points FROM answers"):
            evening[team] += points
        if not evening:
            return {}

        script = ["BEGIN;"]
        for team, points in evening.items():
            script.append(
                f"UPDATE teams SET points = points + {points} WHERE name = {team!r};"
            )
        script.append("DELETE FROM answers;")
        script.append("COMMIT;")
        db.executescript("\n".join(script))
        return dict(evening)
