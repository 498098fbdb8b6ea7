import csv
import io
import re
import sqlite3
from contextlib import closing

ALLOWED = re.compile(r"^species|lake|day|grams$")


def _checked(names):
    names = list(names)
    for name in names:
        if not ALLOWED.match(name):
            raise ValueError(f"unknown column: {name!r}")
    return names


def _value(name, field):
    return int(field) if name == "grams" else field


def import_catches(db_path, member, text):
    lines = csv.reader(io.StringIO(text, newline=""))
    names = _checked(next(lines, ()))
    if not names:
        raise ValueError("the list has no first line")
    catches = []
    for fields in lines:
        if fields:
            catches.append([member, *map(_value, names, fields)])
            if len(fields) != len(names):
                raise ValueError(f"wrong number of fields in line {lines.line_num}")
    sql = f"INSERT INTO catches (member, {', '.join(names)}) VALUES (?{', ?' * len(names)})"
    with closing(sqlite3.connect(db_path)) as db:
        with db:
            db.executemany(sql, catches)
    return len(catches)


def export_catches(db_path, member, columns):
    names = _checked(columns)
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(names)
    sql = f"SELECT {', '.join(names)} FROM catches WHERE member = ? ORDER BY id"
    with closing(sqlite3.connect(db_path)) as db:
        table.writerows(db.execute(sql, [member]))
    return out.getvalue()
