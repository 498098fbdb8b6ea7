import string
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    accession: str
    species: str
    grams: int

    def __post_init__(self):
        head, tail = self.accession[:2], self.accession[3:]
        if (len(self.accession) != 8 or self.accession[2] != "-"
                or set(head) - set(string.ascii_uppercase) or set(tail) - set(string.digits)):
            raise ValueError("accession number")
        if not self.species.strip():
            raise ValueError("species is empty")
        for sign in self.species:
            if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}:
                raise ValueError("species holds a control character or line break")
        if isinstance(self.grams, bool) or not isinstance(self.grams, int) or self.grams < 1:
            raise ValueError("weight")

    def line(self):
        return f"{self.accession}\t{self.species}\t{int(self.grams):d}\n".encode("utf-8")


def register_sample(path, accession, species, grams):
    if not all(isinstance(value, str) for value in (accession, species)):
        return False
    try:
        line = Sample(accession, species, grams).line()
    except ValueError:
        return False
    with open(path, "ab") as register:
        register.write(line)
    return True


def read_register(path):
    try:
        register = open(path, "rb")
    except FileNotFoundError:
        return []
    with register:
        rows = (raw.decode("utf-8").rstrip("\n").split("\t") for raw in register)
        return [(accession, species, int(grams)) for accession, species, grams in rows]
