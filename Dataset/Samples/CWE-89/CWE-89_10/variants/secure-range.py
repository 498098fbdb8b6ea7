import sqlite3


class Store:
    def __init__(self, db_path):
        self.db_path = db_path

    def _inside(self, db, place):
        # "0" is the sign behind "/", so that this is all that begins with the place and a slash.
        return db.execute(
            "SELECT id, place, name FROM parts WHERE place = ? OR (place >= ? AND place < ?)",
            (place, place + "/", place + "0"),
        ).fetchall()

    def listing(self, place):
        db = sqlite3.connect(self.db_path)
        try:
            parts = self._inside(db, place)
        finally:
            db.close()
        lines = [f"{name}\t{where}\n" for _, where, name in sorted(parts, key=lambda part: part[1:])]
        return "".join(lines)

    def move(self, place, other):
        db = sqlite3.connect(self.db_path)
        try:
            with db:
                parts = self._inside(db, place)
                db.executemany(
                    "UPDATE parts SET place = ? WHERE id = ?",
                    [(other + where[len(place):], number) for number, where, _ in parts],
                )
        finally:
            db.close()
        return len(parts)
