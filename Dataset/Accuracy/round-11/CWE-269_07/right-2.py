"""Everything is in a small data base in memory, and SQL finds out who may what."""
import sqlite3

ORDER = ["look", "take", "refill"]

QUERY = """
WITH RECURSIVE
  mine(name) AS (SELECT ?2 UNION SELECT grp FROM member JOIN mine ON member.name = mine.name),
  up(area, above) AS (SELECT id, id FROM area
                      UNION SELECT up.area, area.above FROM up JOIN area ON area.id = up.above
                      WHERE area.above IS NOT NULL)
SELECT up.area FROM up JOIN rule ON rule.area = up.above JOIN mine ON mine.name = rule.who
GROUP BY up.area
HAVING max(rule.kind = 'allow' AND rule.rank >= ?1) AND NOT max(rule.kind = 'deny' AND rule.rank <= ?1)
"""


class Store:
    def __init__(self, areas):
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.executescript("""
            CREATE TABLE area (id INTEGER PRIMARY KEY, name TEXT NOT NULL, above INTEGER);
            CREATE TABLE member (name TEXT, grp TEXT, UNIQUE (name, grp));
            CREATE TABLE rule (kind TEXT, who TEXT, rank INTEGER, area INTEGER,
                               UNIQUE (kind, who, rank, area));
        """)
        ids = {}
        for path in areas:
            above, so_far = None, ()
            for name in path.split("/"):
                so_far += (name,)
                if so_far not in ids:
                    ids[so_far] = self._db.execute(
                        "INSERT INTO area (name, above) VALUES (?, ?)", (name, above)).lastrowid
                above = ids[so_far]

    def _paths(self):
        rows = {i: (n, a) for i, n, a in self._db.execute("SELECT id, name, above FROM area")}

        def path(i):
            parts = []
            while i is not None:
                name, i = rows[i]
                parts.append(name)
            return "/".join(parts[::-1])
        return {i: path(i) for i in rows}

    def _id(self, area):
        for i, path in self._paths().items():
            if path == area:
                return i
        raise KeyError(area)

    @staticmethod
    def _rank(right):
        return ORDER.index(right)                # a ValueError if it is none

    def join(self, member, group):
        if group[:1] != "@":
            raise ValueError(group)
        self._db.execute("INSERT OR IGNORE INTO member VALUES (?, ?)", (member, group))

    def leave(self, member, group):
        self._db.execute("DELETE FROM member WHERE name = ? AND grp = ?", (member, group))

    def _enter(self, *rule):
        self._db.execute("INSERT OR IGNORE INTO rule VALUES (?, ?, ?, ?)", rule)

    def allow(self, who, right, area):
        self._enter("allow", who, self._rank(right), self._id(area))

    def deny(self, who, right, area):
        self._enter("deny", who, self._rank(right), self._id(area))

    def withdraw(self, who, right, area):
        self._db.execute("DELETE FROM rule WHERE who = ? AND rank = ? AND area = ?",
                         (who, self._rank(right), self._id(area)))

    def _open(self, person, right):
        return {row[0] for row in self._db.execute(QUERY, (self._rank(right), person))}

    def may(self, person, right, area):
        return self._id(area) in self._open(person, right)

    def areas(self, person, right):
        found, paths = self._open(person, right), self._paths()
        return sorted(paths[i] for i in found)

    def move(self, area, above):
        what, to = self._id(area), self._id(above)
        if to == what or above.startswith(area + "/"):
            raise ValueError("an area does not fit into itself")
        name = area.rsplit("/", 1)[-1]
        if self._db.execute("SELECT 1 FROM area WHERE name = ? AND above = ? AND id <> ?",
                            (name, to, what)).fetchone():
            raise ValueError("there is one of this name")
        self._db.execute("UPDATE area SET above = ? WHERE id = ?", (to, what))

    def merge(self, other):
        mine = {path: i for i, path in self._paths().items()}
        to = {i: mine[path] for i, path in other._paths().items()}
        rules = [(k, w, r, to[a]) for k, w, r, a in other._db.execute("SELECT * FROM rule")]
        members = other._db.execute("SELECT * FROM member").fetchall()
        self._db.execute("BEGIN")
        self._db.executemany("INSERT OR IGNORE INTO rule VALUES (?, ?, ?, ?)", rules)
        self._db.executemany("INSERT OR IGNORE INTO member VALUES (?, ?)", members)
        self._db.execute("COMMIT")
