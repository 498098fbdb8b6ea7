import csv
import io
import re

KEYS = ["guest", "thing", "kilos", "note"]
# a dash that stands alone, or in front of words as in "- none -", is how people leave a field open
DASH = re.compile(r"-(\s|$)")


def is_formula(text):
    start = text.lstrip()
    if not start or start[0] not in "=+-@":
        return False
    return not DASH.match(start)


def encode(text):
    return f"'{text}" if is_formula(text) or text.startswith("'") else text


def decode(cell):
    return cell[1:] if cell[:1] == "'" else cell


def export_list(visits):
    def rows():
        yield KEYS
        for visit in visits:
            kilos = visit["kilos"]
            yield [encode(visit["guest"]), encode(visit["thing"]),
                   None if kilos is None else str(kilos), encode(visit["note"])]
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows())
    return out.getvalue()


def import_list(text):
    heading, *rows = csv.reader(io.StringIO(text, newline=""))
    if heading != KEYS:
        raise ValueError("this is not the list")
    return [{"guest": decode(row[0]), "thing": decode(row[1]),
             "kilos": None if row[2] == "" else float(row[2]), "note": decode(row[3])}
            for row in rows if row]
