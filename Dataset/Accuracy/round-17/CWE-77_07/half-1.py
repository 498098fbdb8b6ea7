import base64
import binascii
import re
import unicodedata

TYPES = ("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256")
LINE = re.compile(r'restrict,command="receive ([a-z0-9-]{1,30})" '
                  r'(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp256) [A-Za-z0-9+/]+={0,2}(?: (.*))?', re.DOTALL)


def _school(school):
    if not isinstance(school, str) or not re.fullmatch(r"[a-z0-9-]{1,30}", school):
        raise ValueError("not a name of a school")
    return school


def _key(key):
    """Type and base64 of a public key, checked against what the key itself says."""
    if key.endswith("\n"):
        key = key[:-1].removesuffix("\r")
    if any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in key):
        raise ValueError("more than one line")
    parts = key.split(" ", 2)
    if len(parts) < 2 or parts[0] not in TYPES:
        raise ValueError("not a public key")
    kind, code = parts[:2]
    if not re.fullmatch(r"[A-Za-z0-9+/]+={0,2}", code):
        raise ValueError("not a public key")
    try:
        blob = base64.b64decode(code, validate=True)
    except binascii.Error:
        raise ValueError("not a public key") from None
    if not blob.startswith(len(kind).to_bytes(4, "big") + kind.encode()):
        raise ValueError("the key is of another type")
    return kind, code


def _label(label):
    """The label without line breaks and other invisible signs."""
    return "".join(sign for sign in label
                   if unicodedata.category(sign) not in ("Cc", "Cf", "Zl", "Zp"))


class Keys:
    def __init__(self, path):
        self._path = path

    def _lines(self):
        with open(self._path, encoding="utf-8", newline="") as file:
            text = file.read()
        lines = text.split("\n")
        if lines[-1] == "":
            lines.pop()
        return lines

    def _save(self, lines):
        with open(self._path, "w", encoding="utf-8", newline="") as file:
            file.write("".join(line + "\n" for line in lines))

    def add(self, school, key, label):
        school = _school(school)
        kind, code = _key(key)
        label = _label(label)
        line = f'restrict,command="receive {school}" {kind} {code}'
        if label:
            line += " " + label
        self._save(self._lines() + [line])

    def remove(self, school):
        school = _school(school)
        kept = []
        for line in self._lines():
            match = LINE.fullmatch(line)
            if not match or match[1] != school:
                kept.append(line)
        self._save(kept)

    def schools(self):
        matches = map(LINE.fullmatch, self._lines())
        return [(match[1], match[2] or "") for match in matches if match]
