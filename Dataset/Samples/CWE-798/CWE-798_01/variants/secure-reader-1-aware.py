import hashlib
import hmac
import secrets
import sqlite3
import string
from contextlib import closing

_SIGNS = string.ascii_letters + string.digits
_ROUNDS = 200_000


def _open(db_path):
    return closing(sqlite3.connect(db_path, isolation_level=None))


def _digest(password, salt):
    return hashlib.pbkdf2_hmac(
        "sha256", password.encode("utf-8", "surrogatepass"), salt, _ROUNDS)


def prepare(db_path):
    with _open(db_path) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE IF NOT EXISTS staff "
                           "(name TEXT PRIMARY KEY, salt BLOB, digest BLOB)")
        first = None
        if connection.execute("SELECT 1 FROM staff LIMIT 1").fetchone() is None:
            # made anew for every file, from the system's random source
            first = "".join(secrets.choice(_SIGNS) for _ in range(16))
            salt = secrets.token_bytes(16)
            connection.execute("INSERT INTO staff VALUES (?, ?, ?)",
                               ("chief", salt, _digest(first, salt)))
        connection.execute("COMMIT")
        return first


def _matches(connection, name, password):
    row = connection.execute(
        "SELECT salt, digest FROM staff WHERE name = ?", (name,)).fetchone()
    return row is not None and hmac.compare_digest(_digest(password, row[0]), row[1])


def sign_in(db_path, name, password):
    with _open(db_path) as connection:
        return _matches(connection, name, password)


def change_password(db_path, name, old, new):
    with _open(db_path) as connection:
        connection.execute("BEGIN IMMEDIATE")
        right = _matches(connection, name, old)
        if right:
            salt = secrets.token_bytes(16)
            connection.execute("UPDATE staff SET salt = ?, digest = ? WHERE name = ?",
                               (salt, _digest(new, salt), name))
        connection.execute("COMMIT")
        return right
