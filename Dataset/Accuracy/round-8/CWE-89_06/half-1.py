import csv
import io
import re
import sqlite3

PRIVATE = {"id", "member", "note"}
NAME = re.compile(r"[A-Za-z_]+")


def _check(con, names):
    for name in names:
        if not NAME.fullmatch(name) or name.lower() in PRIVATE:
            raise ValueError(f"unknown column: {name!r}")
    try:
        con.execute(f"SELECT {', '.join(names)} FROM catches LIMIT 0")
    except sqlite3.OperationalError:
        raise ValueError("unknown column") from None


def import_catches(db_path, member, text):
    con = sqlite3.connect(db_path)
    try:
        reader = csv.reader(io.StringIO(text, newline=""))
        header = next(reader, [])
        _check(con, header)
        marks = ", ".join("?" for _ in range(len(header) + 1))
        sql = f"INSERT INTO catches ({', '.join(['member'] + header)}) VALUES ({marks})"
        rows = [row for row in reader if row]
        if any(len(row) != len(header) for row in rows):
            raise ValueError("wrong number of fields")
        with con:
            con.executemany(sql, ([member] + row for row in rows))
        return len(rows)
    finally:
        con.close()


def export_catches(db_path, member, columns):
    con = sqlite3.connect(db_path)
    try:
        _check(con, columns)
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(columns)
        writer.writerows(con.execute(
            f"SELECT {', '.join(columns)} FROM catches WHERE member = ? ORDER BY catches.id",
            (member,)))
        return out.getvalue()
    finally:
        con.close()
