import sqlite3


def register_team(db_path, name):
    connection = sqlite3.connect(db_path)
    cursor = connection.cursor()
    cursor.execute("SELECT name FROM teams WHERE name = ?", (name,))
    if cursor.fetchone():
        connection.close()
        return False
    cursor.execute("INSERT INTO teams VALUES (?, 0, 0)", (name,))
    connection.commit()
    connection.close()
    return True


def close_evening(db_path):
    connection = sqlite3.connect(db_path)
    result = dict(connection.execute("SELECT team, SUM(points) FROM answers GROUP BY team").fetchall())
    script = "BEGIN;\n"
    for team, points in result.items():
        script += "UPDATE teams SET points = points + %d WHERE name = '%s';\n" % (points, team)
    script += "DELETE FROM answers;\nCOMMIT;"
    connection.executescript(script)
    connection.close()
    return result
