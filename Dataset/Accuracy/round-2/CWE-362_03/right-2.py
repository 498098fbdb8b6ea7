import sqlite3

CLAIM = """
    UPDATE keys SET customer = :customer
    WHERE id = (SELECT id FROM keys WHERE customer IS NULL ORDER BY id LIMIT 1)
      AND NOT EXISTS (SELECT * FROM keys WHERE customer = :customer)
"""


class Shop:
    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path, timeout=60)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.db.close()

    def claim(self, customer):
        with self.db:
            self.db.execute(CLAIM, {"customer": customer})

    def serial_of(self, customer):
        return next((s for s, in self.db.execute("SELECT serial FROM keys WHERE customer = ?", [customer])), None)


def hand_out(db_path, customer):
    with Shop(db_path) as shop:
        return shop.serial_of(customer) or (shop.claim(customer) or shop.serial_of(customer))
