import csv
import io

COLUMNS = ("guest", "thing", "kilos", "note")


def marked(text):
    return "'" + text if text.startswith(("=", "+", "-", "@", "'")) else text


def export_list(visits):
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for visit in visits:
        writer.writerow([marked(visit["guest"]), marked(visit["thing"]), visit["kilos"], marked(visit["note"])])
    return file.getvalue()


def import_list(text):
    visits = []
    for visit in csv.DictReader(io.StringIO(text, newline="")):
        for key in ("guest", "thing", "note"):
            visit[key] = visit[key].removeprefix("'")
        visit["kilos"] = float(visit["kilos"]) if visit["kilos"] else None
        visits.append(visit)
    return visits
