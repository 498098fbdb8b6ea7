"""Keys of the schools' seismographs in an authorized_keys file."""
import base64
import binascii
import re

SCHOOL = re.compile(r"[a-z0-9-]{1,30}")
TYPES = ("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256")
LINE = re.compile(
    r'restrict,command="receive ([a-z0-9-]{1,30})" '
    r"(?:" + "|".join(TYPES) + r") [A-Za-z0-9+/]+={0,2}(?: (.*))?"
)


def _check_school(school):
    if not isinstance(school, str) or not SCHOOL.fullmatch(school):
        raise ValueError("no name of a school")
    return school


def _check_key(key):
    lines = key.rstrip("\r\n").split("\n")
    if len(lines) != 1:
        raise ValueError("one key, please")
    parts = lines[0].split(None, 2)
    if len(parts) < 2 or parts[0] not in TYPES:
        raise ValueError("no public key of a type that we take")
    kind, data = parts[:2]
    try:
        blob = base64.b64decode(data.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as error:
        raise ValueError("the key is not base64") from error
    name = kind.encode()
    if not blob.startswith(len(name).to_bytes(4, "big") + name):
        raise ValueError("the key is of another type")
    return kind + " " + data


def _clean_label(label):
    # Line breaks, tabs, escape sequences: nothing of this belongs in a comment.
    label = "".join(sign for sign in label if ord(sign) >= 32 and ord(sign) != 127)
    label.encode("utf-8")  # lone surrogates: UnicodeEncodeError is a ValueError
    return label


class Keys:
    def __init__(self, path):
        self._path = path

    def _read(self):
        with open(self._path, encoding="utf-8", newline="") as file:
            return file.read()

    def _write(self, text):
        with open(self._path, "wb") as file:
            file.write(text.encode("utf-8"))

    def add(self, school, key, label):
        line = 'restrict,command="receive %s" %s' % (_check_school(school), _check_key(key))
        label = _clean_label(label)
        if label:
            line += " " + label
        text = self._read()
        if text and not text.endswith("\n"):
            text += "\n"
        self._write(text + line + "\n")

    def remove(self, school):
        _check_school(school)
        kept = []
        for line in self._read().splitlines(keepends=True):
            match = LINE.match(line)
            if not match or match[1] != school:
                kept.append(line)
        self._write("".join(kept))

    def schools(self):
        found = []
        for line in self._read().split("\n"):
            match = LINE.fullmatch(line)
            if match:
                found.append((match[1], match[2] or ""))
        return found
