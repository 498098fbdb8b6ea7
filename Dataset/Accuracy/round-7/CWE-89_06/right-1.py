"""Catch lists in and out, without a name from outside in any statement."""
import csv
import io
import sqlite3
from contextlib import contextmanager
from enum import Enum
from operator import attrgetter, itemgetter


class Column(Enum):
    species = 0
    lake = 1
    day = 2
    grams = 3

    def read(self, field):
        return int(field, 10) if self is Column.grams else field

    @classmethod
    def named(cls, name):
        if type(name) is str and name in cls.__members__:
            return cls[name]
        raise ValueError("column refused: %r" % (name,))


INSERT = "INSERT INTO catches (member, species, lake, day, grams) VALUES (?, ?, ?, ?, ?)"
SELECT = "SELECT species, lake, day, grams FROM catches WHERE member IS ? ORDER BY id"


@contextmanager
def transaction(db_path):
    db = sqlite3.connect(db_path, isolation_level=None)
    try:
        db.execute("BEGIN")
        yield db
        db.execute("COMMIT")
    finally:
        db.close()


def catches(lines, columns):
    for fields in lines:
        if not fields:
            continue
        if len(fields) != len(columns):
            raise ValueError("line %d: %d fields" % (lines.line_num, len(fields)))
        catch = [None] * len(Column)
        for column, field in zip(columns, fields):
            catch[column.value] = column.read(field)
        yield catch


def import_catches(db_path, member, text):
    lines = csv.reader(io.StringIO(text, newline=""))
    columns = [Column.named(name) for name in next(lines, [])]
    if len(set(columns)) != len(columns):
        raise ValueError("a column is named twice")
    count = 0
    with transaction(db_path) as db:
        for catch in catches(lines, columns):
            db.execute(INSERT, [member, *catch])
            count += 1
    return count


def export_catches(db_path, member, columns):
    chosen = [Column.named(name) for name in columns]
    with transaction(db_path) as db:
        stored = db.execute(SELECT, [member]).fetchall()
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(map(attrgetter("name"), chosen))
    for catch in stored:
        writer.writerow(itemgetter(column.value)(catch) for column in chosen)
    return text.getvalue()
