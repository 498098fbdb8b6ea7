import functools
import sqlite3


class League:
    def __init__(self, path):
        self.con = sqlite3.connect(path)

    def __enter__(self):
        self.con.execute("BEGIN EXCLUSIVE")
        return self

    def __exit__(self, kind, error, trace):
        self.con.rollback() if kind else self.con.commit()
        self.con.close()

    def row_of(self, name):
        return next(self.con.execute("SELECT rowid FROM teams WHERE name = ?", (name,)), (None,))[0]


def in_league(function):
    @functools.wraps(function)
    def wrapper(db_path, *args):
        with League(db_path) as league:
            return function(league, *args)
    return wrapper


@in_league
def register_team(league, name):
    if league.row_of(name) is not None:
        return False
    league.con.execute("INSERT INTO teams (name, points, paid) VALUES (?, ?, ?)", (name, 0, 0))
    return True


@in_league
def close_evening(league):
    gained = {}
    for team, points in league.con.execute("SELECT team, points FROM answers ORDER BY rowid").fetchall():
        gained[team] = gained.get(team, 0) + points
    league.con.executemany(
        "UPDATE teams SET points = points + ? WHERE rowid = ?",
        ((points, league.row_of(team)) for team, points in gained.items()),
    )
    league.con.execute("DELETE FROM answers")
    return gained
