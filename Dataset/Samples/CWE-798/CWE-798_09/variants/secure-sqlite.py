import sqlite3
import uuid
from hashlib import pbkdf2_hmac
from os import path, urandom
from secrets import compare_digest


class Console:
    def __init__(self, folder):
        self._file = path.join(folder, "robot.db")
        self._who = "nobody"

    def _do(self, statement, *values):
        db = sqlite3.connect(self._file)
        try:
            with db:
                db.execute("CREATE TABLE IF NOT EXISTS doors (name TEXT PRIMARY KEY, salt BLOB, hash BLOB)")
                return db.execute(statement, values).fetchall()
        finally:
            db.close()

    def _hash(self, secret, salt):
        return pbkdf2_hmac("sha256", secret.encode("utf-8", "surrogatepass"), salt, 1000)

    def _close(self, door, secret):
        salt = urandom(16)
        self._do("REPLACE INTO doors VALUES (?, ?, ?)", door, salt, self._hash(secret, salt))

    def set_up(self, password):
        if self._do("SELECT 1 FROM doors"):
            raise RuntimeError("set up already")
        self._close("farmer", password)

    def line(self, text):
        match text.split(" ", 2):
            case ["LOGIN", ("farmer" | "support") as door, secret]:
                self._who = "nobody"
                for salt, kept in self._do("SELECT salt, hash FROM doors WHERE name = ?", door):
                    if len(salt) == 16 and len(kept) == 32 and compare_digest(kept, self._hash(secret, salt)):
                        if door == "support":
                            self._do("DELETE FROM doors WHERE name = 'support'")
                        self._who = door
                        return "OK"
                return "NO"
            case ["LOGIN", *_]:
                self._who = "nobody"
            case ["WHO"]:
                return self._who
            case ["INVITE"] if self._who == "farmer":
                code = uuid.uuid4().hex
                self._close("support", code)
                return "CODE " + code
            case ["REVOKE"] if self._who == "farmer":
                self._do("DELETE FROM doors WHERE name = 'support'")
                return "OK"
            case ["PASSWORD", *rest] if self._who == "farmer" and rest:
                self._close("farmer", " ".join(rest))
                return "OK"
        return "NO"
