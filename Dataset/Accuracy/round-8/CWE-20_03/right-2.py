import logging
import pathlib
from string import ascii_uppercase, digits
from typing import NamedTuple
from unicodedata import category

SHAPE = [ascii_uppercase, ascii_uppercase, "-", *[digits] * 5]
log = logging.getLogger("register")


class Invalid(ValueError):
    pass


class Sample(NamedTuple):
    accession: str
    species: str
    grams: int

    @classmethod
    def checked(cls, accession, species, grams):
        match accession, species, grams:
            case str(), str(), int() if type(grams) is int and 0 < grams:
                pass
            case _:
                raise Invalid("wrong types")
        if len(accession) != len(SHAPE) or any(c not in kind for c, kind in zip(accession, SHAPE)):
            raise Invalid("accession number")
        if not "".join(species.split()) or not stays_in_field(species):
            raise Invalid("species")
        return cls(accession, species, grams)


def stays_in_field(text):
    """isprintable is false for controls and all separators; of these, spaces (Zs) may stay."""
    return all(c.isprintable() or category(c) in ("Zs", "Co", "Cn") for c in text)


def guarded(function):
    def wrapper(*args):
        try:
            function(*args)
        except Invalid as error:
            log.info("refused: %s", error)
            return False
        return True
    return wrapper


@guarded
def register_sample(path, accession, species, grams):
    line = "\t".join(map(str, Sample.checked(accession, species, grams))) + "\n"
    data = line.encode("utf-8")
    with open(path, "ab") as file:
        file.write(data)


def read_register(path):
    try:
        text = pathlib.Path(path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        return []
    rows = (line.split("\t") for line in filter(None, text.split("\n")))
    return [(accession, species, int(grams)) for accession, species, grams in rows]
