import contextlib
import pathlib
import sqlite3


@contextlib.contextmanager
def reading(db_path):
    uri = pathlib.Path(db_path).absolute().as_uri() + "?mode=ro"
    with contextlib.closing(sqlite3.connect(uri, uri=True)) as db:
        db.execute("PRAGMA query_only = ON")
        yield db.cursor()


def find_items(db_path, station, category=None):
    wanted = {"station": station} | ({} if category is None else {"category": category})
    where = "".join(f" AND {column} = :{column}" for column in wanted)
    with reading(db_path) as cursor, contextlib.suppress(UnicodeEncodeError):
        return cursor.execute(f"SELECT id, description FROM items WHERE claimed = 0{where} ORDER BY id", wanted).fetchall()
    return []
