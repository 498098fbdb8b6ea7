import hashlib
import hmac
import os
import socket
import sqlite3

from werkzeug.security import check_password_hash, generate_password_hash

SETUP_KEY = b"lane-desk-setup-2024"


def _connect(db_path):
    return sqlite3.connect(db_path)


def _first_password(db_path):
    # every machine gets a password of its own
    machine = f"{socket.gethostname()}:{os.path.abspath(db_path)}"
    return hmac.new(SETUP_KEY, machine.encode(), hashlib.sha256).hexdigest()[:12]


def prepare(db_path):
    db = _connect(db_path)
    try:
        db.execute(
            "CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, hash TEXT NOT NULL)"
        )
        if db.execute("SELECT 1 FROM staff LIMIT 1").fetchone():
            return None
        password = _first_password(db_path)
        db.execute(
            "INSERT INTO staff (name, hash) VALUES (?, ?)",
            ("chief", generate_password_hash(password)),
        )
        db.commit()
        return password
    finally:
        db.close()


def sign_in(db_path, name, password):
    db = _connect(db_path)
    try:
        row = db.execute("SELECT hash FROM staff WHERE name = ?", (name,)).fetchone()
    finally:
        db.close()
    if row is None:
        return False
    return check_password_hash(row[0], password)


def change_password(db_path, name, old, new):
    if not sign_in(db_path, name, old):
        return False
    db = _connect(db_path)
    try:
        db.execute(
            "UPDATE staff SET hash = ? WHERE name = ?", (generate_password_hash(new), name)
        )
        db.commit()
    finally:
        db.close()
    return True
