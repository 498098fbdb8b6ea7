import sqlite3
from contextlib import closing
from dataclasses import astuple, dataclass
from pathlib import Path


@dataclass
class Search:
    """The statement's text is assembled, but from these constant pieces only."""

    station: str
    category: str | None = None

    def __iter__(self):
        return (value for value in astuple(self) if value is not None)

    @property
    def statement(self):
        parts = ["SELECT id, description", "FROM items", "WHERE claimed = 0"]
        parts += [f"AND {column} = ?" for column in vars(self) if vars(self)[column] is not None]
        return "\n".join([*parts, "ORDER BY id"])


def find_items(db_path, station, category=None):
    search = Search(station, category)
    uri = Path(db_path).absolute().as_uri() + "?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        with closing(connection.cursor()) as cursor:
            try:
                cursor.execute(search.statement, tuple(search))
            except UnicodeEncodeError:
                return []
            return cursor.fetchall()
