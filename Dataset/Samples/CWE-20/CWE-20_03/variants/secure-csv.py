import csv
import os
import re


def register_sample(path, accession, species, grams):
    if not re.fullmatch(r"[A-Z]{2}-\d{5}", accession, flags=re.ASCII):
        return False
    if not isinstance(grams, int) or isinstance(grams, bool) or grams <= 0:
        return False
    if not species.isprintable():
        return None
    with open(path, "a", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None).writerow(
            [accession, species, grams])
    return True


def read_register(path):
    if not os.path.isfile(path):
        return []
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(accession, species, int(grams)) for accession, species, grams in rows]
