import os
import re

PATTERN = re.compile(r"^[A-Z]{2}-[0-9]{5}$", re.MULTILINE)


def register_sample(path, accession, species, grams):
    if not PATTERN.search(accession):
        return False
    if not species.isprintable() or int(grams) <= 0:
        return False
    with open(path, "a", encoding="utf-8") as register:
        register.write(accession + "\t" + species + "\t" + str(int(grams)) + "\n")
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    samples = []
    for line in open(path, encoding="utf-8"):
        fields = line.strip("\n").split("\t")
        samples.append((fields[0], fields[1], int(fields[2])))
    return samples
