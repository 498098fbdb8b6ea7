"""The class that writes authorized_keys for the seismographs."""
import base64
import re
import unicodedata

NAME = r"[a-z0-9-]{1,30}"
KEY = r"(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp256) [A-Za-z0-9+/]+={0,2}"
LINE = re.compile(rf'restrict,command="receive ({NAME})" ({KEY})(?: (.*))?', re.DOTALL)
PUB = re.compile(rf"({KEY})(?:[ \t][^\r\n]*)?\r?\n?")
BREAKS = {"Cc", "Zl", "Zp"}         # control signs, line and paragraph separators


class Keys:
    def __init__(self, path):
        self.path = path

    def _read(self):
        with open(self.path, encoding="utf-8", newline="\n") as file:
            return file.read()

    def _write(self, text):
        with open(self.path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)

    @staticmethod
    def _name(school):
        if not isinstance(school, str) or re.fullmatch(NAME, school) is None:
            raise ValueError("1 to 30 small letters, digits and hyphens")
        return school

    def add(self, school, key, label):
        self._name(school)
        pub = PUB.fullmatch(key) if isinstance(key, str) else None
        if pub is None:
            raise ValueError("this is not the text of one .pub file")
        base64.b64decode(pub[1].split(" ")[1], validate=True)
        if not isinstance(label, str) or any(unicodedata.category(c) in BREAKS for c in label):
            raise ValueError("a label is of one line")
        text = self._read()
        if text and not text.endswith("\n"):
            text += "\n"
        comment = " " + label if label else ""
        self._write(f'{text}restrict,command="receive {school}" {pub[1]}{comment}\n')

    def remove(self, school):
        self._name(school)
        lines = self._read().split("\n")
        kept = [line for line in lines if (LINE.fullmatch(line) or [None] * 2)[1] != school]
        if len(kept) != len(lines):
            self._write("\n".join(kept))

    def schools(self):
        found = map(LINE.fullmatch, self._read().split("\n"))
        return [(m[1], m[3] or "") for m in found if m]
