import sqlite3


class League:
    def __init__(self, path):
        self.conn = sqlite3.connect(path)
        self.cur = self.conn.cursor()

    def has(self, name):
        self.cur.execute("SELECT COUNT(*) FROM teams WHERE name = :name", {"name": name})
        return self.cur.fetchone()[0] > 0

    def add(self, name):
        self.cur.execute("INSERT INTO teams (name, points, paid) VALUES (:name, 0, 0)", {"name": name})

    def finish(self):
        self.conn.commit()
        self.conn.close()


def register_team(db_path, name):
    league = League(db_path)
    new = not league.has(name)
    if new:
        league.add(name)
    league.finish()
    return new


def close_evening(db_path):
    league = League(db_path)
    rows = league.cur.execute("SELECT team, SUM(points) FROM answers GROUP BY team").fetchall()
    if rows:
        league.cur.executemany("UPDATE teams SET points = points + ?2 WHERE name = ?1", rows)
        league.cur.execute("DELETE FROM answers")
    league.finish()
    print("teams this evening:", len(rows))
    return {team: points for team, points in rows}
