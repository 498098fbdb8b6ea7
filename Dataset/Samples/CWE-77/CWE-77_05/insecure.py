import csv
import io

COLUMNS = ("guest", "thing", "kilos", "note")


def export_list(visits):
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(visits)
    return file.getvalue()


def import_list(text):
    visits = []
    for visit in csv.DictReader(io.StringIO(text, newline="")):
        visit["kilos"] = float(visit["kilos"]) if visit["kilos"] else None
        visits.append(visit)
    return visits
