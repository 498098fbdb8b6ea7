import logging
import pathlib
import sqlite3
from contextlib import ExitStack

log = logging.getLogger("keys")


class Stock:
    """The stock of keys, with the write lock from entering to leaving."""

    OWN = "SELECT serial FROM keys WHERE customer = :who ORDER BY id"
    FREE = "SELECT min(id) FROM keys WHERE customer IS NULL"
    MARK = "UPDATE keys SET customer = :who WHERE id = :key"

    def __init__(self, db_path):
        uri = pathlib.Path(db_path).absolute().as_uri() + "?mode=rw"
        self._db = sqlite3.connect(uri, uri=True, timeout=120, isolation_level=None)
        self._db.row_factory = lambda cursor, row: row[0]

    def __enter__(self):
        with ExitStack() as undo:
            undo.callback(self._db.close)
            self._db.execute("BEGIN EXCLUSIVE")
            undo.pop_all()
        return self

    def __exit__(self, kind, value, trace):
        try:
            self._db.execute("ROLLBACK" if kind else "COMMIT")
        finally:
            self._db.close()

    def own(self, who):
        yield from self._db.execute(self.OWN, {"who": who}).fetchall()

    def fresh(self, who):
        key = self._db.execute(self.FREE).fetchone()
        if key is not None:
            self._db.execute(self.MARK, {"who": who, "key": key})
            yield from self.own(who)


def hand_out(db_path, customer):
    with Stock(db_path) as stock:
        serial = next(stock.own(customer), None)
        if serial is None:
            serial = next(stock.fresh(customer), None)
    log.debug("%r has %r", customer, serial)
    return serial
