import re

HEADING = "guest,thing,kilos,note"


def _shield(text):
    if re.match(r"'|\W*[=+@-]", text):
        return "'" + text
    return text


def _quote(cell):
    return cell if not re.search(r'[",\r\n]', cell) else '"%s"' % cell.replace('"', '""')


def _number(kilos):
    if kilos is None:
        return ""
    written = str(kilos)
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?|inf|nan", written):
        raise ValueError("kilos: " + written)
    return written


def export_list(visits):
    def line(visit):
        cells = _shield(visit["guest"]), _shield(visit["thing"]), _number(visit["kilos"]), _shield(visit["note"])
        return ",".join(_quote(c) for c in cells)
    return "\r\n".join([HEADING] + [line(v) for v in visits] + [""])


_TOKEN = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|\Z)')


def _rows(text):
    position, row = 0, []
    while position < len(text) or row:
        m = _TOKEN.match(text, position)
        if m is None:
            raise ValueError(f"no CSV at sign {position}")
        position = m.end()
        row.append(m[2] if m[1] is None else m[1].replace('""', '"'))
        if m[3] != ",":
            if row != [""]:
                yield row
            row = []


def import_list(text):
    rows = _rows(text)
    if next(rows, None) != HEADING.split(","):
        raise ValueError("heading")

    def visit(guest, thing, kilos, note):
        strip = lambda c: c[1:] if c.startswith("'") else c
        return dict(guest=strip(guest), thing=strip(thing), kilos=float(kilos) if kilos != "" else None, note=strip(note))
    return [visit(*row) for row in rows]
