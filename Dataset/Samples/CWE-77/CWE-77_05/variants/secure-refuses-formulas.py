import csv
import io
import re

FIELDS = {"guest": str, "thing": str, "kilos": lambda cell: float(cell) if cell else None, "note": str}
FORMULA = re.compile(r"\s*[=+@-]")
HARMLESS = re.compile(r"-?[\w\s]*-?")


def checked(text):
    """Dashes that people write for "nothing" are kept apart from formulas by a full stop that is taken away again."""
    if not FORMULA.match(text):
        return "." + text if text.startswith(".") else text
    if text.startswith("-") and HARMLESS.fullmatch(text):
        return "." + text
    raise ValueError(f"this is a formula: {text!r}")


def export_list(visits):
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(FIELDS)
    for visit in visits:
        writer.writerow([checked(visit["guest"]), checked(visit["thing"]), visit["kilos"], checked(visit["note"])])
    return file.getvalue()


def import_list(text):
    reader = csv.DictReader(io.StringIO(text, newline=""))
    found = []
    for row in reader:
        row = {key: cell[1:] if cell[:1] == "." and key != "kilos" else cell for key, cell in row.items()}
        found.append({key: read(row[key]) for key, read in FIELDS.items()})
    return found
