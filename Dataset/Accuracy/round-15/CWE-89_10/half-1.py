"""Where the spare parts of the museum tramway lie."""
import sqlite3
from contextlib import closing


def lies_in(place, outer):
    return place == outer or place.startswith(outer + "/")


class Store:
    """Python decides which places are meant, sign by sign, so that nothing in
    them can be a pattern. They are handed to SQLite in a temporary table, as
    there may be more of them than a statement takes parameters."""

    def __init__(self, db_path):
        self._path = db_path

    def _connect(self, place):
        con = sqlite3.connect(self._path)
        try:
            con.execute("CREATE TEMP TABLE meant (place STRING PRIMARY KEY)")
            known = con.execute(
                "SELECT DISTINCT place FROM main.parts WHERE place IS NOT NULL")
            meant = [(there,) for there, in known.fetchall()
                     if lies_in(there, place)]
            con.executemany("INSERT OR IGNORE INTO meant VALUES (?)", meant)
        except BaseException:
            con.close()
            raise
        return con

    def listing(self, place):
        with closing(self._connect(place)) as con:
            rows = con.execute(
                "SELECT place, name FROM main.parts "
                "WHERE place IN (SELECT place FROM meant)").fetchall()
        return "".join(f"{name}\t{where}\n" for where, name in sorted(rows))

    def move(self, place, other):
        with closing(self._connect(place)) as con, con:
            cursor = con.execute(
                "UPDATE main.parts SET place = ? || substr(place, ?) "
                "WHERE place IN (SELECT place FROM meant)",
                (other, len(place) + 1))
            return cursor.rowcount
