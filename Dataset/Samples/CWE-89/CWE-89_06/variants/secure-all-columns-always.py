import csv
import io
import sqlite3

INSERT = "INSERT INTO catches (member, species, lake, day, grams) VALUES (:member, :species, :lake, :day, :grams)"
SELECT = "SELECT species, lake, day, grams FROM catches WHERE member = ? ORDER BY id"
NOTHING = {"species": None, "lake": None, "day": None, "grams": None}


def import_catches(db_path, member, text):
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if set(reader.fieldnames or ()) - set(NOTHING):
        raise ValueError("this column is none of the list")
    catches = [NOTHING | row | {"member": member} for row in reader]
    connection = sqlite3.connect(db_path)
    try:
        with connection:
            connection.executemany(INSERT, catches)
    finally:
        connection.close()
    return len(catches)


def export_catches(db_path, member, columns):
    places = [list(NOTHING).index(column) for column in columns]
    connection = sqlite3.connect(db_path)
    try:
        catches = connection.execute(SELECT, [member]).fetchall()
    finally:
        connection.close()
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([catch[place] for place in places] for catch in catches)
    return text.getvalue()
