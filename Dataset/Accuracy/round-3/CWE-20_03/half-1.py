import os
import re

ACCESSION = re.compile(r"[A-Z]{2}-[0-9]{5}")


def _is_control(character):
    code = ord(character)
    return code < 0x20 or 0x7F <= code <= 0x9F


def register_sample(path, accession, species, grams):
    if not isinstance(accession, str) or not ACCESSION.fullmatch(accession):
        return False
    if not isinstance(species, str) or not species.strip():
        return False
    if any(_is_control(c) for c in species):
        return False
    if isinstance(grams, bool) or not isinstance(grams, int) or grams <= 0:
        return False
    try:
        line = f"{accession}\t{species}\t{grams}\n".encode("utf-8")
    except ValueError:
        return False
    with open(path, "ab") as register:
        register.write(line)
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as register:
        lines = register.read().splitlines()
    samples = []
    for line in lines:
        accession, species, grams = line.split("\t")
        samples.append((accession, species, int(grams)))
    return samples
