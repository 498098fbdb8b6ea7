import csv
import io

FIELDS = ["guest", "thing", "kilos", "note"]
TEXTS = ["guest", "thing", "note"]
SIGNS = ("=", "+", "-", "@")


def _begins_like_formula(text):
    first_line = text.split("\n", 1)[0]
    return first_line.lstrip(" \t\r").startswith(SIGNS)


def _protect(text):
    if text.startswith("'") or _begins_like_formula(text):
        return "'" + text
    return text


def _unprotect(cell):
    return cell[1:] if cell.startswith("'") else cell


def export_list(visits):
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, FIELDS)
    writer.writeheader()
    for visit in visits:
        row = {field: _protect(visit[field]) for field in TEXTS}
        row["kilos"] = "" if visit["kilos"] is None else str(visit["kilos"])
        writer.writerow(row)
    return out.getvalue()


def import_list(text):
    visits = []
    for row in csv.DictReader(io.StringIO(text, newline="")):
        visit = {field: _unprotect(row[field]) for field in TEXTS}
        visit["kilos"] = float(row["kilos"]) if row["kilos"] else None
        visits.append({field: visit[field] for field in FIELDS})
    return visits
