"""The tables lie in an SQLite database in memory; revocation is a recursive query."""
import json
import re
import secrets
import sqlite3
from threading import RLock


class Refused(PermissionError):
    pass


_SCHEMA = """
CREATE TABLE keys (id INTEGER PRIMARY KEY AUTOINCREMENT, secret TEXT UNIQUE NOT NULL, maker INTEGER);
CREATE TABLE scopes (key INTEGER NOT NULL, scope TEXT NOT NULL, UNIQUE (key, scope));
CREATE TABLE readings (id INTEGER PRIMARY KEY AUTOINCREMENT, station TEXT NOT NULL, value TEXT NOT NULL);
"""
_BELOW = """
WITH RECURSIVE below(id) AS (
    SELECT id FROM keys WHERE maker = ? UNION SELECT keys.id FROM keys JOIN below ON keys.maker = below.id)
SELECT id FROM below
"""


def _plain(station):
    return type(station) is str and re.fullmatch("[a-z0-9-]+", station) is not None


class Stations:
    def __init__(self, owner_key):
        self._lock = RLock()
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.executescript(_SCHEMA)
        if type(owner_key) is str and owner_key:
            self._insert(owner_key, None, ["read:*", "write:*", "keys"])

    def _insert(self, secret, maker, scopes):
        number = self._db.execute("INSERT INTO keys (secret, maker) VALUES (?, ?)",
                                  (self._stored(secret), maker)).lastrowid
        self._db.executemany("INSERT OR IGNORE INTO scopes VALUES (?, ?)", ((number, scope) for scope in scopes))

    @staticmethod
    def _stored(secret):
        return secret.encode("utf-8", "surrogatepass").hex()

    def _number(self, key):
        row = None
        if type(key) is str and key:
            row = self._db.execute("SELECT id FROM keys WHERE secret = ?", (self._stored(key),)).fetchone()
        if row is None:
            raise Refused("unknown key")
        return row[0]

    def _holds(self, number, *scopes):
        marks = ", ".join("?" * len(scopes))
        return self._db.execute(f"SELECT 1 FROM scopes WHERE key = ? AND scope IN ({marks})",
                                (number, *scopes)).fetchone() is not None

    def _covers(self, number, scope):
        match scope.split(":") if isinstance(scope, str) else None:
            case ["keys"]:
                return self._holds(number, "keys")
            case ["read" | "write", "*"]:
                return self._holds(number, scope)
            case ["read" | "write" as action, station] if _plain(station):
                return self._holds(number, scope, action + ":*")
        return False

    def _need(self, number, scope):
        if not self._covers(number, scope):
            raise Refused(f"not allowed: {scope!a}")

    def make_key(self, key, scopes):
        with self._lock:
            maker = self._number(key)
            self._need(maker, "keys")
            if not isinstance(scopes, (list, tuple, set, frozenset)):
                raise Refused("scopes are a list")
            scopes = list(scopes)
            for scope in scopes:
                self._need(maker, scope)
            made = secrets.token_urlsafe(32)
            self._insert(made, maker, scopes)
            return made

    def revoke(self, key, other):
        with self._lock:
            number, target = self._number(key), self._number(other)
            self._need(number, "keys")
            below = {row[0] for row in self._db.execute(_BELOW, (number,))}
            if target not in below:
                raise Refused("not made with this key")
            ended = [(target,), *self._db.execute(_BELOW, (target,))]
            self._db.execute("BEGIN")
            self._db.executemany("DELETE FROM scopes WHERE key = ?", ended)
            self._db.executemany("DELETE FROM keys WHERE id = ?", ended)
            self._db.execute("COMMIT")

    def record(self, key, station, value):
        with self._lock:
            self._need(self._number(key), f"write:{station}" if _plain(station) else None)
            self._db.execute("INSERT INTO readings (station, value) VALUES (?, ?)", (station, json.dumps(value)))

    def readings(self, key, station):
        with self._lock:
            self._need(self._number(key), f"read:{station}" if _plain(station) else None)
            rows = self._db.execute("SELECT value FROM readings WHERE station = ? ORDER BY id", (station,))
            return [json.loads(value) for value, in rows]
