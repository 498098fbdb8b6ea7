"""The keys of the schools' seismographs in authorized_keys."""
import base64
import binascii
import re
import unicodedata

SCHOOL = re.compile(r"[a-z0-9-]{1,30}")
TYPES = ("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256")
LINE = re.compile(r'restrict,command="receive ([a-z0-9-]{1,30})" (\S+) (\S+)(?: (.*))?')


def _check_school(school):
    if not isinstance(school, str) or not SCHOOL.fullmatch(school):
        raise ValueError(f"not the name of a school: {school!r}")


def _check_label(label):
    """No line breaks, tabs, escapes, NULs, invisible or unassigned signs."""
    if not isinstance(label, str) or any(unicodedata.category(sign).startswith("C") for sign in label):
        raise ValueError("the label has signs in it that cannot be printed")


def _check_key(key):
    """The type and the base64 of a public key; its comment is dropped."""
    if not isinstance(key, str) or "\n" in key.removesuffix("\n"):
        raise ValueError("one key, in one line")
    kind, data = (key.split() + ["", ""])[:2]
    if kind not in TYPES:
        raise ValueError("not a key of a known type")
    try:
        blob = base64.b64decode(data.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError("not a key in base64") from error
    name = kind.encode()
    if not blob.startswith(len(name).to_bytes(4, "big") + name):
        raise ValueError("the key is of another type than it says")
    return kind, data


class Keys:
    def __init__(self, path):
        self.path = path

    def _lines(self):
        with open(self.path, encoding="utf-8", newline="") as file:
            return file.read().splitlines()

    def _write(self, lines):
        data = "".join(line + "\n" for line in lines).encode("utf-8")
        with open(self.path, "wb") as file:
            file.write(data)

    @staticmethod
    def _parse(line):
        found = LINE.fullmatch(line)
        return (found[1], found[4] or "") if found else (None, None)

    def add(self, school, key, label):
        _check_school(school)
        _check_label(label)
        kind, data = _check_key(key)
        line = f'restrict,command="receive {school}" {kind} {data}'
        if label:
            line += " " + label
        self._write(self._lines() + [line])

    def remove(self, school):
        _check_school(school)
        lines = self._lines()
        kept = [line for line in lines if self._parse(line)[0] != school]
        if len(kept) < len(lines):
            self._write(kept)

    def schools(self):
        parsed = map(self._parse, self._lines())
        return [(school, label) for school, label in parsed if school is not None]
