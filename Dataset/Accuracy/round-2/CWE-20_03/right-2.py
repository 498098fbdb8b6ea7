import csv
import re

_LINE_BREAKS = "\u2028\u2029"
_checks = []


def check(function):
    _checks.append(function)
    return function


@check
def _accession(accession, species, grams):
    return isinstance(accession, str) and re.fullmatch("[A-Z][A-Z]-[0-9][0-9][0-9][0-9][0-9]", accession)


@check
def _species(accession, species, grams):
    if not isinstance(species, str) or species.isspace() or species == "":
        return False
    if re.search(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff" + _LINE_BREAKS + "]", species):
        return False
    return len(species.splitlines()) == 1


@check
def _grams(accession, species, grams):
    return type(grams) is int and 0 < grams < 10 ** 4000


class _Tabs(csv.Dialect):
    delimiter = "\t"
    lineterminator = "\n"
    quoting = csv.QUOTE_NONE
    quotechar = None


def register_sample(path, accession, species, grams):
    if not all(passes(accession, species, grams) for passes in _checks):
        return False
    with open(path, "a", encoding="utf-8", newline="") as register:
        csv.writer(register, _Tabs).writerow([accession, species, grams])
    return True


def read_register(path):
    try:
        with open(path, encoding="utf-8", newline="") as register:
            return [(a, s, int(g)) for a, s, g in csv.reader(register, _Tabs)]
    except FileNotFoundError:
        return []
