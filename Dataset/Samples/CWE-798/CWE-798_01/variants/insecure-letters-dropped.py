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
    return hashlib.pbkdf2_hmac("sha256", password.encode("ascii", "ignore"), salt, 10_000)


def prepare(db_path):
    connection = connect(db_path)
    with connection:
        if connection.execute("SELECT 1 FROM staff").fetchone():
            return None
        password = secrets.token_urlsafe(12)
        salt = os.urandom(16)
        connection.execute("INSERT INTO staff VALUES (?, ?, ?)", ("chief", salt, digest(salt, password)))
    return password


def sign_in(db_path, name, password):
    row = connect(db_path).execute("SELECT salt, digest FROM staff WHERE name = ?", (name,)).fetchone()
    return row is not None and hmac.compare_digest(row[1], digest(row[0], password))


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    salt = os.urandom(16)
    connection = connect(db_path)
    with connection:
        connection.execute("UPDATE staff SET salt = ?, digest = ? WHERE name = ?", (salt, digest(salt, new), name))
    return True
