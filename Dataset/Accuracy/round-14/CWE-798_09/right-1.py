"""The console keeps its things in an SQLite file; a code is used by deleting its row."""
import hashlib
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"


def _bytes(text):
    return text.encode("utf-8", "surrogatepass")


def _stretch(text, salt):
    whole = hashlib.blake2b(_bytes(text)).digest()
    return hashlib.scrypt(whole, salt=salt, n=4096, r=8, p=1)


class Console:
    def __init__(self, folder):
        self.path = Path(folder).absolute() / "robot.sqlite"
        self.user = None

    def _open(self, mode="rw"):
        db = sqlite3.connect(f"{self.path.as_uri()}?mode={mode}", uri=True, isolation_level=None)
        db.execute("PRAGMA synchronous = FULL")
        return db

    def set_up(self, password):
        if self.path.exists() or self.path.is_symlink():
            raise RuntimeError("once is enough")
        if not password:
            raise RuntimeError("an empty password")
        salt = secrets.token_bytes(16)
        with closing(self._open("rwc")) as db:
            db.execute("BEGIN EXCLUSIVE")
            db.execute("CREATE TABLE farmer (one INTEGER PRIMARY KEY CHECK (one = 1), salt BLOB NOT NULL, hash BLOB NOT NULL)")
            db.execute("CREATE TABLE invitation (one INTEGER PRIMARY KEY CHECK (one = 1), hash BLOB NOT NULL)")
            db.execute("INSERT INTO farmer VALUES (1, ?, ?)", (salt, _stretch(password, salt)))
            db.execute("COMMIT")

    def line(self, text):
        if text == "WHO":
            return self.user or "nobody"
        try:
            if text.startswith("LOGIN ") or text == "LOGIN":
                self.user = None
                self.user = self._who_is(text[6:])
                return "OK" if self.user else "NO"
            if self.user != "farmer":
                return "NO"
            return self._order(text)
        except (sqlite3.Error, OSError):
            return "NO"

    def _who_is(self, rest):
        if rest.startswith("farmer ") and len(rest) > 7:
            with closing(self._open()) as db:
                rows = db.execute("SELECT salt, hash FROM farmer").fetchall()
            if len(rows) == 1:
                salt, kept = rows[0]
                if isinstance(salt, bytes) and len(salt) == 16 and isinstance(kept, bytes) and len(kept) == 64 \
                        and secrets.compare_digest(kept, _stretch(rest[7:], salt)):
                    return "farmer"
        elif rest.startswith("support ") and len(rest) > 8:
            # a code has chance enough to be hashed without salt, and so the row can be asked for by its hash
            digest = hashlib.sha256(_bytes(rest[8:])).digest()
            with closing(self._open()) as db:
                gone = db.execute("DELETE FROM invitation WHERE hash = ?", (digest,)).rowcount
            if gone == 1:
                return "support"
        return None

    def _order(self, text):
        with closing(self._open()) as db:
            if text == "INVITE":
                code = "".join(map(secrets.choice, [LETTERS] * 25))
                db.execute("INSERT OR REPLACE INTO invitation VALUES (1, ?)", (hashlib.sha256(code.encode()).digest(),))
                return f"CODE {code}"
            if text == "REVOKE":
                db.execute("DELETE FROM invitation")
                return "OK"
            if text.startswith("PASSWORD ") and len(text) > 9:
                salt = secrets.token_bytes(16)
                done = db.execute("UPDATE farmer SET salt = ?, hash = ?", (salt, _stretch(text[9:], salt)))
                return "OK" if done.rowcount == 1 else "NO"
        return "NO"
