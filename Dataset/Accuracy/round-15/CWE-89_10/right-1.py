import io
import sqlite3
from typing import Iterator, NamedTuple


class Part(NamedTuple):
    place: str
    name: str
    id: int


class Store:
    """SQLite is told numbers and new places only; all comparing is done here,
    label by label."""

    def __init__(self, db_path: str) -> None:
        self.db_path = db_path

    def _parts(self, con: sqlite3.Connection, place: str) -> Iterator[Part]:
        labels = place.split("/")
        for row in con.execute("SELECT place, name, id FROM main.parts").fetchall():
            part = Part(*row)
            if isinstance(part.place, str) and part.place.split("/")[:len(labels)] == labels:
                yield part

    def listing(self, place: str) -> str:
        con = sqlite3.connect(self.db_path)
        try:
            con.execute("PRAGMA query_only = ON")
            out = io.StringIO(newline="")
            for part in sorted(self._parts(con, place)):
                print(part.name, part.place, sep="\t", file=out, end="\n")
            return out.getvalue()
        finally:
            con.close()

    def move(self, place: str, other: str) -> int:
        con = sqlite3.connect(self.db_path, isolation_level=None)
        try:
            con.execute("BEGIN IMMEDIATE")
            changes = [(other + part.place.removeprefix(place), part.id)
                       for part in self._parts(con, place)]
            con.executemany("UPDATE main.parts SET place = ? WHERE id = ?", changes)
            con.execute("COMMIT")
            return len(changes)
        finally:
            con.close()     # what has not been committed is undone
