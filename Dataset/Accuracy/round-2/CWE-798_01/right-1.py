import functools
import secrets
import sqlite3
import string

from werkzeug.security import check_password_hash, generate_password_hash

ALPHABET = string.ascii_letters + string.digits
SCHEMA = "CREATE TABLE IF NOT EXISTS staff (name TEXT PRIMARY KEY, secret TEXT NOT NULL)"


class Desk:
    def __init__(self, connection):
        self.connection = connection
        self.ask = connection.execute

    def is_empty(self):
        return self.ask("SELECT NOT EXISTS (SELECT * FROM staff)").fetchone()[0]

    def hire(self, name):
        password = "".join(map(secrets.choice, [ALPHABET] * 20))
        self.ask("INSERT INTO staff (name, secret) VALUES (?, ?)",
                 (name, generate_password_hash(password)))
        return password

    def knows(self, name, password):
        hashes = [secret for secret, in self.ask("SELECT secret FROM staff WHERE name = ?", (name,))]
        if not hashes:
            generate_password_hash(password)
        return any(check_password_hash(secret, password) for secret in hashes)

    def rekey(self, name, password):
        self.ask("UPDATE staff SET secret = ? WHERE name = ?",
                 (generate_password_hash(password), name))


def at_the_desk(function):
    @functools.wraps(function)
    def call(db_path, *arguments):
        connection = sqlite3.connect(db_path, isolation_level=None)
        try:
            connection.execute(SCHEMA)
            connection.execute("BEGIN IMMEDIATE")
            result = function(Desk(connection), *arguments)
            connection.execute("COMMIT")
            return result
        finally:
            connection.close()
    return call


@at_the_desk
def prepare(desk):
    return desk.hire("chief") if desk.is_empty() else None


@at_the_desk
def sign_in(desk, name, password):
    return desk.knows(name, password)


@at_the_desk
def change_password(desk, name, old, new):
    if not desk.knows(name, old):
        return False
    desk.rekey(name, new)
    return True
