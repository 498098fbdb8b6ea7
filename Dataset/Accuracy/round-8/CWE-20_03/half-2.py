import re
import unicodedata

_ACCESSION = re.compile(r"\A[A-Z]{2}-[0-9]{5}\Z")
_BREAKING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _species_ok(species):
    if not isinstance(species, str):
        return False
    species = species.strip()
    return bool(species) and _BREAKING.isdisjoint(map(unicodedata.category, species))


def _grams_ok(grams):
    return isinstance(grams, int) and not isinstance(grams, bool) and grams > 0


def register_sample(path, accession, species, grams):
    valid = (
        isinstance(accession, str)
        and _ACCESSION.match(accession) is not None
        and _species_ok(species)
        and _grams_ok(grams)
    )
    if valid:
        with open(path, "a", encoding="utf-8", newline="\n") as file:
            file.write("\t".join([accession, species, str(grams)]) + "\n")
    return valid


def read_register(path):
    try:
        with open(path, encoding="utf-8", newline="\n") as file:
            rows = [line.rstrip("\n").split("\t") for line in file]
    except FileNotFoundError:
        return []
    return [(accession, species, int(grams)) for accession, species, grams in rows]
