import sqlite3


class KeyStock:
    def __init__(self, path):
        self.connection = sqlite3.connect(path, timeout=5.0, isolation_level="EXCLUSIVE")

    def __enter__(self):
        self.connection.execute("BEGIN EXCLUSIVE")
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.connection.commit()
        else:
            self.connection.rollback()
        self.connection.close()

    def key_of(self, customer):
        return self.connection.execute("SELECT serial FROM keys WHERE customer=?", [customer]).fetchone()

    def next_free(self):
        return self.connection.execute("SELECT id, serial FROM keys WHERE customer IS NULL ORDER BY id").fetchone()

    def assign(self, key_id, customer):
        self.connection.execute("UPDATE keys SET customer=? WHERE id=?", [customer, key_id])


def hand_out(db_path, customer):
    with KeyStock(db_path) as stock:
        found = stock.key_of(customer)
        if found:
            return found[0]
        free = stock.next_free()
        if free is None:
            return None
        stock.assign(free[0], customer)
        return free[1]
