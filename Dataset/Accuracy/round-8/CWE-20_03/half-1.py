import os
import re
import unicodedata

ACCESSION = re.compile(r"[A-Z]{2}-[0-9]{5}")


def _is_field(text):
    if not isinstance(text, str) or not text.strip():
        return False
    return not any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in text)


def register_sample(path, accession, species, grams):
    if not isinstance(accession, str) or not ACCESSION.fullmatch(accession):
        return False
    if not _is_field(species):
        return False
    if type(grams) is not int or grams < 1:
        return False
    with open(path, "a", encoding="utf-8", newline="\n") as register:
        register.write(f"{accession}\t{species}\t{grams}\n")
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    samples = []
    with open(path, encoding="utf-8", newline="\n") as register:
        for line in register:
            accession, species, grams = line.rstrip("\n").split("\t")
            samples.append((accession, species, int(grams)))
    return samples
