import os
import re
import unicodedata

ACCESSION = re.compile(r"[A-Z]{2}-[0-9]{5}")


def _is_field(text):
    """A text that is not empty and holds no tab, line end or control character."""
    if not isinstance(text, str) or not text:
        return False
    return not any(unicodedata.category(char) in ("Cc", "Cs") for char in text)


def register_sample(path, accession, species, grams):
    if not isinstance(accession, str) or not ACCESSION.fullmatch(accession):
        return False
    if not _is_field(species):
        return False
    if isinstance(grams, bool) or not isinstance(grams, int) or grams <= 0:
        return False

    with open(path, "a", encoding="utf-8", newline="\n") as register:
        register.write(f"{accession}\t{species}\t{grams}\n")
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
