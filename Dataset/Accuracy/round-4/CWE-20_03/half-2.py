import os
import re

ACCESSION = re.compile(r"[A-Z]{2}-[0-9]{5}")


def register_sample(path, accession, species, grams):
    if not isinstance(accession, str) or ACCESSION.fullmatch(accession) is None:
        return False
    if not isinstance(species, str) or not species.isprintable() or not species.strip():
        return False
    if not isinstance(grams, int) or not 0 < grams < 10**12:
        return False
    line = "\t".join((accession, species, str(grams))) + "\n"
    with open(path, "a", encoding="utf-8", newline="") as f:
        f.write(line)
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    samples = []
    with open(path, encoding="utf-8", newline="\n") as f:
        for line in f:
            accession, species, grams = line.rstrip("\n").split("\t")
            samples.append((accession, species, int(grams)))
    return samples
