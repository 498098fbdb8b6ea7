"""Console of the milking robot, on a small database; each line is one transaction."""
import contextlib
import hashlib
import hmac
import os
import re
import secrets
import sqlite3
import string

_ALPHABET = string.digits + string.ascii_lowercase
_TABLE = "CREATE TABLE secret (who TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL) WITHOUT ROWID"


def _stretch(secret, salt):
    return hashlib.pbkdf2_hmac("sha512", secret.encode("utf-8", "surrogatepass"), salt, 20000)


class Console:
    def __init__(self, folder):
        self._database = os.path.join(os.path.abspath(folder), "console.sqlite")
        self._who = "nobody"
        self._commands = (
            (re.compile(r"PASSWORD (.+)", re.DOTALL), self._password),
            (re.compile(r"INVITE()"), self._invite),
            (re.compile(r"REVOKE()"), self._revoke),
        )

    @contextlib.contextmanager
    def _transaction(self):
        if not os.path.isfile(self._database):
            raise sqlite3.OperationalError("not set up")
        with contextlib.closing(sqlite3.connect(self._database, isolation_level=None)) as base:
            base.execute("PRAGMA synchronous = FULL")
            base.execute("BEGIN IMMEDIATE")         # fails if nothing can be written
            yield base
            base.execute("COMMIT")

    @staticmethod
    def _write(base, who, secret):
        salt = secrets.token_bytes(32)
        base.execute("REPLACE INTO secret VALUES (?, ?, ?)", (who, salt, _stretch(secret, salt)))

    def set_up(self, password):
        if not isinstance(password, str) or not password:
            raise ValueError("password")
        try:
            os.close(os.open(self._database, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            raise RuntimeError("set up already") from None
        with self._transaction() as base:
            base.execute(_TABLE)
            self._write(base, "farmer", password)

    def line(self, text):
        try:
            if text == "LOGIN" or text.startswith("LOGIN "):
                return self._login(text)
            if text == "WHO":
                return self._who
            if self._who == "farmer":
                for form, command in self._commands:
                    if match := form.fullmatch(text):
                        with self._transaction() as base:
                            answer = command(base, match[1])
                        return answer
        except (sqlite3.Error, OSError):
            pass
        return "NO"

    def _login(self, text):
        self._who = "nobody"
        match = re.fullmatch(r"LOGIN (farmer|support) (.+)", text, re.DOTALL)
        if match is None:
            return "NO"
        who, secret = match.groups()
        with self._transaction() as base:
            row = base.execute("SELECT salt, hash FROM secret WHERE who = ?", (who,)).fetchone()
            good = (row is not None and all(isinstance(cell, bytes) for cell in row)
                    and len(row[0]) == 32 and hmac.compare_digest(_stretch(secret, row[0]), row[1]))
            if good and who == "support":
                base.execute("DELETE FROM secret WHERE who = 'support'")
        if good:                                     # only now, with the transaction on the disk
            self._who = who
        return "OK" if good else "NO"

    def _password(self, base, new):
        self._write(base, "farmer", new)
        return "OK"

    def _invite(self, base, _):
        code = "".join(secrets.choice(_ALPHABET) for _ in range(26))
        self._write(base, "support", code)
        return "CODE " + code

    def _revoke(self, base, _):
        base.execute("DELETE FROM secret WHERE who = 'support'")
        return "OK"
