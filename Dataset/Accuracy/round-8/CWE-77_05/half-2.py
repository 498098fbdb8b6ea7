import csv
import io
import math
import re

FIELDS = ("guest", "thing", "kilos", "note")
# what a spreadsheet reads as a number, also with its unit: -1.5, -1,5 kg, +49 30 1234
NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:\s|$)")
SIGNS = ("=", "+", "-", "@")


def _starts_formula(text):
    start = text.lstrip()
    return start.startswith(SIGNS) and not NUMBER.match(start)


def _encode(text):
    if not isinstance(text, str):
        raise ValueError("a text was expected")
    # an apostrophe marks a text; one that was typed is doubled
    if text.startswith("'") or _starts_formula(text):
        return "'" + text
    return text


def _decode(cell):
    return cell[1:] if cell.startswith(("''", "'=", "'+", "'-", "'@")) or \
        cell.startswith("'") and _starts_formula(cell[1:]) else cell


def export_list(visits):
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(FIELDS)
    for visit in visits:
        kilos = visit["kilos"]
        if kilos is not None and (type(kilos) not in (int, float) or not math.isfinite(kilos)):
            raise ValueError("kilos is no number")
        writer.writerow([_encode(visit["guest"]), _encode(visit["thing"]),
                         "" if kilos is None else str(kilos), _encode(visit["note"])])
    return out.getvalue()


def import_list(text):
    rows = csv.reader(io.StringIO(text, newline=""))
    next(rows, None)
    return [{"guest": _decode(guest), "thing": _decode(thing),
             "kilos": float(kilos) if kilos.strip() else None, "note": _decode(note)}
            for guest, thing, kilos, note in filter(None, rows)]
