import csv
import io
import re

HEADING = ("guest", "thing", "kilos", "note")
FORMULA = re.compile(r"[\s\x00]*[=+\-@]")
NUMBER = re.compile(r"\s*[0-9.,+\-eE]+\s*")


def dangerous(text):
    """Numbers that somebody typed, such as -1.5 or 2e-3, stay as they are."""
    return bool(FORMULA.match(text)) and not NUMBER.fullmatch(text.strip("-") or "x")


def cell(value):
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    return "'" + value if value[:1] == "'" or dangerous(value) else value


def plain(value):
    return value.removeprefix("'")


def export_list(visits):
    buffer = io.StringIO(newline="")
    rows = csv.writer(buffer)
    rows.writerow(HEADING)
    rows.writerows([cell(visit[key]) for key in HEADING] for visit in visits)
    return buffer.getvalue()


def import_list(text):
    rows = csv.reader(io.StringIO(text, newline=""))
    if tuple(next(rows, ())) != HEADING:
        raise ValueError("heading")
    return [{"guest": plain(guest), "thing": plain(thing),
             "kilos": float(kilos) if kilos else None, "note": plain(note)}
            for guest, thing, kilos, note in filter(None, rows)]
