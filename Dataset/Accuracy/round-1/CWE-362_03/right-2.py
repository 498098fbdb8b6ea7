import logging
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass

log = logging.getLogger("keys")


@dataclass
class Key:
    id: int
    serial: str
    customer: "str | None"


@contextmanager
def sole_writer(path):
    db = sqlite3.connect(path, timeout=60)
    db.isolation_level = None
    db.row_factory = lambda cursor, row: Key(*row)
    try:
        db.execute("PRAGMA busy_timeout = 60000")
        db.execute("BEGIN EXCLUSIVE")
        try:
            yield db
        except BaseException:
            db.execute("ROLLBACK")
            raise
        else:
            db.execute("COMMIT")
    finally:
        db.close()


def hand_out(db_path, customer):
    if not isinstance(customer, str):
        raise TypeError("customer must be a string")
    with sole_writer(db_path) as db:
        keys = db.execute(
            "SELECT id, serial, customer FROM keys WHERE customer = ? OR customer IS NULL "
            "ORDER BY customer IS NULL, id LIMIT 1", (customer,)
        ).fetchall()
        key = next(iter(keys), None)
        if key and key.customer is None:
            db.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, key.id))
    log.debug("customer served: %s", bool(key))
    return key.serial if key else None
