import csv
import io
import re
import sqlite3
from contextlib import contextmanager

_NAME = re.compile(r"[A-Za-z_]+")
_PRIVATE = {"id", "member", "note"}


@contextmanager
def _open(db_path):
    db = sqlite3.connect(db_path)
    try:
        with db:
            yield db
    except sqlite3.OperationalError as error:
        # such as a name that is no column at all
        raise ValueError(str(error)) from error
    finally:
        db.close()


def _columns(names):
    for name in names:
        if not _NAME.fullmatch(name) or name.lower() in _PRIVATE:
            raise ValueError(f"column {name!r} is not for members")
    return list(names)


def import_catches(db_path, member, text):
    reader = csv.reader(io.StringIO(text, newline=""))
    columns = _columns(next(reader, []))
    if not columns:
        raise ValueError("no columns")
    rows = []
    for fields in filter(None, reader):
        if len(fields) != len(columns):
            raise ValueError(f"line {reader.line_num} has {len(fields)} fields")
        rows.append((*(int(f) if c == "grams" else f for c, f in zip(columns, fields)), member))
    statement = "INSERT INTO catches ({}, member) VALUES ({}, ?)".format(
        ", ".join(columns), ", ".join("?" for _ in columns))
    with _open(db_path) as db:
        db.executemany(statement, rows)
    return len(rows)


def export_catches(db_path, member, columns):
    columns = _columns(columns)
    statement = "SELECT {} FROM catches WHERE member = ? ORDER BY id".format(", ".join(columns))
    with _open(db_path) as db:
        rows = db.execute(statement, (member,)).fetchall()
    out = io.StringIO(newline="")
    csv.writer(out).writerows([columns, *rows])
    return out.getvalue()
