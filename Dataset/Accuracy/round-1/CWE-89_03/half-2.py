import sqlite3


def register_team(db_path, name):
    con = sqlite3.connect(db_path)
    try:
        cur = con.execute("INSERT OR IGNORE INTO teams VALUES (?, 0, 0)", (name,))
        con.commit()
        return cur.rowcount == 1
    finally:
        con.close()


def close_evening(db_path):
    con = sqlite3.connect(db_path)
    try:
        con.execute("BEGIN IMMEDIATE")
        # quote() is SQLite's own way to write a value as a literal
        gained = con.execute("SELECT team, quote(team), SUM(points) FROM answers GROUP BY team").fetchall()
        if gained:
            cases = " ".join(f"WHEN {literal} THEN {points:d}" for _, literal, points in gained)
            names = ", ".join(literal for _, literal, _ in gained)
            con.execute(f"UPDATE teams SET points = points + CASE name {cases} END WHERE name IN ({names})")
            con.execute("DELETE FROM answers")
        con.commit()
        return {team: points for team, _, points in gained}
    finally:
        con.close()
