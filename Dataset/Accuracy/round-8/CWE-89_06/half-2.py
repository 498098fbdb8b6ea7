import csv
import io
import sqlite3
from contextlib import closing

COLUMNS = ("species", "lake", "day", "grams")


def _checked(names):
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        raise ValueError(f"no such columns: {unknown}")
    if len(set(names)) != len(names):
        raise ValueError("a column is named twice")
    return list(names)


def import_catches(db_path, member, text):
    reader = csv.reader(io.StringIO(text, newline=""))
    columns = _checked(next(reader, [])) + ["member"]
    sql = "INSERT INTO catches ({}) VALUES ({})".format(
        ", ".join(columns), ", ".join(":" + name for name in columns))
    catches = [dict(zip(columns, fields + [member])) for fields in reader if fields]
    with closing(sqlite3.connect(db_path)) as con, con:
        con.executemany(sql, catches)
    return len(catches)


def export_catches(db_path, member, columns):
    names = [name for name in columns]
    if any(name not in COLUMNS for name in names):
        raise ValueError("no such column")
    with closing(sqlite3.connect(db_path)) as con:
        rows = con.execute(
            f"SELECT {', '.join(names)} FROM catches WHERE member = ? ORDER BY id", (member,)).fetchall()
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows(rows)
    return out.getvalue()
