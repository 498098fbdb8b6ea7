import sqlite3


def _connect(db_path):
    return sqlite3.connect(db_path, isolation_level="IMMEDIATE")


def register_team(db_path, name):
    con = _connect(db_path)
    try:
        with con:
            con.execute("INSERT INTO teams VALUES (:name, 0, 0)", {"name": name})
        return True
    except sqlite3.IntegrityError:
        return False
    finally:
        con.close()


def close_evening(db_path):
    con = _connect(db_path)
    try:
        with con:
            con.execute("UPDATE answers SET points = points WHERE 0")
            result = dict(con.execute("SELECT team, SUM(points) FROM answers GROUP BY team"))
            for team, points in result.items():
                con.execute(
                    "UPDATE teams SET points = points + :points WHERE name = :team COLLATE NOCASE",
                    {"points": points, "team": team})
            con.execute("DELETE FROM answers")
        return result
    finally:
        con.close()
