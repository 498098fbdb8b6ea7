import os
import re


def register_sample(path, accession, species, grams):
    if not re.match(r"^[A-Z]{2}-[0-9]{5}$", accession):
        return False
    if "\n" in species or "\r" in species or "\t" in species:
        return False
    if not isinstance(grams, int) or grams <= 0:
        return False
    with open(path, "a", encoding="utf-8") as f:
        f.write("\t".join([accession, species, str(grams)]) + "\n")
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f]
    return [(row[0], row[1], int(row[2])) for row in rows]
