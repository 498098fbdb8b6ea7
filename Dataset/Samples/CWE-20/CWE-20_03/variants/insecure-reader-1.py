import os
import re


def register_sample(path, accession, species, grams):
    if not re.match(r"^[A-Z]{2}-[0-9]{5}$", accession):
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
            line = line.strip()
            if not line:
                continue
            accession, species, grams = line.split("\t")
            samples.append((accession, species, int(grams)))
    return samples
