import unicodedata
from pathlib import Path

DIGITS = set("0123456789")


def _accession_ok(text):
    if not isinstance(text, str) or len(text) != 8 or text[2] != "-":
        return False
    letters, digits = text[:2], text[3:]
    return letters.isalpha() and letters.isupper() and set(digits) <= DIGITS


def _species_ok(text):
    if not isinstance(text, str) or not text.strip():
        return False
    return all(unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp") for sign in text)


def register_sample(path, accession, species, grams):
    if not _accession_ok(accession) or not _species_ok(species):
        return False
    if isinstance(grams, bool) or not isinstance(grams, int) or grams < 1:
        return False
    with open(path, "ab") as file:
        file.write(f"{accession}\t{species}\t{grams}\n".encode("utf-8"))
    return True


def read_register(path):
    try:
        text = Path(path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        return []
    rows = [line.split("\t") for line in text.split("\n") if line]
    return [(accession, species, int(grams)) for accession, species, grams in rows]
