"""The file authorized_keys of the seismograph server."""
import base64
import re
import unicodedata

NAME = re.compile(r"[a-z0-9-]{1,30}")
KINDS = {"ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"}
ENTRY = re.compile(
    r'restrict,command="receive (?P<school>[a-z0-9-]{1,30})"'
    r" (?P<kind>[a-z0-9-]+) (?P<data>[A-Za-z0-9+/=]+)(?: (?P<label>.*))?",
    re.DOTALL,
)
INVISIBLE = {"Cc", "Cf", "Zl", "Zp"}


class Keys:
    def __init__(self, path):
        self.path = path

    # the file

    def _lines(self):
        with open(self.path, encoding="utf-8", newline="\n") as file:
            lines = file.read().split("\n")
        if lines[-1] == "":
            lines.pop()
        return lines

    def _save(self, lines):
        with open(self.path, "w", encoding="utf-8", newline="\n") as file:
            file.write("".join(line + "\n" for line in lines))

    # what is typed in

    @staticmethod
    def _school(text):
        if not isinstance(text, str) or NAME.fullmatch(text) is None:
            raise ValueError("not the name of a school: %r" % (text,))
        return text

    @staticmethod
    def _key(text):
        text = text.strip()
        if len(text.splitlines()) != 1:
            raise ValueError("a key is one line")
        kind, data, *_ = text.split(maxsplit=2) + ["", ""]
        if kind not in KINDS or not re.fullmatch(r"[A-Za-z0-9+/]+={0,2}", data):
            raise ValueError("not a public key")
        blob = base64.b64decode(data, validate=True)
        length = int.from_bytes(blob[:4], "big")
        if blob[4:4 + length] != kind.encode("ascii"):
            raise ValueError("type and key do not fit")
        return kind, data

    @staticmethod
    def _label(text):
        return "".join(c for c in text if unicodedata.category(c) not in INVISIBLE)

    # what can be done

    def add(self, school, key, label):
        school = self._school(school)
        kind, data = self._key(key)
        label = self._label(label)
        line = f'restrict,command="receive {school}" {kind} {data}'
        if label:
            line += f" {label}"
        self._save(self._lines() + [line])

    def remove(self, school):
        school = self._school(school)
        lines = self._lines()
        kept = []
        for line in lines:
            entry = ENTRY.fullmatch(line)
            if entry is None or entry["school"] != school:
                kept.append(line)
        if kept != lines:
            self._save(kept)

    def schools(self):
        entries = map(ENTRY.fullmatch, self._lines())
        return [(e["school"], e["label"] or "") for e in entries if e]
