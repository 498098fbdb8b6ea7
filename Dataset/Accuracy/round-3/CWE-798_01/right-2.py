import functools
import secrets
import sqlite3
from random import SystemRandom

from werkzeug.security import check_password_hash, generate_password_hash

SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]


def _connected(function):
    @functools.wraps(function)
    def wrapper(db_path, *args):
        db = sqlite3.connect(db_path)
        db.row_factory = sqlite3.Row
        try:
            with db:
                return function(db, *args)
        finally:
            db.close()
    return wrapper


@_connected
def prepare(db):
    db.executescript("CREATE TABLE IF NOT EXISTS account (login TEXT PRIMARY KEY, secret TEXT)")
    if db.execute("SELECT login FROM account").fetchall():
        return None
    pick = SystemRandom().choice
    password = "-".join("".join(pick(SYLLABLES) for _ in range(3)) for _ in range(5))
    db.execute("INSERT INTO account VALUES (:login, :secret)",
               {"login": "chief", "secret": generate_password_hash(password, "pbkdf2:sha256:100000")})
    return password


def _verified(db, name, password):
    row = db.execute("SELECT secret FROM account WHERE login = ?", [name]).fetchone()
    if row is None:
        check_password_hash(generate_password_hash(secrets.token_hex(), "pbkdf2:sha256:100000"), password)
        return None
    return row["secret"] if check_password_hash(row["secret"], password) else None


@_connected
def sign_in(db, name, password):
    return _verified(db, name, password) is not None


@_connected
def change_password(db, name, old, new):
    present = _verified(db, name, old)
    if present is None:
        return False
    done = db.execute("UPDATE account SET secret = ? WHERE login = ? AND secret = ?",
                      [generate_password_hash(new, "pbkdf2:sha256:100000"), name, present])
    return bool(done.rowcount)
