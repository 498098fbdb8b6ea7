import sqlite3
from contextlib import closing


def register_team(db_path, name):
    with closing(sqlite3.connect(db_path)) as connection:
        with connection:
            cursor = connection.execute(
                "INSERT INTO teams (name, points, paid) VALUES (?, 0, 0) "
                "ON CONFLICT (name) DO NOTHING",
                (name,),
            )
            return cursor.rowcount == 1


def close_evening(db_path):
    with closing(sqlite3.connect(db_path, isolation_level=None)) as connection:
        # the other program must not add rows between the sum and the removal
        connection.execute("BEGIN IMMEDIATE")
        try:
            gained = dict(connection.execute(
                "SELECT team, SUM(points) FROM answers GROUP BY team"
            ))
            if gained:
                # names stay inside the database here; no text is put together
                connection.execute(
                    "UPDATE teams SET points = points + "
                    "(SELECT SUM(a.points) FROM answers AS a WHERE a.team = teams.name) "
                    "WHERE name IN (SELECT team FROM answers)"
                )
                connection.execute("DELETE FROM answers")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    return gained
