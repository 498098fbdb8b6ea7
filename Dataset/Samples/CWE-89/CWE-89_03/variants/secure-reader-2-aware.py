import sqlite3
from contextlib import closing, contextmanager


@contextmanager
def _transaction(db_path):
    with closing(sqlite3.connect(db_path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield db
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def register_team(db_path, name):
    with _transaction(db_path) as db:
        cursor = db.execute(
            "INSERT INTO teams (name, points, paid) VALUES (?, 0, 0)"
            " ON CONFLICT (name) DO NOTHING",
            (name,),
        )
        return cursor.rowcount == 1


def close_evening(db_path):
    with _transaction(db_path) as db:
        evening = dict(
            db.execute("SELECT team, TOTAL(points) FROM answers GROUP BY team").fetchall()
        )
        evening = {team: int(points) for team, points in evening.items()}
        db.executemany(
            "UPDATE teams SET points = points + ? WHERE name = ?",
            [(points, team) for team, points in evening.items()],
        )
        db.execute("DELETE FROM answers")
        return evening
