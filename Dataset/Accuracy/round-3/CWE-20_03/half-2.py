import re
import unicodedata


def _stays_in_field(text):
    return bool(text.strip()) and not any(
        unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in text
    )


def register_sample(path, accession, species, grams):
    if not re.fullmatch(r"[A-Z]{2}-[0-9]{5}", accession):
        return False
    if not _stays_in_field(species):
        return False
    if not isinstance(grams, int) or not grams > 0:
        return False
    with open(path, "a", encoding="utf-8", newline="\n") as register:
        register.write("\t".join((accession, species, str(grams))) + "\n")
    return True


def read_register(path):
    try:
        register = open(path, encoding="utf-8", newline="\n")
    except FileNotFoundError:
        return []
    with register:
        rows = [line.rstrip("\n").split("\t") for line in register]
    return [(accession, species, int(grams)) for accession, species, grams in rows]
