"""Day codes. The secret is a number of 256 bits, kept in decimal in an SQLite file together with the name."""
import hashlib
import pathlib
import random
import secrets
import sqlite3
from contextlib import closing


def _database(folder, mode):
    path = pathlib.Path(folder).absolute() / "padlocks.db"
    return closing(sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True))


def set_up(folder, rental):
    with _database(folder, "rwc") as db, db:
        db.execute("CREATE TABLE rental (name TEXT NOT NULL, secret TEXT NOT NULL CHECK (length(secret) > 60))")
        # never fewer than 61 digits, whatever comes
        secret = secrets.randbits(256) | 1 << 255
        db.execute("INSERT INTO rental VALUES (?, ?)", (rental, str(secret)))


def _row(folder):
    # read only: nothing is made where nothing is
    with _database(folder, "ro") as db:
        [row] = db.execute("SELECT name, secret FROM rental").fetchall()
    return row


def rental_of(folder):
    return _row(folder)[0]


def code(folder, canoe, day):
    try:
        _, secret = _row(folder)
    except (sqlite3.Error, ValueError):
        return None
    seed = hashlib.blake2b(f"{canoe}:{day}".encode(), key=int(secret).to_bytes(32, "big"), person=b"canoe").digest()
    return "".join(random.Random(seed).choices("0123456789", k=6))


def opens(folder, canoe, day, typed):
    right = code(folder, canoe, day)
    return right is not None and typed == right
