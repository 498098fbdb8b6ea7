"""The staff of a booking desk; the whole staff is one JSON document in a table with one row."""

import contextlib
import hashlib
import json
import os
import sqlite3

from werkzeug.security import check_password_hash, generate_password_hash


def _plain(text):
    """Any string as ASCII, no two alike."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@contextlib.contextmanager
def _document(db_path):
    base = sqlite3.connect(db_path, timeout=20)
    base.isolation_level = None
    with contextlib.closing(base):
        base.execute("BEGIN IMMEDIATE")
        base.execute("CREATE TABLE IF NOT EXISTS desk (id INTEGER PRIMARY KEY CHECK (id = 1), staff TEXT)")
        found = base.execute("SELECT staff FROM desk").fetchone()
        staff = json.loads(found[0]) if found else {}
        before = dict(staff)
        yield staff
        if staff != before:
            base.execute("INSERT OR REPLACE INTO desk VALUES (1, ?)", [json.dumps(staff)])
        base.execute("COMMIT")


def _right(staff, name, password):
    stored = staff.get(_plain(name))
    # Somebody unknown is checked against a hash of what nobody knows, and refused in any case.
    reference = stored or generate_password_hash(os.urandom(16).hex())
    return check_password_hash(reference, _plain(password)) and stored is not None


def prepare(db_path):
    with _document(db_path) as staff:
        if staff:
            return None
        password = "-".join(os.urandom(3).hex() for _ in range(5))
        staff[_plain("chief")] = generate_password_hash(_plain(password), "pbkdf2:sha256:100000")
    return password


def sign_in(db_path, name, password):
    with _document(db_path) as staff:
        return _right(staff, name, password)


def change_password(db_path, name, old, new):
    with _document(db_path) as staff:
        done = _right(staff, name, old)
        if done:
            staff[_plain(name)] = generate_password_hash(_plain(new), method="scrypt")
    return done
