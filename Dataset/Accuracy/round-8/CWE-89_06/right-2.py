import csv
import io
import sqlite3
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields, replace
from operator import attrgetter


@dataclass(frozen=True)
class Catch:
    species: object = None
    lake: object = None
    day: object = None
    grams: object = None


KNOWN = frozenset(field.name for field in fields(Catch))


@contextmanager
def opened(path):
    con = sqlite3.connect(path, isolation_level=None)
    try:
        con.execute("BEGIN IMMEDIATE")
        yield con
        con.execute("COMMIT")
    except BaseException:
        if con.in_transaction:
            con.execute("ROLLBACK")
        raise
    finally:
        con.close()


def allowed(names):
    names = tuple(names)
    if not KNOWN.issuperset(names):
        raise ValueError("columns: " + ", ".join(sorted(KNOWN)))
    return names


def catches_in(text):
    lines = csv.reader(io.StringIO(text, newline=""))
    names = allowed(next(lines, ()))
    if len(names) > len(set(names)):
        raise ValueError("column named twice")
    for line in filter(None, lines):
        yield replace(Catch(), **dict(zip(names, line, strict=True)))


def import_catches(db_path, member, text):
    stored = list(catches_in(text))
    with opened(db_path) as con:
        for catch in stored:
            con.execute("INSERT INTO catches (species, lake, day, grams, member) VALUES (?, ?, ?, ?, ?)",
                        (*astuple(catch), member))
    return len(stored)


def export_catches(db_path, member, columns):
    names = allowed(columns)
    with opened(db_path) as con:
        found = [Catch(*row) for row in con.execute(
            "SELECT species, lake, day, grams FROM catches WHERE member IS ? ORDER BY id", (member,))]
    page = io.StringIO(newline="")
    sheet = csv.writer(page)
    sheet.writerow(names)
    for catch in found:
        sheet.writerow([attrgetter(name)(catch) for name in names])
    return page.getvalue()
