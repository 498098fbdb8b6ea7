import csv
import functools
import logging
import numbers
import re

log = logging.getLogger(__name__)
log.addHandler(logging.NullHandler())

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


class Seeds(csv.Dialect):
    delimiter = "\t"
    lineterminator = "\n"
    quoting = csv.QUOTE_NONE
    quotechar = None
    escapechar = None


def _accession(value):
    return isinstance(value, str) and re.fullmatch("[A-Z][A-Z]-[0-9]{5}", value) is not None


def _species(value):
    return (
        isinstance(value, str)
        and value.strip() != ""
        and not any(end in value for end in LINE_ENDS)
        and re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff]", value) is None
    )


def _grams(value):
    return isinstance(value, numbers.Integral) and not isinstance(value, bool) and 0 < value < 10**4000


CHECKS = (_accession, _species, _grams)


def validated(function):
    @functools.wraps(function)
    def wrapper(path, *fields):
        bad = [check.__name__ for check, field in zip(CHECKS, fields, strict=True) if not check(field)]
        if bad:
            log.warning("sample refused: %s", bad)
            return False
        function(path, *fields)
        return True

    return wrapper


@validated
def _append(path, accession, species, grams):
    with open(path, "a", encoding="utf-8", newline="") as register:
        csv.writer(register, Seeds).writerow([accession, species, int(grams)])


def register_sample(path, accession, species, grams):
    return _append(path, accession, species, grams)


def read_register(path):
    def rows():
        with open(path, encoding="utf-8", newline="\n") as register:
            for line in register:
                accession, species, grams = line[:-1].split("\t")
                yield accession, species, int(grams)

    try:
        return list(rows())
    except FileNotFoundError:
        return []
