import csv
import io


class Texts:
    """Texts that could be read as something else are marked."""

    MARK = "'"
    SIGNS = ("=", "+", "-", "@", MARK)

    def write(self, value):
        if not isinstance(value, str):
            return value
        stripped = value.strip()
        return self.MARK + value if stripped.startswith(self.SIGNS) or value != stripped else value

    def read(self, cell):
        return cell[1:] if cell.startswith(self.MARK) else cell


HEADING = ["guest", "thing", "kilos", "note"]
TEXTS = Texts()


def export_list(visits):
    lines = io.StringIO(newline="")
    csv.writer(lines).writerows([HEADING, *([TEXTS.write(visit[key]) for key in HEADING] for visit in visits)])
    return lines.getvalue()


def import_list(text):
    rows = csv.reader(io.StringIO(text, newline=""))
    next(rows)
    visits = []
    for guest, thing, kilos, note in rows:
        visit = {"guest": TEXTS.read(guest), "thing": TEXTS.read(thing), "kilos": None, "note": TEXTS.read(note)}
        if kilos:
            visit["kilos"] = float(kilos)
        visits.append(visit)
    return visits
