import contextlib
import hashlib
import hmac
import os
import secrets
import sqlite3


def _hash(secret, salt):
    return hashlib.scrypt(secret.encode("utf-8", "surrogatepass"), salt=salt, n=2048, r=8, p=1)


class Console:
    """The state is kept in an SQLite file: one row for each of the two that can come in."""

    ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"

    def __init__(self, folder):
        self._file = os.path.abspath(os.path.join(folder, "robot.sqlite"))
        self._who = "nobody"

    @contextlib.contextmanager
    def _open(self):
        db = sqlite3.connect(self._file)
        try:
            with db:
                db.execute("PRAGMA synchronous = FULL")
                yield db
        finally:
            db.close()

    def _put(self, db, who, secret):
        salt = os.urandom(24)
        db.execute("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", (who, salt, _hash(secret, salt)))

    def set_up(self, password):
        if os.path.lexists(self._file):
            raise RuntimeError("once only")
        with self._open() as db:
            db.execute("BEGIN")
            db.execute("CREATE TABLE entry (who TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL)")
            self._put(db, "farmer", password)

    def line(self, text):
        word, blank, rest = text.partition(" ")
        method = getattr(self, "_do_" + word, None) if word in ("LOGIN", "WHO", "PASSWORD", "INVITE", "REVOKE") else None
        if method is None:
            return "NO"
        if word in ("WHO", "INVITE", "REVOKE") and blank:
            return "NO"
        if word in ("PASSWORD", "INVITE", "REVOKE") and self._who != "farmer":
            return "NO"
        return method(rest)

    def _do_WHO(self, _):
        return self._who

    def _do_LOGIN(self, rest):
        self._who = "nobody"
        who, _, secret = rest.partition(" ")
        if who not in ("farmer", "support") or not secret or not os.path.exists(self._file):
            return "NO"
        try:
            with self._open() as db:
                row = db.execute("SELECT salt, hash FROM entry WHERE who = ?", (who,)).fetchone()
                if row is None or not hmac.compare_digest(_hash(secret, row[0]), row[1]):
                    return "NO"
                if who == "support" and db.execute("DELETE FROM entry WHERE who = 'support'").rowcount != 1:
                    return "NO"
        except (sqlite3.Error, TypeError, ValueError):
            return "NO"
        self._who = who  # only when the change is on the disk
        return "OK"

    def _do_PASSWORD(self, rest):
        if not rest:
            return "NO"
        with self._open() as db:
            self._put(db, "farmer", rest)
        return "OK"

    def _do_INVITE(self, _):
        code = "".join(secrets.choice(self.ALPHABET) for _ in range(32))
        with self._open() as db:
            self._put(db, "support", code)
        return "CODE " + code

    def _do_REVOKE(self, _):
        with self._open() as db:
            db.execute("DELETE FROM entry WHERE who = 'support'")
        return "OK"
