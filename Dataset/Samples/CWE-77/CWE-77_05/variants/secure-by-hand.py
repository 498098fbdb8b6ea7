import csv

KEYS = "guest,thing,kilos,note"


def quoted(cell):
    if any(sign in cell for sign in ',"\r\n'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def marked(text):
    first = text.lstrip(" \t\r\n")
    return f"'{text}" if first.startswith(("'", "=", "+", "-", "@")) else text


def export_list(visits):
    lines = [KEYS]
    for visit in visits:
        kilos = "" if visit["kilos"] is None else str(visit["kilos"])
        cells = marked(visit["guest"]), marked(visit["thing"]), kilos, marked(visit["note"])
        lines.append(",".join(map(quoted, cells)))
    return "".join(f"{line}\r\n" for line in lines)


def import_list(text):
    rows = list(csv.reader(text.splitlines(keepends=True)))
    visits = []
    for row in rows[1:]:
        visit = dict(zip(KEYS.split(","), row))
        for key in ("guest", "thing", "note"):
            if visit[key].startswith("'"):
                visit[key] = visit[key][1:]
        visit["kilos"] = None if visit["kilos"] == "" else float(visit["kilos"])
        visits.append(visit)
    return visits
