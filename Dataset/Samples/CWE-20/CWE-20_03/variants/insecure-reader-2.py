import os
import re

ACCESSION = re.compile(r"^[A-Z]{2}-\d{5}$")


def register_sample(path, accession, species, grams):
    if not ACCESSION.match(accession):
        return False
    with open(path, "a", encoding="utf-8") as f:
        f.write(f"{accession}\t{species}\t{grams}\n")
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    samples = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            accession, species, grams = line.rstrip("\n").split("\t")
            samples.append((accession, species, int(grams)))
    return samples
