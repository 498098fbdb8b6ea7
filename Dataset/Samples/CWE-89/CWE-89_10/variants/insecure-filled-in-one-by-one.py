import sqlite3

LIES_THERE = "place = @place OR substr(place, 1, length(@place) + 1) = @place || '/'"
#: Counted and moved at once, with nobody in between.
MOVE = f"""
BEGIN EXCLUSIVE;
CREATE TEMP TABLE carried AS SELECT id FROM parts WHERE {LIES_THERE};
UPDATE parts SET place = @other || substr(place, length(@place) + 1) WHERE id IN (SELECT id FROM carried);
COMMIT;
"""


def quoted(text):
    return "'" + text.replace("\0", "").replace("'", "''") + "'"


class Store:
    def __init__(self, db_path):
        self.db_path = db_path

    def listing(self, place):
        connection = sqlite3.connect(self.db_path)
        try:
            found = connection.execute(f"SELECT place, name FROM parts WHERE {LIES_THERE}", {"place": place}).fetchall()
        finally:
            connection.close()
        return "".join(f"{name}\t{where}\n" for where, name in sorted(found))

    def move(self, place, other):
        connection = sqlite3.connect(self.db_path)
        try:
            connection.executescript(MOVE.replace("@place", quoted(place)).replace("@other", quoted(other)))
            return connection.execute("SELECT count(*) FROM carried").fetchone()[0]
        finally:
            connection.close()
