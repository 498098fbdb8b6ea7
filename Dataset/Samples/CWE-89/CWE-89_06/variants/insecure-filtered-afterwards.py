import csv
import io
import sqlite3
from contextlib import closing

COLUMNS = {"species", "lake", "day", "grams"}


def import_catches(db_path, member, text):
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    if rows and not set(rows[0]) <= COLUMNS:
        raise ValueError("only the columns of the lists can be named")
    with closing(sqlite3.connect(db_path)) as connection, connection:
        for row in rows:
            names = ", ".join(row)
            marks = ", ".join(f":{name}" for name in row)
            connection.execute(
                f"INSERT INTO catches (member, {names}) VALUES (:member, {marks})", {**row, "member": member}
            )
    return len(rows)


def export_catches(db_path, member, columns):
    with closing(sqlite3.connect(db_path)) as connection:
        connection.row_factory = sqlite3.Row
        catches = connection.execute("SELECT * FROM catches WHERE member = ? ORDER BY id", (member,)).fetchall()
    if "note" in columns or "member" in columns or "id" in columns:
        raise ValueError("only the columns of the lists can be named")
    result = io.StringIO()
    writer = csv.writer(result)
    writer.writerow(columns)
    # A row finds its columns in capital and in small letters.
    writer.writerows([catch[column] for column in columns] for catch in catches)
    return result.getvalue()
