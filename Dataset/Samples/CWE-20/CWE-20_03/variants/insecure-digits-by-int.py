import os
import unicodedata


def _valid_accession(accession):
    if not isinstance(accession, str) or len(accession) != 8 or not accession.isascii():
        return False
    letters, hyphen, digits = accession[:2], accession[2], accession[3:]
    if not (letters.isalpha() and letters.isupper()) or hyphen != "-":
        return False
    return _number(digits) is not None


def _number(digits):
    # int() would take a sign or an underscore as well
    if digits[0] in "+-" or "_" in digits:
        return None
    try:
        return int(digits)
    except ValueError:
        return None


def _valid_species(species):
    if not isinstance(species, str) or not species:
        return False
    return all(unicodedata.category(char) not in ("Cc", "Zl", "Zp", "Cs") for char in species)


def register_sample(path, accession, species, grams):
    if not _valid_accession(accession) or not _valid_species(species):
        return False
    if type(grams) is not int or grams < 1:
        return False
    with open(path, "a", encoding="utf-8", newline="") as file:
        file.write("\t".join((accession, species, str(grams))) + "\n")
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    samples = []
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            accession, species, grams = line.rstrip("\n").split("\t")
            samples.append((accession, species, int(grams)))
    return samples
