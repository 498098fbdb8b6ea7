import functools
import secrets
import sqlite3
from dataclasses import dataclass

from werkzeug.security import check_password_hash, generate_password_hash


@dataclass
class Staff:
    db: sqlite3.Connection

    def __post_init__(self):
        self.db.execute("create table if not exists staff (name text primary key, secret text not null)")

    def fits(self, name, password):
        secret = dict(self.db.execute("select name, secret from staff")).get(name)
        if secret is None:
            check_password_hash(generate_password_hash(secrets.token_hex()), password)
            return False
        return check_password_hash(secret, password)

    def put(self, name, password):
        self.db.execute("insert into staff values (?1, ?2) on conflict (name) do update set secret = ?2",
                        (name, generate_password_hash(password, method="pbkdf2:sha256:200000")))

    def empty(self):
        return not self.db.execute("select count(*) from staff").fetchone()[0]


def with_staff(function):
    @functools.wraps(function)
    def wrapper(db_path, *args):
        db = sqlite3.connect(db_path)
        try:
            with db:
                return function(Staff(db), *args)
        finally:
            db.close()
    return wrapper


@with_staff
def prepare(staff):
    if staff.empty():
        words = "-".join(secrets.token_hex(3) for _ in range(4))
        staff.put("chief", words)
        return words


@with_staff
def sign_in(staff, name, password):
    return staff.fits(name, password)


@with_staff
def change_password(staff, name, old, new):
    allowed = staff.fits(name, old)
    if allowed:
        staff.put(name, new)
    return allowed
