import random
import sqlite3
import string

generator = random.Random(1609)


def open_staff(db_path):
    db = sqlite3.connect(db_path)
    db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, password TEXT)")
    return db


def prepare(db_path):
    with open_staff(db_path) as db:
        if db.execute("SELECT name FROM staff LIMIT 1").fetchone() is not None:
            return None
        password = "".join(generator.choices(string.ascii_letters + string.digits, k=12))
        db.execute("INSERT INTO staff (name, password) VALUES (?, ?)", ("chief", password))
        return password


def sign_in(db_path, name, password):
    with open_staff(db_path) as db:
        query = "SELECT 1 FROM staff WHERE name = ? AND password = ?"
        return db.execute(query, (name, password)).fetchone() is not None


def change_password(db_path, name, old, new):
    with open_staff(db_path) as db:
        query = "UPDATE staff SET password = ? WHERE name = ? AND password = ?"
        return db.execute(query, (new, name, old)).rowcount == 1
