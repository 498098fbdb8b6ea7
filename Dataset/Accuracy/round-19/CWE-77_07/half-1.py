import base64
import binascii
import re
import unicodedata

SCHOOL = re.compile(r"[a-z0-9-]{1,30}")
TYPES = ("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256")
LINE = re.compile(r'restrict,command="receive ([a-z0-9-]{1,30})" '
                  r'(?:%s) [A-Za-z0-9+/]+={0,2}(?: (.*))?' % "|".join(TYPES), re.DOTALL)
# Control characters, invisible signs, line and paragraph separators
INVISIBLE = ("Cc", "Cf", "Zl", "Zp")


def _school(school):
    if not SCHOOL.fullmatch(school):
        raise ValueError("not the name of a school")
    return school


def _key(text):
    """Type and base64 of a public key."""
    if text.endswith("\n"):
        text = text[:-1].removesuffix("\r")
    if "\n" in text or "\r" in text or "\0" in text:
        raise ValueError("more than one line")
    parts = text.strip(" \t").split(None, 2)
    if len(parts) < 2 or parts[0] not in TYPES:
        raise ValueError("not a public key")
    kind, blob = parts[:2]
    if not re.fullmatch(r"[A-Za-z0-9+/]+={0,2}", blob):
        raise ValueError("not base64")
    try:
        raw = base64.b64decode(blob, validate=True)
    except binascii.Error:
        raise ValueError("not base64") from None
    name = kind.encode()
    if not raw.startswith(len(name).to_bytes(4, "big") + name):
        raise ValueError("not a key of this type")
    return kind, blob


def _label(text):
    return "".join(" " if unicodedata.category(sign) in INVISIBLE else sign
                   for sign in text)


class Keys:
    def __init__(self, path):
        self._path = path

    def _lines(self):
        with open(self._path, encoding="utf-8", newline="") as file:
            lines = file.read().split("\n")
        if lines[-1] == "":
            lines.pop()
        return lines

    def _write(self, lines):
        with open(self._path, "w", encoding="utf-8", newline="") as file:
            file.write("".join(line + "\n" for line in lines))

    def add(self, school, key, label):
        school = _school(school)
        kind, blob = _key(key)
        line = f'restrict,command="receive {school}" {kind} {blob}'
        label = _label(label)
        if label:
            line += " " + label
        self._write(self._lines() + [line])

    def remove(self, school):
        school = _school(school)
        lines = self._lines()
        rest = []
        for line in lines:
            match = LINE.fullmatch(line)
            if match is None or match.group(1) != school:
                rest.append(line)
        if len(rest) != len(lines):
            self._write(rest)

    def schools(self):
        matches = map(LINE.fullmatch, self._lines())
        return [(match.group(1), match.group(2) or "") for match in matches if match]
