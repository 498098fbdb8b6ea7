import sqlite3
import threading


class GiftCards:
    def __init__(self):
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute("CREATE TABLE card (code TEXT PRIMARY KEY, cents INTEGER CHECK (cents >= 0))")
        self._db.execute("CREATE TABLE payment (id INTEGER PRIMARY KEY, code TEXT, cents INTEGER, left_over INTEGER)")
        self._mutex = threading.Semaphore(1)

    def _one(self, sql, *values):
        row = self._db.execute(sql, values).fetchone()
        return row[0] if row else None

    def top_up(self, code, cents):
        with self._mutex:
            return self._one(
                "INSERT INTO card VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET cents = cents + excluded.cents"
                " RETURNING cents", code, cents)

    def redeem(self, code, cents):
        with self._mutex:
            left = self._one(
                "UPDATE card SET cents = cents - ?2 WHERE code = ?1 AND cents >= ?2 RETURNING cents", code, cents)
            if left is None:
                return False
            self._db.execute("INSERT INTO payment (code, cents, left_over) VALUES (?, ?, ?)", (code, cents, left))
            return True

    def balance(self, code):
        with self._mutex:
            return self._one("SELECT cents FROM card WHERE code = ?", code) or 0

    def journal(self):
        with self._mutex:
            return self._db.execute("SELECT code, cents, left_over FROM payment ORDER BY id").fetchall()
