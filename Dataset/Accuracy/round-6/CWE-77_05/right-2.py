import re
from itertools import islice

KEYS = "guest", "thing", "kilos", "note"
needs_mark = re.compile(r"['\s\W]*?[=+\-@]").match
token = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n|\r|\n|\Z)')


def marked(text):
    return f"'{text}" if needs_mark(text) else text


def unmarked(cell):
    head, rest = cell[:1], cell[1:]
    return rest if head == "'" and needs_mark(rest) else cell


def number(kilos):
    return "" if kilos is None else marked(str(kilos)) if kilos == float("-inf") else str(kilos)


def quoted(cell):
    return '"%s"' % cell.replace('"', '""') if set(cell) & set('",\r\n') else cell


def row(cells):
    return ",".join(map(quoted, cells)) + "\r\n"


def export_list(visits):
    def rows():
        yield row(KEYS)
        for v in visits:
            yield row((number if k == "kilos" else marked)(v[k]) for k in KEYS)
    return "".join(rows())


def parsed(text):
    at, cells = 0, []
    while at < len(text) or cells:
        m = token.match(text, at)
        if m is None:
            raise ValueError(f"no CSV at position {at}")
        cells.append(m[2] if m[1] is None else m[1].replace('""', '"'))
        at = m.end()
        if m[3] != ",":
            if cells != [""]:
                yield cells
            cells = []


def import_list(text):
    def visit(cells):
        guest, thing, kilos, note = map(unmarked, cells)
        return dict(zip(KEYS, (guest, thing, float(kilos) if kilos else None, note)))
    return [visit(c) for c in islice(parsed(text), 1, None)]
