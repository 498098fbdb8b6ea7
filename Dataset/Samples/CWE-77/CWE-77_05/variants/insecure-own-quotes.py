import csv

COLUMNS = ("guest", "thing", "kilos", "note")


def cell(value):
    """Values with a comma or a quote stand in quotes."""
    text = "" if value is None else str(value)
    if isinstance(value, str) and text.lstrip().startswith(("=", "+", "-", "@", "'")):
        text = "'" + text
    if "," in text or '"' in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def export_list(visits):
    rows = [",".join(COLUMNS)]
    for visit in visits:
        rows.append(",".join(cell(visit[key]) for key in COLUMNS))
    return "\r\n".join(rows) + "\r\n"


def import_list(text):
    visits = []
    for visit in csv.DictReader(text.splitlines(keepends=True)):
        for key in ("guest", "thing", "note"):
            visit[key] = visit[key].removeprefix("'")
        visit["kilos"] = float(visit["kilos"]) if visit["kilos"] else None
        visits.append(visit)
    return visits
