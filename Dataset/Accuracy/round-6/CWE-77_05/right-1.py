import csv
import io
import logging
import re
import sys
from dataclasses import astuple, dataclass, fields
from typing import Optional, Union

log = logging.getLogger(__name__)
_LIVE = re.compile("['\\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2060\ufeff]*[-=+@\uff0b\uff0d\uff1d\uff20\u2212]")


class _AnyLength:
    """The module csv refuses cells of more than 128 KiB unless told otherwise."""
    def __enter__(self):
        self.before = csv.field_size_limit()
        limit = sys.maxsize
        while True:
            try:
                csv.field_size_limit(limit)
                return
            except OverflowError:
                limit >>= 1

    def __exit__(self, *exc):
        csv.field_size_limit(self.before)


@dataclass
class Visit:
    guest: str
    thing: str
    kilos: Union[int, float, None]
    note: str

    @staticmethod
    def _out(value):
        if value is None:
            return ""
        text = str(value)
        if not isinstance(value, str) and text != "-inf":
            return text
        if _LIVE.match(text):
            log.info("a cell looked like a formula")
            return "'" + text
        return text

    @staticmethod
    def _back(cell):
        return cell[1:] if cell[:1] == "'" and _LIVE.match(cell, 1) else cell

    def row(self):
        return list(map(self._out, astuple(self)))

    @classmethod
    def from_row(cls, row):
        if len(row) != 4:
            raise ValueError("a row needs four cells: %r" % (row,))
        visit = cls(*map(cls._back, row))
        visit.kilos = None if visit.kilos == "" else float(visit.kilos)
        return visit


_NAMES = [f.name for f in fields(Visit)]


def export_list(visits):
    with io.StringIO(newline="") as out:
        w = csv.writer(out)
        w.writerow(_NAMES)
        for v in visits:
            if not all(isinstance(v[k], str) for k in ("guest", "thing", "note")):
                raise ValueError("guest, thing and note have to be strings")
            if v["kilos"] is not None and not isinstance(v["kilos"], (int, float)):
                raise ValueError("kilos has to be a number")
            w.writerow(Visit(*(v[k] for k in _NAMES)).row())
        return out.getvalue()


def import_list(text):
    with _AnyLength():
        rows = [r for r in csv.reader(io.StringIO(text, newline="")) if r]
    return [vars(Visit.from_row(r)) for r in rows[1:]]
