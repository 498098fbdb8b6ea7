import csv
import io
import sqlite3

READ = {
    "species": "SELECT species FROM catches WHERE id = ?",
    "lake": "SELECT lake FROM catches WHERE id = ?",
    "day": "SELECT day FROM catches WHERE id = ?",
    "grams": "SELECT grams FROM catches WHERE id = ?",
}
WRITE = {
    "species": "UPDATE catches SET species = ? WHERE id = ?",
    "lake": "UPDATE catches SET lake = ? WHERE id = ?",
    "day": "UPDATE catches SET day = ? WHERE id = ?",
    "grams": "UPDATE catches SET grams = ? WHERE id = ?",
}


def import_catches(db_path, member, text):
    rows = filter(None, csv.reader(io.StringIO(text, newline="")))
    header = next(rows)
    statements = [WRITE[name] for name in header]
    count = 0
    connection = sqlite3.connect(db_path)
    with connection:
        for row in rows:
            key = connection.execute("INSERT INTO catches (member) VALUES (?)", (member,)).lastrowid
            for statement, field in zip(statements, row, strict=True):
                connection.execute(statement, (field, key))
            count += 1
    connection.close()
    return count


def export_catches(db_path, member, columns):
    statements = [READ[name] for name in columns]
    connection = sqlite3.connect(db_path)
    keys = connection.execute("SELECT id FROM catches WHERE member = ? ORDER BY id", (member,)).fetchall()
    lines = [list(columns), *([connection.execute(one, key).fetchone()[0] for one in statements] for key in keys)]
    connection.close()
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return text.getvalue()
