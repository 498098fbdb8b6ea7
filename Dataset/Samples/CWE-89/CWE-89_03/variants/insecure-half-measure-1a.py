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
    try:
        evening = dict(conn.execute("SELECT team, SUM(points) FROM answers GROUP BY team"))
        for team, points in evening.items():
            conn.execute(f'UPDATE teams SET points = points + {points} WHERE name = "{team}"')
        conn.execute("DELETE FROM answers")
        conn.commit()
        return evening
    finally:
        conn.close()
