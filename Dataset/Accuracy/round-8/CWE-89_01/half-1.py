import sqlite3
from contextlib import closing

LONGEST = 200


def literal(word):
    """The word as an SQL string; the search form takes 100 characters, so 200 are plenty."""
    if "\0" in word:
        raise ValueError("zero byte in a search word")
    return "'" + word.replace("'", "''")[:LONGEST] + "'"


def find_items(db_path, station, category=None):
    try:
        where = f"claimed = 0 AND station = {literal(station)}"
        if category is not None:
            where += f" AND category = {literal(category)}"
    except ValueError:
        return []
    with closing(sqlite3.connect(db_path)) as con:
        return con.execute(f"SELECT id, description FROM items WHERE {where} ORDER BY id").fetchall()
