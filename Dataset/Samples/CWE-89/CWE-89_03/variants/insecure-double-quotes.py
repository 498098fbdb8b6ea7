import sqlite3


def register_team(db_path, name):
    connection = sqlite3.connect(db_path)
    with connection:
        cursor = connection.execute("INSERT OR IGNORE INTO teams (name, points, paid) VALUES (?, 0, 0)", (name,))
    connection.close()
    return cursor.rowcount > 0


def close_evening(db_path):
    connection = sqlite3.connect(db_path)
    gained = {}
    with connection:
        for team, points in connection.execute("SELECT team, points FROM answers").fetchall():
            gained[team] = gained.get(team, 0) + points
        for team in gained:
            connection.execute(f'UPDATE teams SET points = points + {gained[team]} WHERE name = "{team}"')
        connection.execute("DELETE FROM answers")
    connection.close()
    return gained
