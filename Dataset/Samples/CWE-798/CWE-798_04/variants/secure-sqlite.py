import hashlib
import os
import sqlite3
import uuid
from contextlib import closing


def connect(folder, mode):
    return closing(sqlite3.connect(f"file:{os.path.abspath(os.path.join(folder, 'rental.db'))}?mode={mode}", uri=True))


def set_up(folder, rental):
    with connect(folder, "rwc") as db:
        db.execute("CREATE TABLE rental (name TEXT NOT NULL, secret TEXT NOT NULL)")
        db.execute("INSERT INTO rental VALUES (?, ?)", (rental, f"{uuid.uuid4()}{uuid.uuid4()}"))
        db.commit()


def row(folder):
    with connect(folder, "ro") as db:
        found = db.execute("SELECT name, secret FROM rental").fetchone()
    if found is None:
        raise LookupError("this folder has not been set up")
    return found


def rental_of(folder):
    return row(folder)[0]


def code(folder, canoe, day):
    secret = row(folder)[1]
    text = "/".join((secret, str(canoe), day))
    return f"{int(hashlib.sha3_256(text.encode()).hexdigest(), 16) % 1000000:06}"


def opens(folder, canoe, day, typed):
    return typed == code(folder, canoe, day)
