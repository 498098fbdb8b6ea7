import sqlite3
from contextlib import closing


def register_team(db_path, name):
    with closing(sqlite3.connect(db_path)) as con, con:
        cursor = con.execute("INSERT OR IGNORE INTO teams (name, points, paid) VALUES (?, 0, 0)", (name,))
        return cursor.rowcount == 1


def close_evening(db_path):
    with closing(sqlite3.connect(db_path, isolation_level=None)) as con:
        con.execute("BEGIN IMMEDIATE")
        try:
            evening = _results(con)
            con.executemany("UPDATE teams SET points = points + ? WHERE name = ?",
                            [(points, team) for team, points in evening.items()])
            con.execute("DELETE FROM answers")
            con.execute("COMMIT")
        except BaseException:
            con.execute("ROLLBACK")
            raise
        return evening


def _results(con):
    (text,) = con.execute(
        "SELECT group_concat(team || char(31) || total, char(30)) FROM"
        " (SELECT team, SUM(points) AS total FROM answers GROUP BY team)").fetchone()
    evening = {}
    for record in (text or "").split("\x1e"):
        team, mark, total = record.partition("\x1f")
        if mark:
            evening[team] = evening.get(team, 0) + int(total)
    return evening
