import os
import string
import unicodedata
from typing import NamedTuple


class Refused(ValueError):
    pass


class Sample(NamedTuple):
    accession: str
    species: str
    grams: int

    @classmethod
    def checked(cls, accession, species, grams):
        if not (isinstance(accession, str) and len(accession) == 8):
            raise Refused("accession")
        kinds = [string.ascii_uppercase] * 2 + ["-"] + [string.digits] * 5
        if not all(c in kind for c, kind in zip(accession, kinds)):
            raise Refused("accession")
        if not isinstance(species, str) or not species.strip():
            raise Refused("species")
        if {unicodedata.category(c) for c in species} & {"Cc", "Cs", "Zl", "Zp"}:
            raise Refused("species")
        if type(grams) is not int or grams < 1:
            raise Refused("grams")
        return cls(accession, species, grams)

    def to_line(self):
        try:
            return "{}\t{}\t{:d}\n".format(*self).encode()
        except ValueError as error:
            raise Refused("grams") from error

    @classmethod
    def from_line(cls, line):
        accession, species, grams = line.decode().split("\t")
        return cls(accession, species, int(grams))


def register_sample(path, accession, species, grams):
    try:
        line = Sample.checked(accession, species, grams).to_line()
    except Refused:
        return False
    fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        while line:
            line = line[os.write(fd, line):]
    finally:
        os.close(fd)
    return True


def read_register(path):
    try:
        with open(path, "rb") as register:
            content = register.read()
    except FileNotFoundError:
        return []
    return [tuple(Sample.from_line(line)) for line in content.split(b"\n") if line]
