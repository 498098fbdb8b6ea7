import csv
import io
import sqlite3
from contextlib import closing

COLUMNS = ("species", "lake", "day", "grams")


def _check(names):
    for name in names:
        if name not in COLUMNS:
            raise ValueError(f"not a column of a catch list: {name!r}")


def _first_line(text):
    """The names in the first line of a list; some programs put them in quotes."""
    lines = text.splitlines()
    if not lines:
        raise ValueError("the list is empty")
    return [name.strip().strip('"') for name in lines[0].split(",")]


def import_catches(db_path, member, text):
    _check(_first_line(text))
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader)
    rows = []
    for line in reader:
        if not line:
            continue
        if len(line) != len(header):
            raise ValueError(f"line {reader.line_num}: wrong number of fields")
        rows.append([member] + [int(f) if n == "grams" else f for n, f in zip(header, line)])
    marks = ", ".join("?" * (len(header) + 1))
    with closing(sqlite3.connect(db_path)) as db, db:
        db.executemany(f"INSERT INTO catches (member, {', '.join(header)}) VALUES ({marks})", rows)
    return len(rows)


def export_catches(db_path, member, columns):
    _check(columns)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    names = ", ".join(["id", *columns])
    with closing(sqlite3.connect(db_path)) as db:
        for row in db.execute(f"SELECT {names} FROM catches WHERE member = ? ORDER BY id", (member,)):
            writer.writerow(row[1:])
    return out.getvalue()
