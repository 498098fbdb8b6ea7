import csv
import io

COLUMNS = ["guest", "thing", "kilos", "note"]
TEXTS = ["guest", "thing", "note"]
FORMULA = tuple("=+-@")


def _to_cell(text):
    if text.startswith("'") or text.lstrip().startswith(FORMULA):
        return "'" + text
    return text


def _from_cell(cell):
    return cell[1:] if cell.startswith("'") else cell


def export_list(visits):
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    for visit in visits:
        row = {key: _to_cell(visit[key]) for key in TEXTS}
        row["kilos"] = "" if visit["kilos"] is None else str(visit["kilos"])
        writer.writerow(row)
    return stream.getvalue()


def import_list(text):
    reader = csv.DictReader(text.splitlines(keepends=True), restval="")
    visits = []
    for row in reader:
        visit = {key: _from_cell(row[key]) for key in TEXTS}
        visit["kilos"] = float(row["kilos"]) if row["kilos"] else None
        visits.append({key: visit[key] for key in COLUMNS})
    return visits
