import csv
import io
import re

_HEAD = ("guest", "thing", "kilos", "note")
_START = re.compile(r"\s*[=+\-@']")
_NUMBER = re.compile(r"\s*[+-]?\d+(?:[.,]\d+)?\b")


def _encode(value):
    """Put an apostrophe before formulas; plain numbers such as -1.5 stay readable for sorting."""
    if _START.match(value) and not _NUMBER.match(value):
        return "'" + value
    return value


def _decode(cell):
    return cell[1:] if cell[:1] == "'" else cell


def export_list(visits):
    buffer = io.StringIO()
    w = csv.writer(buffer)
    w.writerow(_HEAD)
    w.writerows(
        [
            "" if v[k] is None else str(v[k]) if k == "kilos" else _encode(v[k])
            for k in _HEAD
        ]
        for v in visits
    )
    return buffer.getvalue()


def import_list(text):
    rows = csv.reader(io.StringIO(text, newline=""))
    next(rows, None)
    return [
        {
            "guest": _decode(guest),
            "thing": _decode(thing),
            "kilos": float(kilos) if kilos else None,
            "note": _decode(note),
        }
        for guest, thing, kilos, note in (r for r in rows if r)
    ]
