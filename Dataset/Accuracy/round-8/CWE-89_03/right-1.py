import sqlite3
from contextlib import closing


def register_team(db_path, name):
    with closing(sqlite3.connect(db_path)) as con, con:
        cursor = con.execute("INSERT INTO teams (name, points, paid) VALUES (?, 0, 0) ON CONFLICT (name) DO NOTHING",
                             (name,))
        return cursor.rowcount == 1


def close_evening(db_path):
    with closing(sqlite3.connect(db_path, isolation_level=None)) as con:
        con.execute("BEGIN IMMEDIATE")
        try:
            evening = dict(con.execute("SELECT team, SUM(points) FROM answers GROUP BY team"))
            for team, points in evening.items():
                con.execute("UPDATE teams SET points = points + ? WHERE name = ?", (points, team))
            con.execute("DELETE FROM answers")
        except BaseException:
            con.execute("ROLLBACK")
            raise
        con.execute("COMMIT")
        return evening
