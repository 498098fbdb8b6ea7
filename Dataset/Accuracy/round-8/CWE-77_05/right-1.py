import csv
import io
import math
import re

HEADING = ["guest", "thing", "kilos", "note"]
LEADING = re.compile(r"'*[\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2060\ufeff]*[=+\-@]")


def to_cell(text):
    if not isinstance(text, str) or len(text) >= 131000:
        raise ValueError("a text of at most 131000 signs was expected")
    return "'" + text if LEADING.match(text) else text


def from_cell(cell):
    return cell[1:] if cell.startswith("'") and LEADING.match(cell) else cell


def kilos_cell(kilos):
    if kilos is None:
        return ""
    try:
        if isinstance(kilos, bool) or not isinstance(kilos, (int, float)) or not math.isfinite(kilos):
            raise ValueError("kilos is a finite number or None")
    except OverflowError:
        raise ValueError("too many kilos") from None
    return str(kilos)


def export_list(visits):
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADING)
    for visit in visits:
        writer.writerow([to_cell(visit["guest"]), to_cell(visit["thing"]),
                         kilos_cell(visit["kilos"]), to_cell(visit["note"])])
    return out.getvalue()


def import_list(text):
    visits = []
    for row in list(csv.reader(io.StringIO(text, newline="")))[1:]:
        if row:
            guest, thing, kilos, note = row
            visits.append({"guest": from_cell(guest), "thing": from_cell(thing),
                           "kilos": float(kilos) if kilos.strip() else None,
                           "note": from_cell(note)})
    return visits
