import csv
import io
import sqlite3
from contextlib import closing

COLUMNS = frozenset({"species", "lake", "day", "grams"})


def _only_known(names):
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        raise ValueError(f"unknown columns: {unknown}")
    if len(set(names)) < len(names):
        raise ValueError("a column is named twice")


def import_catches(db_path, member, text):
    reader = csv.reader(io.StringIO(text, newline=""))
    header = next(reader, [])
    _only_known(header)
    names = [*header, "member"]
    catches = []
    for fields in reader:
        if not fields:
            continue
        catch = dict(zip(names, [*fields, member]))
        if "grams" in catch:
            catch["grams"] = int(catch["grams"])
        catches.append(catch)
    statement = "INSERT INTO catches ({}) VALUES ({})".format(
        ", ".join(names), ", ".join(f":{name}" for name in names))
    with closing(sqlite3.connect(db_path)) as db, db:
        db.executemany(statement, catches)
    return len(catches)


def export_catches(db_path, member, columns):
    unknown = set(columns) - COLUMNS
    if unknown:
        raise ValueError(f"unknown columns: {sorted(unknown)}")
    with closing(sqlite3.connect(db_path)) as db:
        db.row_factory = sqlite3.Row
        rows = db.execute(
            "SELECT species, lake, day, grams FROM catches WHERE member = ? ORDER BY id", (member,)
        ).fetchall()
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([row[name] for name in columns])
    return out.getvalue()
