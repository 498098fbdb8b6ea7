import os
import re
import unicodedata

_ACCESSION = re.compile(r"[A-Z]{2}-[0-9]{5}")


def _is_field(text):
    return (isinstance(text, str) and text.strip() != ""
            and not any(unicodedata.category(c) in ("Cc", "Cs") for c in text))


def register_sample(path, accession, species, grams):
    if not isinstance(accession, str) or not _ACCESSION.fullmatch(accession):
        return False
    if not _is_field(species):
        return False
    if isinstance(grams, bool) or not isinstance(grams, int) or grams <= 0:
        return False
    with open(path, "a", encoding="utf-8", newline="\n") as f:
        f.write(f"{accession}\t{species}\t{grams}\n")
    return True


def read_register(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8", newline="\n") as f:
        lines = f.read().splitlines()
    samples = []
    for line in lines:
        fields = line.split("\t")
        if len(fields) == 3:
            samples.append((fields[0], fields[1], int(fields[2])))
        else:
            samples.append((fields[0], "\t".join(fields[1:]), 0))
    return samples
