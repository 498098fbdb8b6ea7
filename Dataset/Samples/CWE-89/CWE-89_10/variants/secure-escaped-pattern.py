import re
import sqlite3


class Store:
    """LIKE with every special sign escaped, in one connection that is kept."""

    def __init__(self, db_path):
        self._db = sqlite3.connect(db_path, isolation_level=None)

    @staticmethod
    def _pattern(place):
        return re.sub(r"([%_!])", r"!\1", place) + "/%"

    def listing(self, place):
        rows = self._db.execute(
            "SELECT name, place FROM parts WHERE place = ? OR place LIKE ? ESCAPE '!'", (place, self._pattern(place))
        )
        return "".join("%s\t%s\n" % row for row in sorted(rows, key=lambda row: row[::-1]))

    def move(self, place, other):
        done = self._db.execute(
            "UPDATE parts SET place = ? || substr(place, ?) WHERE place = ? OR place LIKE ? ESCAPE '!'",
            (other, len(place) + 1, place, self._pattern(place)),
        )
        return done.rowcount
