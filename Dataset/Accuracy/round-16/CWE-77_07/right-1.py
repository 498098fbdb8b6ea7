"""authorized_keys as bytes: a line is what stands between two line feeds, nothing else."""
import base64
import dataclasses
import os
import re
import struct

_TYPES = {"ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"}
_HEAD = b'restrict,command="receive '
_ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


class Unusable(ValueError):
    pass


def _is_school(name):
    return isinstance(name, str) and 1 <= len(name) <= 30 and _ALPHABET.issuperset(name)


@dataclasses.dataclass(frozen=True)
class Seismograph:
    school: str
    kind: str
    blob: bytes
    label: str

    @classmethod
    def of(cls, school, key, label):
        if not _is_school(school):
            raise Unusable("school")
        if not isinstance(key, str) or not isinstance(label, str):
            raise Unusable("texts, please")
        lines = [line for line in re.split(r"[\r\n]", key) if line.strip()]
        if len(lines) != 1:
            raise Unusable("one key, please")
        kind, _, rest = lines[0].strip(" \t").partition(" ")
        if kind not in _TYPES:
            raise Unusable("type of the key")
        encoded = (rest.split() or [""])[0]
        try:
            blob = base64.b64decode(encoded.encode("ascii"), validate=True)
            (length,) = struct.unpack_from(">I", blob)
        except (ValueError, struct.error):
            raise Unusable("key") from None
        if blob[4:4 + length] != kind.encode() or base64.b64encode(blob).decode() != encoded:
            raise Unusable("key of another type")
        # what cannot be seen becomes a sign that can
        clean = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in label)
        return cls(school, kind, blob, clean)

    @classmethod
    def read(cls, line):
        """The seismograph of a line, or None for one of our own lines."""
        if not line.startswith(_HEAD):
            return None
        school, quote, rest = line[len(_HEAD):].partition(b'" ')
        kind, _, rest = rest.partition(b" ")
        blob, _, label = rest.partition(b" ")
        try:
            found = cls(school.decode("ascii"), kind.decode("ascii"),
                        base64.b64decode(blob, validate=True), label.decode("utf-8"))
        except ValueError:
            return None
        return found if quote and blob and _is_school(found.school) and found.kind in _TYPES else None

    def __bytes__(self):
        parts = [_HEAD + self.school.encode() + b'"', self.kind.encode(), base64.b64encode(self.blob)]
        if self.label:
            parts.append(self.label.encode("utf-8"))
        return b" ".join(parts)


class Keys:
    def __init__(self, path):
        self._path = os.path.realpath(path)

    def _load(self):
        with open(self._path, "rb") as file:
            return file.read()

    def _store(self, content):
        aside = f"{self._path}.{os.getpid()}.new"
        status = os.stat(self._path)
        with open(aside, "wb") as file:
            os.fchmod(file.fileno(), status.st_mode & 0o7777)
            file.write(content)
        os.replace(aside, self._path)

    def add(self, school, key, label):
        new = bytes(Seismograph.of(school, key, label))
        old = self._load()
        self._store(old + (b"\n" if old and old[-1:] != b"\n" else b"") + new + b"\n")

    def remove(self, school):
        if not _is_school(school):
            raise Unusable("school")

        def stays(line):
            device = Seismograph.read(line.rstrip(b"\n"))
            return device is None or device.school != school

        self._store(b"".join(filter(stays, re.findall(rb"[^\n]*\n|[^\n]+\Z", self._load()))))

    def schools(self):
        devices = map(Seismograph.read, self._load().split(b"\n"))
        return [(device.school, device.label) for device in devices if device]
