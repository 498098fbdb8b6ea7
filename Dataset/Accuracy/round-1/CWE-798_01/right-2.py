import functools
import logging
import secrets
import sqlite3

from werkzeug.security import check_password_hash, generate_password_hash

log = logging.getLogger("desk")
WORDS = "amber birch cedar delta ember fjord grove heron inlet jetty karst lemon maple north ocean pearl".split()


def _hex(text):
    return text.encode("utf-8", "surrogatepass").hex()


def with_cursor(function):
    @functools.wraps(function)
    def wrapper(db_path, *args):
        con = sqlite3.connect(db_path, timeout=30, isolation_level="IMMEDIATE")
        try:
            with con:
                cur = con.cursor()
                cur.execute("CREATE TABLE IF NOT EXISTS accounts (who TEXT NOT NULL UNIQUE, pw TEXT NOT NULL)")
                return function(cur, *args)
        finally:
            con.close()
    return wrapper


@with_cursor
def prepare(cur):
    # 8 words of 16 and 10 hexadecimal digits: 32 + 40 random bits
    first = " ".join([*(secrets.choice(WORDS) for _ in range(8)), secrets.token_hex(5)])
    cur.execute(
        "INSERT INTO accounts SELECT ?, ? WHERE NOT EXISTS (SELECT * FROM accounts)",
        (_hex("chief"), generate_password_hash(_hex(first))),
    )
    if cur.rowcount != 1:
        return None
    log.info("made the account chief")
    return first


@with_cursor
def sign_in(cur, name, password):
    rows = cur.execute("SELECT pw FROM accounts WHERE who = ?", (_hex(name),)).fetchall()
    decoy = generate_password_hash(secrets.token_hex())
    stored = rows[0][0] if rows else decoy
    return check_password_hash(stored, _hex(password)) and bool(rows)


@with_cursor
def change_password(cur, name, old, new):
    for (stored,) in cur.execute("SELECT pw FROM accounts WHERE who = ?", (_hex(name),)).fetchall():
        if check_password_hash(stored, _hex(old)):
            cur.execute(
                "UPDATE accounts SET pw = ? WHERE who = ? AND pw = ?",
                (generate_password_hash(_hex(new)), _hex(name), stored),
            )
            return cur.rowcount == 1
    return False
