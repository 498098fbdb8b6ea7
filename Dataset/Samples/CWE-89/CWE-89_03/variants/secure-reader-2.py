import sqlite3


def register_team(db_path, name):
    conn = sqlite3.connect(db_path)
    try:
        conn.execute("INSERT INTO teams (name, points, paid) VALUES (?, 0, 0)", (name,))
        conn.commit()
        return True
    except sqlite3.IntegrityError:
        return False
    finally:
        conn.close()


def close_evening(db_path):
    conn = sqlite3.connect(db_path)
    rows = conn.execute("SELECT team, SUM(points) FROM answers GROUP BY team").fetchall()
    result = dict(rows)
    for team, points in result.items():
        conn.execute("UPDATE teams SET points = points + ? WHERE name = ?", (points, team))
    conn.execute("DELETE FROM answers")
    conn.commit()
    conn.close()
    return result
