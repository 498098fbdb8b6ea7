import sqlite3
from collections import Counter
from contextlib import contextmanager
from functools import wraps


@contextmanager
def league(db_path):
    con = sqlite3.connect(db_path, isolation_level=None)
    try:
        con.execute("BEGIN EXCLUSIVE")
        try:
            yield con
        except BaseException:
            con.execute("ROLLBACK")
            raise
        else:
            con.execute("COMMIT")
    finally:
        con.close()


def on_league(function):
    @wraps(function)
    def wrapper(db_path, *arguments):
        with league(db_path) as con:
            return function(con, *arguments)
    return wrapper


@on_league
def register_team(con, name):
    try:
        con.execute("INSERT INTO teams (paid, points, name) SELECT 0, 0, ?", [name])
    except sqlite3.IntegrityError:
        return not True
    return True


@on_league
def close_evening(con):
    evening = Counter()
    for row, team, points in con.execute("SELECT rowid, team, points FROM answers ORDER BY rowid").fetchall():
        evening[team] += points
        con.execute("DELETE FROM answers WHERE rowid = ?", (row,))
    if evening:
        con.execute("CREATE TEMP TABLE evening (name TEXT PRIMARY KEY, value INTEGER)")
        con.executemany("INSERT INTO temp.evening VALUES (?, ?)", evening.items())
        con.execute("UPDATE teams SET points = points + value FROM temp.evening WHERE evening.name = teams.name")
    return dict(evening)
