import sqlite3


class Store:
    def __init__(self, db_path):
        self.db = sqlite3.connect(db_path, isolation_level=None)
        self.found = []

    def _find(self, place):
        self.found += self.db.execute(
            "SELECT name, place, id FROM parts WHERE place = ?1 OR substr(place, 1, length(?1) + 1) = ?1 || '/'", (place,)
        )

    def listing(self, place):
        self._find(place)
        found, self.found = sorted(self.found, key=lambda part: (part[1], part[0])), []
        return "".join(f"{name}\t{where}\n" for name, where, _ in found)

    def move(self, place, other):
        self._find(place)
        count = len(self.found)
        self.db.executemany(
            "UPDATE parts SET place = ? WHERE id = ?",
            [(other + where[len(place):], number) for _, where, number in self.found],
        )
        self.found = []
        return count
