import contextlib
import logging
import sqlite3
import time

log = logging.getLogger(__name__)


@contextlib.contextmanager
def writing(path):
    db = sqlite3.connect(path, timeout=5, isolation_level=None)
    try:
        while True:
            try:
                db.execute("BEGIN EXCLUSIVE")
                break
            except sqlite3.OperationalError as e:
                if "locked" not in str(e) and "busy" not in str(e):
                    raise
                log.debug("waiting for %s", path)
                time.sleep(0.01)
        try:
            yield lambda sql, *args: next(iter(db.execute(sql, args)), (None, None))
        except BaseException:
            db.rollback()
            raise
        else:
            db.commit()
    finally:
        db.close()


def hand_out(db_path, customer):
    with writing(db_path) as ask:
        key, serial = ask("SELECT id, serial FROM keys WHERE customer = ? ORDER BY id", customer)
        if key is None:
            key, serial = ask("SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id")
            if key is not None:
                ask("UPDATE keys SET customer = ? WHERE id = ?", customer, key)
    return serial
