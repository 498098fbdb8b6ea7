import os
import re
import unicodedata

ACCESSION = re.compile(r"[A-Z]{2}-[0-9]{5}")


def _clean(text):
    return isinstance(text, str) and text != "" and all(unicodedata.category(c) not in ("Cc", "Cs") for c in text)


def register_sample(path, accession, species, grams):
    if not isinstance(accession, str) or not ACCESSION.fullmatch(accession):
        return False
    if not _clean(species):
        return False
    if type(grams) is not int or grams <= 0 or grams.bit_length() > 64:
        return False
    with open(path, "a", encoding="utf-8", newline="\n") as f:
        f.write(f"{accession}\t{species}\t{grams}\n")
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8", newline="\n") as f:
        rows = [line.split("\t") for line in f.read().splitlines()]
    return [(a, s, int(g)) for a, s, g in rows]
