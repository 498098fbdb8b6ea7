import csv
import io

HEADING = ["guest", "thing", "kilos", "note"]


def _guard(text):
    first = text.lstrip()[:1]
    return "'" + text if first and first in "=+-@'" else text


def _unguard(cell):
    return cell.removeprefix("'")


def _cell(text):
    if any(c in text for c in ',"\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _line(cells):
    return ",".join(map(_cell, cells)) + "\r\n"


def export_list(visits):
    lines = [_line(HEADING)]
    for visit in visits:
        lines.append(_line([
            _guard(visit["guest"]),
            _guard(visit["thing"]),
            "" if visit["kilos"] is None else str(visit["kilos"]),
            _guard(visit["note"]),
        ]))
    return "".join(lines)


def import_list(text):
    reader = csv.reader(io.StringIO(text, newline=""))
    next(reader)
    visits = []
    for row in reader:
        if not row:
            continue
        visit = dict(zip(HEADING, row))
        for key in ("guest", "thing", "note"):
            visit[key] = _unguard(visit[key])
        visit["kilos"] = float(visit["kilos"]) if visit["kilos"] else None
        visits.append(visit)
    return visits
