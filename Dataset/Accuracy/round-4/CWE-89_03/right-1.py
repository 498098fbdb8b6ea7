import sqlite3
from collections import Counter
from contextlib import contextmanager


@contextmanager
def league(path):
    db = sqlite3.connect(path, isolation_level=None)
    try:
        cursor = db.cursor()
        cursor.execute("BEGIN IMMEDIATE")
        try:
            yield cursor
        except BaseException:
            cursor.execute("ROLLBACK")
            raise
        cursor.execute("COMMIT")
    finally:
        db.close()


def register_team(db_path, name):
    with league(db_path) as sql:
        sql.execute("INSERT INTO teams (name, points, paid) SELECT :n, 0, 0 "
                    "WHERE NOT EXISTS (SELECT * FROM teams WHERE name = :n)", {"n": name})
        return sql.rowcount == 1


def close_evening(db_path):
    gained = Counter()
    with league(db_path) as sql:
        for team, points in sql.execute("SELECT team, points FROM answers"):
            gained[team] += points
        sql.executemany("UPDATE teams SET points = points + ? WHERE name = ?", ((p, t) for t, p in gained.items()))
        sql.execute("DELETE FROM answers")
    return dict(gained)
