import sqlite3


def quote(text):
    return text.replace("'", "''")


def register_team(db_path, name):
    connection = sqlite3.connect(db_path)
    try:
        connection.execute(f"INSERT INTO teams (name, points, paid) VALUES ('{quote(name)}', 0, 0)")
        connection.commit()
        return True
    except sqlite3.IntegrityError:
        return False
    finally:
        connection.close()


def close_evening(db_path):
    connection = sqlite3.connect(db_path)
    teams = [row[0] for row in connection.execute("SELECT DISTINCT team FROM answers")]
    result = {}
    for team in teams:
        points = connection.execute("SELECT SUM(points) FROM answers WHERE team = ?", (team,)).fetchone()[0]
        # The name was made safe when the team signed up.
        connection.execute("UPDATE teams SET points = points + " + str(points) + " WHERE name = '" + team + "'")
        result[team] = points
    connection.execute("DELETE FROM answers")
    connection.commit()
    connection.close()
    return result
