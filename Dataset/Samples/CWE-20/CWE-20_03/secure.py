import os
import re

ACCESSION = re.compile(r"[A-Z]{2}-[0-9]{5}")


def register_sample(path, accession, species, grams):
    if not ACCESSION.fullmatch(accession):
        return False
    if not species or not species.isprintable():
        return False
    if isinstance(grams, bool) or not isinstance(grams, int) or grams <= 0:
        return False
    with open(path, "a", encoding="utf-8") as register:
        register.write(f"{accession}\t{species}\t{grams}\n")
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    samples = []
    with open(path, encoding="utf-8") as register:
        for line in register:
            accession, species, grams = line.rstrip("\n").split("\t")
            samples.append((accession, species, int(grams)))
    return samples
