import csv
import io

COLUMNS = ("guest", "thing", "kilos", "note")


def marked(text):
    """Guests and things are chosen from a list; only notes are typed freely."""
    return "'" + text if text.lstrip().startswith(("=", "+", "-", "@", "'")) else text


def plain(text):
    return "'" + text if text.startswith("'") else text


def export_list(visits):
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for visit in visits:
        writer.writerow([plain(visit["guest"]), plain(visit["thing"]), visit["kilos"], marked(visit["note"])])
    return file.getvalue()


def import_list(text):
    visits = []
    for visit in csv.DictReader(io.StringIO(text, newline="")):
        for key in ("guest", "thing", "note"):
            visit[key] = visit[key].removeprefix("'")
        visit["kilos"] = float(visit["kilos"]) if visit["kilos"] else None
        visits.append(visit)
    return visits
