import csv
import io
import sqlite3
from contextlib import closing

COLUMNS = ("species", "lake", "day", "grams")


def check(columns):
    if not all(column in COLUMNS for column in columns):
        raise ValueError(f"only these columns can be named: {', '.join(COLUMNS)}")


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def line(header, fields):
    return "(" + ", ".join(
        field if name == "grams" else quoted(field) for name, field in zip(["member", *header], fields)
    ) + ")"


def import_catches(db_path, member, text):
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    header, catches = rows[0], rows[1:]
    check(header)
    values = ", ".join(line(header, [member, *catch]) for catch in catches)
    if catches:
        with closing(sqlite3.connect(db_path)) as connection, connection:
            connection.execute(f"INSERT INTO catches (member, {', '.join(header)}) VALUES {values}")
    return len(catches)


def export_catches(db_path, member, columns):
    check(columns)
    statement = f"SELECT {', '.join(columns)} FROM catches WHERE member = ? ORDER BY id"
    with closing(sqlite3.connect(db_path)) as connection:
        catches = connection.execute(statement, (member,)).fetchall()
    result = io.StringIO()
    writer = csv.writer(result)
    writer.writerow(columns)
    writer.writerows(catches)
    return result.getvalue()
