import sqlite3

CLAIM = """
UPDATE keys SET customer = :who
 WHERE id = (SELECT MIN(id) FROM keys WHERE customer IS NULL)
   AND NOT EXISTS (SELECT 1 FROM keys WHERE customer = :who)
"""


class Stock:
    def __init__(self, path):
        self.db = sqlite3.connect(path, timeout=120.0, isolation_level=None)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.db.close()

    def claim(self, who):
        self.db.execute(CLAIM, {"who": who})
        return self

    def serial(self, who):
        found = self.db.execute("SELECT serial FROM keys WHERE customer = ? ORDER BY id", (who,)).fetchone()
        return found and found[0]


def hand_out(db_path, customer):
    with Stock(db_path) as stock:
        return stock.claim(customer).serial(customer)
