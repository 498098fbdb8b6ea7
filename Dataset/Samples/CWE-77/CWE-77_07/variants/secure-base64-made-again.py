import base64
import os
import string

KINDS = {"ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"}
LETTERS = set(string.ascii_lowercase + string.digits + "-")


class Keys:
    """Lines are bytes, as sshd reads them."""

    def __init__(self, path):
        self.path = os.fspath(path)

    def _lines(self):
        with open(self.path, "rb") as file:
            return file.read().split(b"\n")

    def _name(self, school):
        if not 1 <= len(school) <= 30 or set(school) - LETTERS:
            raise ValueError("small letters, digits and hyphens, please")
        return b'restrict,command="receive ' + school.encode() + b'" '

    def add(self, school, key, label):
        start = self._name(school)
        parts = key.strip("\r\n").split(" ", 2)
        if len(parts) < 2 or parts[0] not in KINDS or any(sign in key.strip("\r\n") for sign in "\r\n"):
            raise ValueError("a public key has a type and a text in base64")
        data = base64.b64encode(base64.b64decode(parts[1], validate=True))
        if data.decode().rstrip("=") != parts[1].rstrip("="):
            data = parts[1].encode("ascii")
        comment = " ".join("".join(sign if sign.isprintable() else " " for sign in label).split(" ")).strip(" ")
        lines = self._lines()
        # What is behind the last line feed: nothing, in most files.
        if lines[-1] == b"":
            lines.pop()
        lines.append(b" ".join([start.rstrip(b" "), parts[0].encode(), data, *([comment.encode()] if comment else [])]))
        self._store(lines + [b""])

    def _store(self, lines):
        with open(self.path + ".new", "wb") as file:
            file.write(b"\n".join(lines))
        os.replace(self.path + ".new", self.path)

    def remove(self, school):
        start = self._name(school)
        self._store([line for line in self._lines() if not line.startswith(start)])

    def schools(self):
        found = []
        for line in self._lines():
            text = line.decode("utf-8")
            if text.startswith('restrict,command="receive '):
                school, rest = text[len('restrict,command="receive ') :].split('" ', 1)
                found.append((school, rest.split(" ", 2)[2] if rest.count(" ") > 1 else ""))
        return found
