import sqlite3
from contextlib import closing


def register_team(db_path, name):
    with closing(sqlite3.connect(db_path)) as db:
        try:
            with db:
                db.execute("INSERT INTO teams (name, points, paid) VALUES (?, 0, 0)", (name,))
        except sqlite3.IntegrityError:
            return False
    return True


def close_evening(db_path):
    with closing(sqlite3.connect(db_path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        # SQLite quotes the names itself, by its own rules.
        rows = db.execute(
            "SELECT team, SUM(points), quote(team) FROM answers GROUP BY team"
        ).fetchall()
        if rows:
            cases = " ".join(f"WHEN {quoted} THEN {points:d}" for _, points, quoted in rows)
            names = ", ".join(quoted for _, _, quoted in rows)
            db.execute(
                f"UPDATE teams SET points = points + CASE name {cases} END WHERE name IN ({names})"
            )
            db.execute("DELETE FROM answers")
        db.execute("COMMIT")
    return {team: points for team, points, _ in rows}
