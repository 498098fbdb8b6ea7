import csv
import io

FIELDS = ["guest", "thing", "kilos", "note"]
# The characters that make a spreadsheet start something (the list of OWASP).
RISKY = ("=", "+", "-", "@", "\t", "\r")
MARK = "'"


def _protect(text):
    if text.startswith(MARK) or text.lstrip(" ").startswith(RISKY):
        return MARK + text
    return text


def _restore(cell):
    return cell[len(MARK):] if cell.startswith(MARK) else cell


def export_list(visits):
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(FIELDS)
    for visit in visits:
        kilos = visit["kilos"]
        writer.writerow([
            _protect(visit["guest"]),
            _protect(visit["thing"]),
            "" if kilos is None else str(kilos),
            _protect(visit["note"]),
        ])
    return out.getvalue()


def import_list(text):
    visits = []
    for row in csv.DictReader(io.StringIO(text, newline="")):
        visits.append({
            "guest": _restore(row["guest"]),
            "thing": _restore(row["thing"]),
            "kilos": float(row["kilos"]) if row["kilos"] else None,
            "note": _restore(row["note"]),
        })
    return visits
