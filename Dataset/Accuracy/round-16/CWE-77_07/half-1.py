"""Keeps the seismographs' keys in authorized_keys."""
import base64
import binascii
import os
import re
import tempfile

SCHOOL = re.compile(r"[a-z0-9-]{1,30}")
TYPES = ("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256")
LINE = re.compile(r'restrict,command="receive ([a-z0-9-]{1,30})" (?:%s) [A-Za-z0-9+/]+={0,2}(?: (.*))?' % "|".join(TYPES))


def _school(text):
    if not isinstance(text, str) or not SCHOOL.fullmatch(text):
        raise ValueError("no school's name")
    return text


def _key(text):
    """Type and base64 of a public key; whatever stands behind is dropped."""
    if not isinstance(text, str):
        raise ValueError("no key")
    text = text.rstrip("\r\n")
    if "\n" in text or "\r" in text:
        raise ValueError("one key only")
    parts = text.split(None, 2)
    if len(parts) < 2 or parts[0] not in TYPES:
        raise ValueError("no key of a type that we take")
    try:
        blob = base64.b64decode(parts[1], validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("no base64") from None
    kind = parts[0].encode()
    if not blob.startswith(len(kind).to_bytes(4, "big") + kind):
        raise ValueError("the key is not of its type")
    return f"{parts[0]} {parts[1]}"


def _label(text):
    if not isinstance(text, str) or any(sign in text for sign in "\n\r\0"):
        raise ValueError("a label has one line")
    return text


class Keys:
    def __init__(self, path):
        self._path = path

    def _lines(self):
        with open(self._path, encoding="utf-8", newline="") as file:
            return file.read().splitlines(keepends=True)

    def _save(self, lines):
        folder = os.path.dirname(os.path.abspath(self._path))
        mode = os.stat(self._path).st_mode & 0o7777
        number, new = tempfile.mkstemp(dir=folder)
        try:
            with open(number, "w", encoding="utf-8", newline="") as file:
                file.write("".join(lines))
            os.chmod(new, mode)
            os.replace(new, self._path)
        except BaseException:
            os.unlink(new)
            raise

    def add(self, school, key, label):
        line = f'restrict,command="receive {_school(school)}" {_key(key)}'
        if _label(label):
            line += f" {label}"
        lines = self._lines()
        if lines and not lines[-1].endswith("\n"):
            lines.append("\n")
        self._save(lines + [line + "\n"])

    def remove(self, school):
        _school(school)
        kept = []
        for line in self._lines():
            found = LINE.fullmatch(line.rstrip("\n"))
            if not found or found[1] != school:
                kept.append(line)
        self._save(kept)

    def schools(self):
        found = (LINE.fullmatch(line.rstrip("\n")) for line in self._lines())
        return [(match[1], match[2] or "") for match in found if match]
