import logging
import sqlite3

log = logging.getLogger(__name__)


def with_database(function):
    def wrapper(db_path, *args):
        db = sqlite3.connect(db_path)
        db.row_factory = sqlite3.Row
        try:
            with db:
                return function(db, *args)
        finally:
            db.close()
    return wrapper


def literal(text):
    """An SQL expression of ASCII letters and digits only."""
    return f"CAST(x'{text.encode().hex()}' AS TEXT)"


@with_database
def register_team(db, name):
    done = db.execute("INSERT OR IGNORE INTO teams (name, points, paid) VALUES (?, ?, ?)", [name, 0, 0]).rowcount
    log.info("%r %s", name, "registered" if done else "is taken")
    return bool(done)


@with_database
def close_evening(db):
    db.execute("BEGIN IMMEDIATE")
    rows = db.execute("SELECT team, SUM(points) AS sum FROM answers GROUP BY team").fetchall()
    for row in rows:
        db.execute(f"UPDATE teams SET points = points + ({row['sum']:d}) WHERE name = {literal(row['team'])}")
    if rows:
        db.execute("DELETE FROM answers")
    return {row["team"]: row["sum"] for row in rows}
