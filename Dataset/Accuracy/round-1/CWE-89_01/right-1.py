import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def read_only(db_path):
    uri = Path(db_path).absolute().as_uri() + "?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as con:
        con.row_factory = sqlite3.Row
        yield con


def find_items(db_path, station, category=None):
    wanted = {"station": station} | ({"category": category} if category is not None else {})
    where = " AND ".join(f"{column} = :{column}" for column in wanted)
    with read_only(db_path) as con:
        try:
            rows = con.execute(f"SELECT * FROM items WHERE NOT claimed AND {where} ORDER BY id", wanted)
        except UnicodeEncodeError:
            return []
        return [(row["id"], row["description"]) for row in rows]
