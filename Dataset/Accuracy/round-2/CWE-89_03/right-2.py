import sqlite3
from collections import defaultdict
from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class Gain:
    points: int
    team: str


class League:
    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path)
        self.db.row_factory = sqlite3.Row

    def __enter__(self):
        self.db.execute("BEGIN EXCLUSIVE")
        return self

    def __exit__(self, kind, *_):
        try:
            self.db.rollback() if kind else self.db.commit()
        finally:
            self.db.close()

    def gains(self):
        sums = defaultdict(int)
        for row in self.db.execute("SELECT team, points FROM answers ORDER BY rowid"):
            sums[row["team"]] += row["points"]
        return [Gain(points, team) for team, points in sums.items()]

    def credit(self, gains):
        self.db.executemany("UPDATE teams SET points = points + ? WHERE name = ?", map(astuple, gains))
        self.db.execute("DELETE FROM answers")


def register_team(db_path, name):
    try:
        with League(db_path) as league:
            league.db.execute("INSERT INTO teams (paid, points, name) VALUES (0, 0, ?)", [name])
    except sqlite3.IntegrityError:
        return False
    return True


def close_evening(db_path):
    with League(db_path) as league:
        gains = league.gains()
        if gains:
            league.credit(gains)
    return {gain.team: gain.points for gain in gains}
