import csv
import io
import re

KEYS = ["guest", "thing", "kilos", "note"]
DANGER = re.compile(r"'*\s*[=+\-@]")


def protect(text):
    return "'" + text if DANGER.match(text) else text


def restore(text):
    return text[1:] if text.startswith("'") and DANGER.match(text) else text


def quote(cell):
    if re.search('[,"\n]', cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def number(kilos):
    if kilos is None:
        return ""
    if isinstance(kilos, bool) or not isinstance(kilos, (int, float)) or kilos != kilos or abs(kilos) == float("inf"):
        raise ValueError("kilos has to be a number")
    return str(kilos)


def export_list(visits):
    rows = [KEYS]
    for visit in visits:
        rows.append([number(visit[key]) if key == "kilos" else protect(visit[key]) for key in KEYS])
    return "".join(",".join(map(quote, row)) + "\r\n" for row in rows)


def import_list(text):
    visits = []
    for row in list(csv.reader(io.StringIO(text, newline="")))[1:]:
        if not row:
            continue
        visit = {key: cell if key == "kilos" else restore(cell) for key, cell in zip(KEYS, row, strict=True)}
        visit["kilos"] = float(visit["kilos"]) if visit["kilos"] else None
        visits.append(visit)
    return visits
