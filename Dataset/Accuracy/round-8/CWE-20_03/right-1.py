import os
import re
import unicodedata


def register_sample(path, accession, species, grams):
    if not isinstance(accession, str) or not re.fullmatch(r"[A-Z]{2}-[0-9]{5}", accession):
        return False
    if not isinstance(species, str) or not species.strip():
        return False
    for char in species:
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            return False
    if not isinstance(grams, int) or isinstance(grams, bool) or grams <= 0:
        return False
    with open(path, "a", encoding="utf-8", newline="\n") as file:
        file.write("%s\t%s\t%d\n" % (accession, species, grams))
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8", newline="\n") as file:
        text = file.read()
    samples = []
    for line in text.split("\n"):
        if line:
            accession, species, grams = line.split("\t")
            samples.append((accession, species, int(grams)))
    return samples
