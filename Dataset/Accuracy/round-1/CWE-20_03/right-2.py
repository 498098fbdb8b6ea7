import contextlib
import logging
import re
import unicodedata

log = logging.getLogger("seedbank")
FORM = re.compile(rb"\A[A-Z][A-Z]-[0-9][0-9][0-9][0-9][0-9]\Z")


class _Refused(Exception):
    pass


def _require(condition, reason):
    if not condition:
        raise _Refused(reason)


def _record(accession, species, grams):
    _require(isinstance(accession, str) and isinstance(species, str), "texts are needed")
    _require(isinstance(grams, int) and not isinstance(grams, bool) and grams > 0, "weight")
    try:
        number, name = accession.encode("ascii"), species.encode("utf-8")
    except UnicodeEncodeError:
        raise _Refused("characters") from None
    _require(FORM.match(number), "accession number")
    _require(name and len(species.splitlines()) == 1 and species.splitlines()[0] == species, "line break")
    _require(not {"Cc", "Zl", "Zp"}.intersection(map(unicodedata.category, species)), "control character")
    return b"\t".join((number, name, b"%d" % grams)) + b"\n"


def register_sample(path, accession, species, grams):
    try:
        record = _record(accession, species, grams)
    except _Refused as reason:
        log.warning("sample refused: %s", reason)
        return False
    with open(path, "ab", buffering=0) as file:
        file.write(record)
    return True


def read_register(path):
    samples = []
    with contextlib.suppress(FileNotFoundError), open(path, "rb") as file:
        for record in file:
            accession, species, grams = record.removesuffix(b"\n").decode("utf-8").split("\t")
            samples.append((accession, species, int(grams)))
    return samples
