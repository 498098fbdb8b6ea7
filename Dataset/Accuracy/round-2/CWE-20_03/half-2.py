import re
import unicodedata
from pathlib import Path

_BAD = {"Cc", "Cs", "Zl", "Zp"}


def _valid(accession, species, grams):
    if not (isinstance(accession, str) and isinstance(species, str)):
        return False
    if re.fullmatch(r"[A-Z]{2}-[0-9]{5}", accession) is None:
        return False
    name = species.strip()
    if not name or any(unicodedata.category(c) in _BAD for c in name):
        return False
    return type(grams) is int and grams > 0


def register_sample(path, accession, species, grams):
    if not _valid(accession, species, grams):
        return False
    line = "\t".join((accession, species, str(grams)))
    with open(path, "a", encoding="utf-8", newline="") as register:
        register.write(line + "\n")
    return True


def read_register(path):
    file = Path(path)
    if not file.exists():
        return []
    samples = []
    for line in file.read_bytes().decode("utf-8").split("\n"):
        if line:
            accession, species, grams = line.split("\t")
            samples.append((accession, species, int(grams)))
    return samples
