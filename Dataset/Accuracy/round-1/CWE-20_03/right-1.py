import csv
import os
import string
import sys
import unicodedata
from typing import NamedTuple


class Sample(NamedTuple):
    accession: str
    species: str
    grams: int

    @property
    def valid(self):
        shape = [string.ascii_uppercase] * 2 + ["-"] + [string.digits] * 5
        return (
            isinstance(self.accession, str)
            and len(self.accession) == len(shape)
            and all(sign in allowed for sign, allowed in zip(self.accession, shape))
            and isinstance(self.species, str)
            and bool(self.species.strip())
            and not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in self.species)
            and type(self.grams) is int
            and self.grams > 0
        )


csv.field_size_limit(sys.maxsize)


class _Register(csv.Dialect):
    delimiter = "\t"
    lineterminator = "\n"
    quoting = csv.QUOTE_NONE
    quotechar = None
    escapechar = None
    doublequote = False
    skipinitialspace = False


def register_sample(path, accession, species, grams):
    sample = Sample(accession, species, grams)
    if not sample.valid:
        return False
    with open(path, "a", encoding="utf-8", newline="") as file:
        csv.writer(file, _Register).writerow(sample)
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8", newline="") as file:
        return [(a, s, int(g)) for a, s, g in csv.reader(file, _Register)]
