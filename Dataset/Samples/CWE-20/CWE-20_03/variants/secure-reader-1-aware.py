import re
import unicodedata

ACCESSION = re.compile(r"[A-Z]{2}-[0-9]{5}")
# control, lone surrogate, line separator, paragraph separator
BAD_CATEGORIES = {"Cc", "Cs", "Zl", "Zp"}


def _good_accession(value):
    return isinstance(value, str) and ACCESSION.fullmatch(value) is not None


def _good_species(value):
    if not isinstance(value, str) or not value.strip():
        return False
    return not any(unicodedata.category(c) in BAD_CATEGORIES for c in value)


def _good_grams(value):
    return type(value) is int and value > 0


def register_sample(path, accession, species, grams):
    if not (_good_accession(accession) and _good_species(species)
            and _good_grams(grams)):
        return False
    with open(path, "a", encoding="utf-8", newline="\n") as f:
        f.write(f"{accession}\t{species}\t{grams}\n")
    return True


def read_register(path):
    samples = []
    try:
        with open(path, encoding="utf-8", newline="\n") as f:
            for line in f:
                line = line.rstrip("\n")
                if line:
                    accession, species, grams = line.split("\t")
                    samples.append((accession, species, int(grams)))
    except FileNotFoundError:
        return []
    return samples
