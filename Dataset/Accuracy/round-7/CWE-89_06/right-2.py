import csv
import functools
import logging
import sqlite3
from io import StringIO

logger = logging.getLogger(__name__)

COLUMNS = {name: f'"{name}"' for name in ("species", "lake", "day", "grams")}


class ColumnRefused(ValueError):
    pass


def guarded(names):
    """The quoted identifiers of these columns."""
    names = tuple(names)
    try:
        return tuple(COLUMNS[name] for name in names)
    except (KeyError, TypeError) as error:
        logger.warning("refused columns %r", names)
        raise ColumnRefused(f"only {', '.join(COLUMNS)} may be named") from error


def with_cursor(function):
    @functools.wraps(function)
    def call(db_path, *args):
        connection = sqlite3.connect(db_path)
        try:
            with connection:
                return function(connection.cursor(), *args)
        except sqlite3.DatabaseError as error:
            raise RuntimeError("the file of the club cannot be used") from error
        finally:
            connection.close()
    return call


@with_cursor
def import_catches(cursor, member, text):
    names, *lines = list(csv.reader(StringIO(text, newline=""))) or [[]]
    identifiers = guarded(names)
    if len(set(names)) != len(names):
        raise ValueError("each column may be named once")
    lines = [line for line in lines if line]
    if any(len(line) != len(names) for line in lines):
        raise ValueError("as many fields as names, please")
    if "grams" in names:
        place = names.index("grams")
        for line in lines:
            line[place] = int(line[place])
    into = ", ".join(('"member"',) + identifiers)
    marks = ", ".join("?" for _ in range(len(names) + 1))
    cursor.executemany(f'INSERT INTO "catches" ({into}) VALUES ({marks})', ([member] + line for line in lines))
    return len(lines)


@with_cursor
def export_catches(cursor, member, columns):
    wanted = ", ".join(("id",) + guarded(columns))
    cursor.execute(f'SELECT {wanted} FROM "catches" WHERE "member" = :member ORDER BY "id"', {"member": member})
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for _, *values in iter(cursor.fetchone, None):
        writer.writerow("" if value is None else value for value in values)
    return out.getvalue()
