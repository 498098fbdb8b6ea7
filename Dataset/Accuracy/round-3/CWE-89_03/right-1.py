import functools
import sqlite3
from collections import Counter


def transaction(function):
    """Calls the function with a cursor inside one write transaction."""

    @functools.wraps(function)
    def wrapper(db_path, *args):
        connection = sqlite3.connect(db_path, isolation_level=None, timeout=30)
        try:
            cursor = connection.cursor()
            cursor.execute("BEGIN IMMEDIATE")
            try:
                result = function(cursor, *args)
            except BaseException:
                cursor.execute("ROLLBACK")
                raise
            cursor.execute("COMMIT")
            return result
        finally:
            connection.close()

    return wrapper


@transaction
def register_team(cursor, name):
    cursor.execute(
        "INSERT INTO teams (name, points, paid) SELECT :name, 0, 0 "
        "WHERE NOT EXISTS (SELECT 1 FROM teams WHERE name = :name)",
        {"name": name},
    )
    return cursor.rowcount > 0


@transaction
def close_evening(cursor):
    evening = Counter()
    for team, points in cursor.execute("SELECT team, points FROM answers").fetchall():
        evening[team] += points or 0
    cursor.executemany(
        "UPDATE teams SET points = points + ? WHERE name = ?",
        [(points, team) for team, points in evening.items()],
    )
    cursor.execute("DELETE FROM answers")
    return dict(evening)
