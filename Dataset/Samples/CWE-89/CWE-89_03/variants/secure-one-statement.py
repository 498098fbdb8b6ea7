import sqlite3
from contextlib import closing
from typing import Dict


def register_team(db_path: str, name: str) -> bool:
    with closing(sqlite3.connect(db_path)) as conn, conn:
        cursor = conn.execute("INSERT OR IGNORE INTO teams VALUES (?, 0, 0)", (name,))
        return cursor.rowcount == 1


def close_evening(db_path: str) -> Dict[str, int]:
    """Add the evening's points to the league table."""
    with closing(sqlite3.connect(db_path)) as conn, conn:
        evening = {}
        for team, points in conn.execute("SELECT team, points FROM answers"):
            evening[team] = evening.get(team, 0) + points
        conn.execute("""
            UPDATE teams
               SET points = points + (SELECT SUM(answers.points) FROM answers WHERE answers.team = teams.name)
             WHERE name IN (SELECT team FROM answers)
        """)
        conn.execute("DELETE FROM answers")
    return evening


if __name__ == "__main__":
    print(close_evening("league.db"))
