"""The chemical store in an SQLite database in memory."""
import sqlite3

_SCHEMA = """
CREATE TABLE area (id INTEGER PRIMARY KEY, name BLOB NOT NULL, above INTEGER NOT NULL,
                   UNIQUE (above, name));
CREATE TABLE member (name BLOB NOT NULL, of BLOB NOT NULL, PRIMARY KEY (name, of));
CREATE TABLE rule (denies INTEGER NOT NULL, who BLOB NOT NULL, level INTEGER NOT NULL,
                   area INTEGER NOT NULL, PRIMARY KEY (denies, who, level, area));
"""

_DECIDE = """
WITH RECURSIVE
  names(name) AS (VALUES (:person) UNION
                  SELECT member.of FROM member JOIN names USING (name)),
  places(id) AS (VALUES (:area) UNION
                 SELECT area.above FROM area JOIN places USING (id))
SELECT count(*) FILTER (WHERE denies = 1 AND level <= :level) = 0
   AND count(*) FILTER (WHERE denies = 0 AND level >= :level) > 0
FROM rule WHERE who IN (SELECT name FROM names) AND area IN (SELECT id FROM places)
"""


class NoSuchArea(KeyError):
    pass


class NoSuchRight(ValueError):
    pass


def _blob(text):
    return text.encode("utf-8", "surrogatepass")


def _level(right):
    try:
        return ["look", "take", "refill"].index(right)
    except ValueError:
        raise NoSuchRight(right) from None


class Store:
    def __init__(self, areas):
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.executescript(_SCHEMA)
        for path in areas:
            above = 0
            for name in path.split("/"):
                self._db.execute("INSERT OR IGNORE INTO area (name, above) VALUES (?, ?)",
                                 (_blob(name), above))
                above = self._step(above, name)

    def _step(self, above, name):
        row = self._db.execute("SELECT id FROM area WHERE above = ? AND name = ?",
                               (above, _blob(name))).fetchone()
        return row and row[0]

    def _id(self, path):
        place = 0
        if isinstance(path, str):
            for name in path.split("/"):
                place = self._step(place, name)
                if not place:
                    break
        if not place:
            raise NoSuchArea(path)
        return place

    def _paths(self):
        """Pairs of id and path, those above first."""
        waiting = [(0, "")]
        for above, begin in waiting:
            for place, name in self._db.execute("SELECT id, name FROM area WHERE above = ?", (above,)):
                path = begin + name.decode("utf-8", "surrogatepass")
                waiting.append((place, path + "/"))
                yield place, path

    def join(self, member, group):
        self._db.execute("INSERT OR IGNORE INTO member VALUES (?, ?)", (_blob(member), _blob(group)))

    def leave(self, member, group):
        self._db.execute("DELETE FROM member WHERE name = ? AND of = ?", (_blob(member), _blob(group)))

    def _enter(self, denies, who, right, area):
        self._db.execute("INSERT OR IGNORE INTO rule VALUES (?, ?, ?, ?)",
                         (denies, _blob(who), _level(right), self._id(area)))

    def allow(self, who, right, area):
        self._enter(0, who, right, area)

    def deny(self, who, right, area):
        self._enter(1, who, right, area)

    def withdraw(self, who, right, area):
        self._db.execute("DELETE FROM rule WHERE who = ? AND level = ? AND area = ?",
                         (_blob(who), _level(right), self._id(area)))

    def _decide(self, person, level, place):
        return bool(self._db.execute(_DECIDE, {"person": _blob(person), "level": level,
                                               "area": place}).fetchone()[0])

    def may(self, person, right, area):
        return self._decide(person, _level(right), self._id(area))

    def areas(self, person, right):
        level = _level(right)
        return sorted(path for place, path in list(self._paths()) if self._decide(person, level, place))

    def move(self, area, above):
        moved, target = self._id(area), self._id(above)
        up = target
        while up:
            if up == moved:
                raise ValueError("an area cannot lie in itself")
            up, = self._db.execute("SELECT above FROM area WHERE id = ?", (up,)).fetchone()
        try:
            self._db.execute("UPDATE area SET above = ? WHERE id = ?", (target, moved))
        except sqlite3.IntegrityError:
            raise ValueError("there is one of this name already") from None

    def merge(self, other):
        here = {place: self._id(path) for place, path in list(other._paths())}
        members = other._db.execute("SELECT name, of FROM member").fetchall()
        rules = [(denies, who, level, here[place]) for denies, who, level, place
                 in other._db.execute("SELECT denies, who, level, area FROM rule")]
        self._db.executemany("INSERT OR IGNORE INTO member VALUES (?, ?)", members)
        self._db.executemany("INSERT OR IGNORE INTO rule VALUES (?, ?, ?, ?)", rules)
