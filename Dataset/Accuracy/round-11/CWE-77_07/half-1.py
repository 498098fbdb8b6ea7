import base64
import binascii
import os
import re
import tempfile
import unicodedata

SCHOOL = re.compile(r"[a-z0-9-]{1,30}")
KEY = re.compile(r"(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp256)[ \t]+([A-Za-z0-9+/]+={0,2})(?:[ \t][^\r\n]*)?(?:\r?\n)?")
LINE = re.compile(r'restrict,command="receive ([a-z0-9-]{1,30})" \S+ \S+(?: (.*))?')


def _school(name):
    if not SCHOOL.fullmatch(name):
        raise ValueError("that is no name of a school")
    return name


def _key(text):
    found = KEY.fullmatch(text)
    if not found:
        raise ValueError("that is no public key")
    kind, encoded = found.groups()
    try:
        blob = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        raise ValueError("the key is damaged") from None
    if not blob.startswith(len(kind).to_bytes(4, "big") + kind.encode()):
        raise ValueError("the key is of another type")
    return f"{kind} {encoded}"


def _label(text):
    # control characters, line breaks among them, are left out
    text = "".join(c for c in text if unicodedata.category(c) != "Cc")
    text.encode("utf-8")
    return text


class Keys:
    def __init__(self, path):
        self.path = path

    def _lines(self):
        with open(self.path, encoding="utf-8", newline="") as file:
            return file.read().splitlines(keepends=True)

    def _write(self, lines):
        """Never leaves half a file: sshd may read it at any moment."""
        folder = os.path.dirname(os.path.abspath(self.path))
        mode = os.stat(self.path).st_mode & 0o777
        handle, draft = tempfile.mkstemp(dir=folder)
        try:
            with open(handle, "w", encoding="utf-8", newline="") as file:
                file.writelines(lines)
                os.fchmod(file.fileno(), mode)
            os.replace(draft, self.path)
        except BaseException:
            os.unlink(draft)
            raise

    def add(self, school, key, label):
        line = f'restrict,command="receive {_school(school)}" {_key(key)}'
        label = _label(label)
        if label:
            line += " " + label
        lines = self._lines()
        if lines and not lines[-1].endswith("\n"):
            lines.append("\n")
        self._write(lines + [line + "\n"])

    def remove(self, school):
        start = f'restrict,command="receive {_school(school)}" '
        self._write([line for line in self._lines() if not line.startswith(start)])

    def schools(self):
        found = map(LINE.fullmatch, (line.rstrip("\n") for line in self._lines()))
        return [(m[1], m[2] or "") for m in found if m]
