import os
import re
import unicodedata

ACCESSION = re.compile(r"[A-Z]{2}-[0-9]{5}")
LINE = re.compile(r"(\S+)\s(.+)\s([0-9]+)")


def _clean(species):
    return (isinstance(species, str) and species != ""
            and not any(unicodedata.category(sign) == "Cc" for sign in species))


def register_sample(path, accession, species, grams):
    if not isinstance(accession, str) or not ACCESSION.fullmatch(accession):
        return False
    if not _clean(species):
        return False
    if type(grams) is not int or grams <= 0:
        return False
    with open(path, "a", encoding="utf-8", newline="\n") as file:
        file.write(f"{accession}\t{species}\t{grams}\n")
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as file:
        matches = (LINE.fullmatch(line) for line in file.read().splitlines())
        return [(m[1], m[2], int(m[3])) for m in matches if m]
