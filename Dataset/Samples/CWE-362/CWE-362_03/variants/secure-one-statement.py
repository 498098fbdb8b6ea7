import sqlite3
from contextlib import closing
from typing import Optional

HAND_OUT = """
    UPDATE keys SET customer = :customer
    WHERE id = (SELECT min(id) FROM keys WHERE customer IS NULL)
      AND NOT EXISTS (SELECT 1 FROM keys WHERE customer = :customer)
"""


def hand_out(db_path: str, customer: str) -> Optional[str]:
    with closing(sqlite3.connect(db_path, timeout=10)) as connection:
        with connection:
            connection.execute(HAND_OUT, {"customer": customer})
        row = connection.execute("SELECT serial FROM keys WHERE customer = ?", (customer,)).fetchone()
        return row[0] if row is not None else None


if __name__ == "__main__":
    print(hand_out.__doc__)
