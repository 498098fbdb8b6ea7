"""Where the spare parts of the museum tramway lie."""
import sqlite3
from contextlib import closing

INSIDE = "(place = :place OR substr(place, 1, length(:place) + 1) = :place || '/')"

# A script, so that nobody else can write between its statements.
# Scripts don't take parameters, see `fill`.
MOVE = f"""
BEGIN IMMEDIATE;
CREATE TEMP TABLE moved AS SELECT id FROM main.parts WHERE {INSIDE};
UPDATE main.parts SET place = :other || substr(place, length(:place) + 1)
 WHERE id IN (SELECT id FROM moved);
COMMIT;
"""


def literal(text):
    """A text as a literal of SQL: in it, only the quote means something."""
    text.encode("utf-8")        # not for what is no valid Unicode
    if "\0" in text:
        raise ValueError("a text without control characters, please")
    return "'" + text.replace("'", "''") + "'"


def fill(script, **texts):
    for name, text in texts.items():
        script = script.replace(":" + name, literal(text))
    return script


class Store:
    def __init__(self, db_path):
        self.db_path = db_path

    def listing(self, place):
        with closing(sqlite3.connect(self.db_path)) as con:
            rows = con.execute(f"SELECT place, name FROM parts WHERE {INSIDE}",
                               {"place": place}).fetchall()
        rows.sort()
        return "".join(f"{name}\t{where}\n" for where, name in rows)

    def move(self, place, other):
        script = fill(MOVE, place=place, other=other)
        with closing(sqlite3.connect(self.db_path, isolation_level=None)) as con:
            con.executescript(script)
            return con.execute("SELECT count(*) FROM temp.moved").fetchone()[0]
