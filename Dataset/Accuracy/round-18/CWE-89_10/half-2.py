"""Where the spare parts of the museum tramway are."""
import sqlite3


class Store:
    def __init__(self, db_path):
        # each statement is a transaction of its own
        self._db = sqlite3.connect(db_path, isolation_level=None)
        self._db.execute("CREATE TEMP TABLE found (id INTEGER PRIMARY KEY)")

    def _find(self, place):
        """Notes the parts that lie in the place; returns how many they are."""
        return self._db.execute(
            "INSERT OR IGNORE INTO found SELECT id FROM parts"
            " WHERE place = ?1 OR substr(place, 1, length(?1) + 1) = ?1 || '/'",
            (place,),
        ).rowcount

    def _forget(self):
        self._db.execute("DELETE FROM found")

    def listing(self, place):
        self._find(place)
        parts = self._db.execute("SELECT place, name FROM parts JOIN found USING (id)").fetchall()
        self._forget()
        return "".join(f"{name}\t{where}\n" for where, name in sorted(parts))

    def move(self, place, other):
        count = self._find(place)
        self._db.execute(
            "UPDATE parts SET place = ? || substr(place, ?) WHERE id IN (SELECT id FROM found)",
            (other, len(place) + 1),
        )
        self._forget()
        return count
