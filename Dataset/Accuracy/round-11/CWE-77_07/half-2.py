import base64
import string
from pathlib import Path

TYPES = ("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256")
LETTERS = frozenset(string.ascii_lowercase + string.digits + "-")
START = 'restrict,command="receive '


class Keys:
    def __init__(self, path):
        self._path = Path(path)

    # ---- the file: lines end with a line feed, and with nothing else

    def _read(self):
        return self._path.read_bytes().decode("utf-8").split("\n")

    def _write(self, lines):
        with open(self._path, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(lines))

    # ---- the three texts

    @staticmethod
    def _check_school(school):
        if not 1 <= len(school) <= 30 or not LETTERS.issuperset(school):
            raise ValueError("not the name of a school")

    @staticmethod
    def _check_key(key):
        key = key.removesuffix("\n").removesuffix("\r")
        if any(sign in key for sign in "\n\r\0"):
            raise ValueError("more than one line")
        parts = key.split(None, 2)
        if len(parts) < 2 or parts[0] not in TYPES:
            raise ValueError("not a public key")
        kind, data = parts[:2]
        raw = base64.b64decode(data.encode("ascii"), validate=True)
        head = kind.encode()
        if raw[:4 + len(head)] != len(head).to_bytes(4, "big") + head:
            raise ValueError("the type does not fit the key")
        return kind, data

    @staticmethod
    def _clean(label):
        # everything that is a line break for anybody becomes a blank,
        # and so do the other control characters
        label = " ".join(label.splitlines())
        return "".join(" " if ord(c) < 32 or 127 <= ord(c) < 160 else c for c in label)

    # ---- what is asked for

    def add(self, school, key, label):
        self._check_school(school)
        parts = [f'{START}{school}"', *self._check_key(key)]
        label = self._clean(label)
        if label:
            parts.append(label)
        lines = self._read()
        if lines[-1] == "":
            lines.pop()                 # what is behind the last line feed
        self._write([*lines, " ".join(parts), ""])

    def remove(self, school):
        self._check_school(school)
        own = f'{START}{school}" '
        self._write([line for line in self._read() if not line.startswith(own)])

    def schools(self):
        result = []
        for line in self._read():
            if line.startswith(START):
                school, quote, rest = line[len(START):].partition('" ')
                if quote and LETTERS.issuperset(school):
                    label = rest.split(" ", 2)[2:]
                    result.append((school, label[0] if label else ""))
        return result
