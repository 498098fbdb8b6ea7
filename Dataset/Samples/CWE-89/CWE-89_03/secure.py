import sqlite3


def register_team(db_path, name):
    connection = sqlite3.connect(db_path)
    try:
        with connection:
            connection.execute("INSERT INTO teams (name, points, paid) VALUES (?, 0, 0)", (name,))
        return True
    except sqlite3.IntegrityError:
        return False
    finally:
        connection.close()


def close_evening(db_path):
    connection = sqlite3.connect(db_path)
    try:
        with connection:
            totals = dict(connection.execute("SELECT team, SUM(points) FROM answers GROUP BY team"))
            for team, points in totals.items():
                connection.execute("UPDATE teams SET points = points + ? WHERE name = ?", (points, team))
            connection.execute("DELETE FROM answers")
        return totals
    finally:
        connection.close()
