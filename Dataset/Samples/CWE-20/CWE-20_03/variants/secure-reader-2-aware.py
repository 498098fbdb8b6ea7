import re
import unicodedata

ACCESSION = re.compile(r"[A-Z]{2}-[0-9]{5}")
# control characters, line and paragraph separators, lone surrogates
BAD_CATEGORIES = {"Cc", "Zl", "Zp", "Cs"}


def _good_species(species):
    return (
        isinstance(species, str)
        and species.strip() != ""
        and not any(unicodedata.category(c) in BAD_CATEGORIES for c in species)
    )


def register_sample(path, accession, species, grams):
    if not isinstance(accession, str) or not ACCESSION.fullmatch(accession):
        return False
    if not _good_species(species):
        return False
    if not isinstance(grams, int) or isinstance(grams, bool) or grams <= 0:
        return False
    with open(path, "a", encoding="utf-8", newline="\n") as f:
        f.write("\t".join([accession, species, str(grams)]) + "\n")
    return True


def read_register(path):
    samples = []
    try:
        with open(path, encoding="utf-8", newline="\n") as f:
            for line in f:
                accession, species, grams = line.rstrip("\n").split("\t")
                samples.append((accession, species, int(grams)))
    except FileNotFoundError:
        return []
    return samples
