import sqlite3
from enum import Enum


class Sql(str, Enum):
    """Every statement of this program; none of them is ever put together."""

    REGISTER = "INSERT INTO teams (name, points, paid) VALUES (?, 0, 0)"
    LOCK = "BEGIN EXCLUSIVE"
    EVENING = "SELECT team, total(points) FROM answers GROUP BY team"
    ADD = """UPDATE teams
             SET points = points + (SELECT coalesce(sum(a.points), 0) FROM answers AS a WHERE a.team = teams.name)
             WHERE EXISTS (SELECT 1 FROM answers AS a WHERE a.team = teams.name)"""
    CLEAR = "DELETE FROM answers"


class League:
    def __init__(self, db_path):
        self.connection = sqlite3.connect(db_path, timeout=30)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None:
            self.connection.commit()
        else:
            self.connection.rollback()
        self.connection.close()

    def run(self, statement: Sql, *values):
        return self.connection.execute(statement.value, values).fetchall()


def register_team(db_path, name):
    try:
        with League(db_path) as league:
            league.run(Sql.REGISTER, name)
    except sqlite3.IntegrityError:
        return False
    return True


def close_evening(db_path):
    with League(db_path) as league:
        league.run(Sql.LOCK)
        evening = {team: int(points) for team, points in league.run(Sql.EVENING)}
        league.run(Sql.ADD)
        league.run(Sql.CLEAR)
    return evening
