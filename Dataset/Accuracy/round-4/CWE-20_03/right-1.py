import csv
import sys
import logging
import string
import unicodedata
from dataclasses import astuple, dataclass
from pathlib import Path

csv.field_size_limit(sys.maxsize)
log = logging.getLogger(__name__)


class Rejected(Exception):
    pass


@dataclass(frozen=True)
class Sample:
    accession: str
    species: str
    grams: int

    def __post_init__(self):
        if type(self.accession) is not str or type(self.species) is not str or type(self.grams) is not int:
            raise Rejected("type")
        head, mark, tail = self.accession[:2], self.accession[2:3], self.accession[3:]
        if not (len(head) == 2 and mark == "-" and len(tail) == 5
                and set(head) <= set(string.ascii_uppercase) and set(tail) <= set(string.digits)):
            raise Rejected("accession")
        if not self.species or {unicodedata.category(c) for c in self.species} & {"Cc", "Zl", "Zp", "Cs"}:
            raise Rejected("species")
        if self.grams < 1:
            raise Rejected("grams")
        try:
            str(self.grams)
        except ValueError as e:
            raise Rejected("grams") from e


class TabDialect(csv.Dialect):
    delimiter = "\t"
    lineterminator = "\n"
    quoting = csv.QUOTE_NONE
    quotechar = None
    escapechar = None


def register_sample(path, accession, species, grams):
    try:
        sample = Sample(accession, species, grams)
    except Rejected as e:
        log.info("refused: %s", e)
        return False
    with Path(path).open("a", encoding="utf-8", newline="") as f:
        csv.writer(f, TabDialect).writerow(astuple(sample))
    return True


def read_register(path):
    try:
        with Path(path).open(encoding="utf-8", newline="") as f:
            return [(a, s, int(g)) for a, s, g in csv.reader(f, TabDialect)]
    except FileNotFoundError:
        return []
