"""The keys of the schools' seismographs in authorized_keys."""
import base64
import re

_KEY_TYPES = {"ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"}
_BREAKS = {0x7F, 0x85, 0x2028, 0x2029}


class Entry:
    """A line of a school: exactly these options, a key, and perhaps a label."""

    FORM = re.compile(r'restrict,command="receive ([a-z0-9-]{1,30})" ([^ ]+ [^ ]+)(?: (.*))?', re.DOTALL)

    def __init__(self, school, key, label):
        self.school, self.key, self.label = school, key, label

    @classmethod
    def read(cls, line):
        found = cls.FORM.fullmatch(line)
        return found and cls(found[1], found[2], found[3] or "")

    def __str__(self):
        line = f'restrict,command="receive {self.school}" {self.key}'
        return f"{line} {self.label}" if self.label else line


def school_name(text):
    if not isinstance(text, str) or re.fullmatch(r"[a-z0-9-]{1,30}", text) is None:
        raise ValueError("a school has a name of 1 to 30 small letters, digits and hyphens")
    return text


def label_text(text):
    if not isinstance(text, str) or any(ord(c) < 0x20 or ord(c) in _BREAKS for c in text):
        raise ValueError("a label is a text of one line")
    return text


def public_key(text):
    if not isinstance(text, str):
        raise ValueError("a key is a text")
    lines = text.strip("\r\n").splitlines()
    if len(lines) != 1:
        raise ValueError("a key is one line")
    words = lines[0].split()
    if len(words) < 2 or words[0] not in _KEY_TYPES:
        raise ValueError("a key begins with its type")
    if re.fullmatch(r"[A-Za-z0-9+/]+={0,2}", words[1]) is None:
        raise ValueError("a key is written in base64")
    base64.b64decode(words[1], validate=True)       # binascii.Error is a ValueError
    return f"{words[0]} {words[1]}"


class Keys:
    def __init__(self, path):
        self._path = path

    def _read(self):
        """The lines of the file, as sshd sees them: only a line feed ends one."""
        with open(self._path, encoding="utf-8", newline="") as file:
            text = file.read()
        lines = text.split("\n")
        if not lines[-1]:
            lines.pop()
        return lines

    def _write(self, lines):
        with open(self._path, "w", encoding="utf-8", newline="") as file:
            file.write("".join(line + "\n" for line in lines))

    def add(self, school, key, label):
        entry = Entry(school_name(school), public_key(key), label_text(label))
        self._write([*self._read(), str(entry)])

    def remove(self, school):
        school_name(school)
        kept = []
        for line in self._read():
            entry = Entry.read(line)
            if entry is None or entry.school != school:
                kept.append(line)
        self._write(kept)

    def schools(self):
        entries = map(Entry.read, self._read())
        return [(entry.school, entry.label) for entry in entries if entry]
