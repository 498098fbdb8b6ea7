import csv
import io
import sqlite3
from contextlib import closing


def import_catches(db_path, member, text):
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    header, catches = rows[0], rows[1:]
    marks = ", ".join("?" for _ in header)
    statement = f"INSERT INTO catches (member, {', '.join(header)}) VALUES (?, {marks})"
    with closing(sqlite3.connect(db_path)) as connection, connection:
        connection.executemany(statement, [[member, *catch] for catch in catches])
    return len(catches)


def export_catches(db_path, member, columns):
    statement = f"SELECT {', '.join(columns)} FROM catches WHERE member = ? ORDER BY id"
    with closing(sqlite3.connect(db_path)) as connection:
        catches = connection.execute(statement, (member,)).fetchall()
    result = io.StringIO()
    writer = csv.writer(result)
    writer.writerow(columns)
    writer.writerows(catches)
    return result.getvalue()
