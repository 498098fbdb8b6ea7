import sqlite3
import time
from contextlib import contextmanager


class _Desk:
    """Everything happens inside one write transaction of the database."""

    def __init__(self, connection):
        self._connection = connection

    def _one(self, sql, *values):
        rows = self._connection.execute(sql, values).fetchall()
        return rows[0] if rows else None

    def key_of(self, customer):
        return self._one("SELECT id, serial FROM keys WHERE customer = ? ORDER BY id", customer)

    def free_key(self):
        return self._one("SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1")

    def mark(self, key, customer):
        self._connection.execute("UPDATE keys SET customer = ? WHERE id = ?", (customer, key))


@contextmanager
def _desk(db_path):
    connection = sqlite3.connect(db_path, timeout=60, isolation_level=None)
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield _Desk(connection)
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        _commit(connection)
    finally:
        connection.close()


def _commit(connection, tries=50):
    while True:
        try:
            return connection.execute("COMMIT")
        except sqlite3.OperationalError:
            tries -= 1
            if not tries:
                raise
            time.sleep(0.1)


def hand_out(db_path, customer):
    with _desk(db_path) as desk:
        if (own := desk.key_of(customer)) is not None:
            return own[1]
        if (free := desk.free_key()) is not None:
            desk.mark(free[0], customer)
            return free[1]
