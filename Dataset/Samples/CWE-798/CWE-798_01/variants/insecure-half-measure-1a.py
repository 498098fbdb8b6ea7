import sqlite3
from contextlib import closing

from werkzeug.security import check_password_hash, generate_password_hash

FIRST_PASSWORD = "bowling300"


def prepare(db_path):
    with closing(sqlite3.connect(db_path)) as db:
        db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, password TEXT)")
        if db.execute("SELECT COUNT(*) FROM staff").fetchone()[0] > 0:
            return None
        db.execute(
            "INSERT INTO staff VALUES (?, ?)",
            ("chief", generate_password_hash(FIRST_PASSWORD)),
        )
        db.commit()
    return FIRST_PASSWORD


def sign_in(db_path, name, password):
    with closing(sqlite3.connect(db_path)) as db:
        row = db.execute("SELECT password FROM staff WHERE name = ?", (name,)).fetchone()
    return row is not None and check_password_hash(row[0], password)


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    with closing(sqlite3.connect(db_path)) as db:
        db.execute(
            "UPDATE staff SET password = ? WHERE name = ?",
            (generate_password_hash(new), name),
        )
        db.commit()
    return True
