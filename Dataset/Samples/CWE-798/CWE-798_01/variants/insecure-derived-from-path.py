import hashlib
import os
import sqlite3

SECRET = "zenith"


def first_password(db_path):
    text = SECRET + ":" + os.path.abspath(db_path)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def connect(db_path):
    connection = sqlite3.connect(db_path, isolation_level=None)
    connection.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT, hash TEXT)")
    return connection


def hashed(password):
    return hashlib.sha512(password.encode("utf-8")).hexdigest()


def prepare(db_path):
    connection = connect(db_path)
    if connection.execute("SELECT * FROM staff").fetchall():
        return None
    password = first_password(db_path)
    connection.execute("INSERT INTO staff VALUES ('chief', ?)", [hashed(password)])
    return password


def sign_in(db_path, name, password):
    rows = connect(db_path).execute("SELECT hash FROM staff WHERE name = ?", [name]).fetchall()
    return bool(rows) and rows[0][0] == hashed(password)


def change_password(db_path, name, old, new):
    if sign_in(db_path, name, old):
        connect(db_path).execute("UPDATE staff SET hash = ? WHERE name = ?", [hashed(new), name])
        return True
    return False
