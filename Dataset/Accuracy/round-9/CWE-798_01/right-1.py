"""Staff of the booking desk, with the standard library only."""

import hashlib
import itertools
import sqlite3
from hmac import compare_digest
from secrets import randbelow, token_bytes

_SYLLABLES = ["".join(s) for s in itertools.product("bdfgklmnprstvz", "aeiou")]     # 70
_ROUNDS = 120_000


def _first_password():
    """Twelve syllables, 73 bits, like `bavo-lemu-...`."""
    spoken = [_SYLLABLES[randbelow(len(_SYLLABLES))] for _ in range(12)]
    return "-".join(map("".join, zip(spoken[::2], spoken[1::2])))


def _record(password, salt=None):
    salt = salt or token_bytes(24)
    raw = password.encode("utf-8", "surrogatepass")
    return salt + hashlib.pbkdf2_hmac("sha512", raw, salt, _ROUNDS)


def _bytes(name):
    return name.encode("utf-8", "surrogatepass")


def _with_staff(work):
    """Decorates a function on a cursor: opens the file, and commits or rolls back."""
    def wrapped(db_path, *arguments):
        link = sqlite3.connect(db_path, timeout=30, isolation_level="EXCLUSIVE")
        try:
            with link:
                cursor = link.cursor()
                cursor.execute("BEGIN EXCLUSIVE")
                cursor.execute("CREATE TABLE IF NOT EXISTS desk_staff (name BLOB UNIQUE, record BLOB)")
                return work(cursor, *arguments)
        finally:
            link.close()
    wrapped.__name__ = work.__name__
    return wrapped


def _verify(cursor, name, password):
    found = cursor.execute("SELECT record FROM desk_staff WHERE name = ?", [_bytes(name)]).fetchall()
    record = found[0][0] if found else token_bytes(88)          # chance agrees with nobody
    return compare_digest(_record(password, record[:24]), record) and bool(found)


@_with_staff
def prepare(cursor):
    if cursor.execute("SELECT EXISTS (SELECT * FROM desk_staff)").fetchone()[0]:
        return None
    password = _first_password()
    cursor.execute("INSERT INTO desk_staff VALUES (?, ?)", [b"chief", _record(password)])
    return password


@_with_staff
def sign_in(cursor, name, password):
    return _verify(cursor, name, password)


@_with_staff
def change_password(cursor, name, old, new):
    if not _verify(cursor, name, old):
        return False
    cursor.execute("UPDATE desk_staff SET record = ? WHERE name = ?", [_record(new), _bytes(name)])
    return True
