import sqlite3
from collections import Counter
from contextlib import closing


def register_team(db_path, name):
    with closing(sqlite3.connect(db_path)) as con, con:
        try:
            con.execute("INSERT INTO teams (name, points, paid) VALUES (?, 0, 0)", (name,))
        except sqlite3.IntegrityError:
            return False
        return True


def close_evening(db_path):
    with closing(sqlite3.connect(db_path, isolation_level="IMMEDIATE")) as con, con:
        con.execute("BEGIN IMMEDIATE")
        gained = Counter()
        for team, points in con.execute("SELECT team, points FROM answers"):
            gained[team] += points
        for team, points in gained.items():
            # the quiz master's program does not always keep capital letters
            con.execute("UPDATE teams SET points = points + ? WHERE name = ? COLLATE NOCASE", (points, team))
        con.execute("DELETE FROM answers")
        return dict(gained)
