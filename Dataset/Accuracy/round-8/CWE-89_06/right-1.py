import csv
import io
import sqlite3
from contextlib import closing

COLUMNS = ("species", "lake", "day", "grams")


def _check(names):
    for name in names:
        if name not in COLUMNS:
            raise ValueError(f"no such column: {name!r}")


def import_catches(db_path, member, text):
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    _check(header)
    if len(set(header)) != len(header):
        raise ValueError("a column is named twice")
    rows = []
    for fields in reader:
        if not fields:
            continue
        if len(fields) != len(header):
            raise ValueError("wrong number of fields")
        rows.append([member, *fields])
    columns = ", ".join(["member", *header])
    marks = ", ".join("?" * (len(header) + 1))
    with closing(sqlite3.connect(db_path)) as con, con:
        con.executemany(f"INSERT INTO catches ({columns}) VALUES ({marks})", rows)
    return len(rows)


def export_catches(db_path, member, columns):
    columns = list(columns)
    _check(columns)
    with closing(sqlite3.connect(db_path)) as con:
        rows = con.execute(
            f"SELECT {', '.join(columns) or 'NULL'} FROM catches WHERE member = ? ORDER BY id",
            (member,)).fetchall()
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows if columns else [() for _ in rows])
    return out.getvalue()
