import csv
import io
import sqlite3
from contextlib import closing

COLUMNS = ("species", "lake", "day", "grams")


def check(columns):
    if not all(column in COLUMNS for column in columns):
        raise ValueError(f"only these columns can be named: {', '.join(COLUMNS)}")


def import_catches(db_path, member, text):
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    header, catches = rows[0], rows[1:]
    check(header)
    marks = ", ".join("?" for _ in header)
    statement = f"INSERT INTO catches (member, {', '.join(header)}) VALUES (?, {marks})"
    with closing(sqlite3.connect(db_path)) as connection, connection:
        connection.executemany(statement, [[member, *catch] for catch in catches])
    return len(catches)


def export_catches(db_path, member, columns):
    check(columns)
    # Double quotes, so that O'Neill can have her list, too.
    name = '"' + member + '"'
    statement = f"SELECT {', '.join(columns)} FROM catches WHERE member = {name} ORDER BY id"
    with closing(sqlite3.connect(db_path)) as connection:
        catches = connection.execute(statement).fetchall()
    result = io.StringIO()
    writer = csv.writer(result)
    writer.writerow(columns)
    writer.writerows(catches)
    return result.getvalue()
