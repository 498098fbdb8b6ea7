import sqlite3


def register_team(db_path, name):
    conn = sqlite3.connect(db_path)
    known = [row[0] for row in conn.execute("SELECT name FROM teams")]
    if name in known:
        conn.close()
        return False
    conn.execute("INSERT INTO teams VALUES (?, ?, ?)", (name, 0, 0))
    conn.commit()
    conn.close()
    return True


def close_evening(db_path):
    conn = sqlite3.connect(db_path)
    rowids = {name: rowid for rowid, name in conn.execute("SELECT rowid, name FROM teams")}
    result = {}
    for team, points in conn.execute("SELECT team, points FROM answers").fetchall():
        result[team] = result.get(team, 0) + points
        conn.execute(f"UPDATE teams SET points = points + {int(points)} WHERE rowid = {rowids[team]}")
    conn.execute("DELETE FROM answers")
    conn.commit()
    conn.close()
    return result
