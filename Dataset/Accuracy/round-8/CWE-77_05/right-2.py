import re
from functools import partial
from itertools import chain
from numbers import Real
from operator import itemgetter

_COLUMNS = "guest", "thing", "kilos", "note"
_FIELD = re.compile(r'(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n|\n|\r|\Z)')
_PLAIN = re.compile(r"[^\W_]")


class Mark:
    """Texts that do not begin with a letter or digit stand behind a bar."""

    SIGN = "|"

    @classmethod
    def put(cls, text):
        if not isinstance(text, str):
            raise ValueError(f"not a text: {text!r}")
        return text if not text or _PLAIN.match(text) or text[0] in "\"'(" else cls.SIGN + text

    @classmethod
    def take(cls, cell):
        return cell.removeprefix(cls.SIGN)


class Kilos:
    @staticmethod
    def put(kilos):
        if kilos is None:
            return ""
        if isinstance(kilos, bool) or not isinstance(kilos, Real):
            raise ValueError(f"not a weight: {kilos!r}")
        text = str(kilos)
        if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?(e[-+][0-9]+)?", text) is None or abs(float(text)) == float("inf"):
            raise ValueError(f"not a weight: {kilos!r}")
        return text

    @staticmethod
    def take(cell):
        return float(cell) if cell else None


_CODECS = Mark, Mark, Kilos, Mark


def _quoted(cell):
    return '"%s"' % cell.replace('"', '""') if re.search(r'[,"\r\n]', cell) else cell


def _line(cells):
    return ",".join(map(_quoted, cells)) + "\r\n"


def export_list(visits):
    rows = ([codec.put(value) for codec, value in zip(_CODECS, itemgetter(*_COLUMNS)(visit))]
            for visit in visits)
    return "".join(map(_line, chain([_COLUMNS], rows)))


def _rows(text):
    row, at = [], 0
    while at < len(text):
        found = _FIELD.match(text, at)
        if found is None:
            raise ValueError(f"no cell at {at}")
        quoted, plain, end = found.groups()
        row.append(plain if quoted is None else quoted.replace('""', '"'))
        at = found.end()
        if end != ",":
            yield row
            row = []
    if row:
        yield row + [""]


def import_list(text):
    _, *rows = _rows(text)
    return [{name: codec.take(cell) for name, codec, cell in zip(_COLUMNS, _CODECS, row, strict=True)}
            for row in rows if row != [""]]
