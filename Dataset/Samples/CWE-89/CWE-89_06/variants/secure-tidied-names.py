import csv
import io
import sqlite3
from contextlib import closing
from enum import Enum


class Column(Enum):
    SPECIES = "species"
    LAKE = "lake"
    DAY = "day"
    GRAMS = "grams"


def named(names):
    """The columns in SQL; names may be untidy, such as ` Lake`."""
    return ", ".join(f'"{Column(name.strip().lower()).value}"' for name in names)


def import_catches(db_path, member, text):
    header, *catches = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    columns = named(header)
    with closing(sqlite3.connect(db_path)) as connection:
        for catch in catches:
            connection.execute(
                f"INSERT INTO catches ({columns}, member) VALUES ({'?, ' * len(catch)}?)", (*catch, member)
            )
        connection.commit()
    return len(catches)


def export_catches(db_path, member, columns):
    with closing(sqlite3.connect(db_path)) as connection:
        rows = connection.execute(f"SELECT {named(columns)} FROM catches WHERE member = ? ORDER BY id", (member,))
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(columns)
        for row in rows:
            writer.writerow(row)
    return text.getvalue()
