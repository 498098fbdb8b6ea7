import secrets
import sqlite3
from contextlib import closing

from werkzeug.security import check_password_hash, generate_password_hash

METHOD = "pbkdf2:sha256:20000"


def prepare(db_path):
    with closing(sqlite3.connect(db_path)) as db:
        db.execute("CREATE TABLE IF NOT EXISTS staff (name TEXT NOT NULL UNIQUE, password TEXT NOT NULL)")
        count, = db.execute("SELECT COUNT(*) FROM staff").fetchone()
        if count > 0:
            return None
        first = secrets.token_hex(8)
        db.execute("INSERT INTO staff VALUES (?, ?)", ("chief", generate_password_hash(first, METHOD)))
        db.commit()
        print(f"First password of chief: {first}")
        return first


def sign_in(db_path, name, password):
    if not name or not password:
        return False
    with closing(sqlite3.connect(db_path)) as db:
        found = db.execute("SELECT password FROM staff WHERE name = :name", {"name": name}).fetchone()
    return found is not None and check_password_hash(found[0], password)


def change_password(db_path, name, old, new):
    if sign_in(db_path, name, old):
        with closing(sqlite3.connect(db_path)) as db:
            hashed = generate_password_hash(new, method=METHOD)
            db.execute("UPDATE staff SET password = ? WHERE name = ?", (hashed, name))
            db.commit()
        return True
    return False
