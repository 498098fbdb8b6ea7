import csv
import io

COLUMNS = "guest", "thing", "kilos", "note"
BLANK = " \t\r\n\v\f\u00a0"


def quoted(cell):
    if any(sign in cell for sign in ',"\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def masked(text):
    if text.startswith("'") or text.lstrip(BLANK)[:1] in tuple("=+-@"):
        return "'" + text
    return text


def export_list(visits):
    lines = [",".join(COLUMNS)]
    for visit in visits:
        kilos = visit["kilos"]
        cells = [masked(visit["guest"]), masked(visit["thing"]),
                 "" if kilos is None else str(kilos), masked(visit["note"])]
        lines.append(",".join(map(quoted, cells)))
    return "".join(line + "\r\n" for line in lines)


def import_list(text):
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader)
    visits = []
    for row in reader:
        visit = dict(zip(COLUMNS, row))
        for key in ("guest", "thing", "note"):
            if visit[key].startswith("'"):
                visit[key] = visit[key][1:]
        visit["kilos"] = float(visit["kilos"]) if visit["kilos"] else None
        visits.append(visit)
    return visits
