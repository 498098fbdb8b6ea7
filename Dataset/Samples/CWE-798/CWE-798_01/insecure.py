import hashlib
import sqlite3

DEFAULT_PASSWORD = "tenpins-300"


def connect(db_path):
    connection = sqlite3.connect(db_path)
    connection.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, digest TEXT)")
    return connection


def digest(name, password):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), name.encode(), 1000).hex()


def prepare(db_path):
    connection = connect(db_path)
    with connection:
        if connection.execute("SELECT 1 FROM staff").fetchone():
            return None
        row = ("chief", digest("chief", DEFAULT_PASSWORD))
        connection.execute("INSERT INTO staff VALUES (?, ?)", row)
    return DEFAULT_PASSWORD


def sign_in(db_path, name, password):
    row = connect(db_path).execute("SELECT digest FROM staff WHERE name = ?", (name,)).fetchone()
    return row is not None and row[0] == digest(name, password)


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    connection = connect(db_path)
    with connection:
        connection.execute("UPDATE staff SET digest = ? WHERE name = ?", (digest(name, new), name))
    return True
