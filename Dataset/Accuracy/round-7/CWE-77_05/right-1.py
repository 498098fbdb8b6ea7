from __future__ import annotations
import csv
import io
import math
import sys
import unicodedata
from dataclasses import asdict, astuple, dataclass, fields
from typing import Iterable, Iterator

APOSTROPHE = "'"


def risky(text: str) -> bool:
    """Whether the text, behind whatever cannot be seen and behind apostrophes, begins like a formula."""
    for sign in text:
        if sign == APOSTROPHE or sign.isspace() or unicodedata.category(sign)[0] in "CZ":
            continue
        return unicodedata.normalize("NFKC", sign)[:1] in {"=", "+", "-", "@", "\u2212"}
    return False


class Text(str):
    @property
    def cell(self) -> str:
        return APOSTROPHE + self if risky(self) else str(self)

    @classmethod
    def of(cls, cell: str) -> str:
        # an apostrophe was put in front of risky texts only, and risky does not look at apostrophes
        return cell[1:] if cell[:1] == APOSTROPHE and risky(cell[1:]) else cell


@dataclass(frozen=True)
class Visit:
    guest: str
    thing: str
    kilos: float | None
    note: str

    def row(self) -> Iterator[str]:
        for value in astuple(self):
            match value:
                case None:
                    yield ""
                case str():
                    yield Text(value).cell
                case int() | float() if math.isnan(value) or value > -math.inf:
                    yield str(value)
                case _:
                    raise ValueError(f"not for the list: {value!r}")

    @classmethod
    def parse(cls, row: list[str]) -> Visit:
        guest, thing, kilos, note = row
        return cls(Text.of(guest), Text.of(thing), float(kilos) if kilos else None, Text.of(note))


NAMES = [f.name for f in fields(Visit)]


def export_list(visits: Iterable[dict]) -> str:
    with io.StringIO(newline="") as out:
        writer = csv.writer(out)
        writer.writerow(NAMES)
        for visit in visits:
            if isinstance(visit["kilos"], str) or None in (visit["guest"], visit["thing"], visit["note"]):
                raise ValueError("types")
            writer.writerow(Visit(**{name: visit[name] for name in NAMES}).row())
        return out.getvalue()


def import_list(text: str) -> list[dict]:
    limit = csv.field_size_limit(sys.maxsize)
    try:
        with io.StringIO(text, newline="") as source:
            heading, *rows = (row for row in csv.reader(source, strict=True) if row)
    finally:
        csv.field_size_limit(limit)
    if heading != NAMES:
        raise ValueError("not our heading")
    return [asdict(Visit.parse(row)) for row in rows]
