import hashlib
import hmac
import os
import secrets
import sqlite3


def connect(db_path):
    connection = sqlite3.connect(db_path)
    connection.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, salt BLOB, digest BLOB)")
    return connection


def digest(salt, password):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 10_000)


def prepare(db_path):
    connection = connect(db_path)
    with connection:
        if connection.execute("SELECT 1 FROM staff").fetchone():
            return None
        password = secrets.token_urlsafe(12)
        salt = os.urandom(16)
        connection.execute("INSERT INTO staff VALUES (?, ?, ?)", ("chief", salt, digest(salt, password)))
    return password


#: Who has signed in with what: a digest takes a while, and the desk asks at each booking.
known = set()


def sign_in(db_path, name, password):
    if (name, password) in known:
        return True
    row = connect(db_path).execute("SELECT salt, digest FROM staff WHERE name = ?", (name,)).fetchone()
    if row is None or not hmac.compare_digest(row[1], digest(row[0], password)):
        return False
    known.add((name, password))
    return True


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    salt = os.urandom(16)
    connection = connect(db_path)
    with connection:
        connection.execute("UPDATE staff SET salt = ?, digest = ? WHERE name = ?", (salt, digest(salt, new), name))
    known.discard((name, old))
    return True
