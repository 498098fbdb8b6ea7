"""authorized_keys, read with a small machine for the options and put anew in
its place by a rename."""
import base64
import dataclasses
import os
import pathlib
import re
import shutil
import struct
import tempfile
import threading

OPTIONS = re.compile('restrict,command="receive (?P<school>[a-z0-9-]{1,30})"')
KINDS = dict.fromkeys(["ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256"])


def cut_options(line):
    """The options of a line and what follows, cut at the first blank that is
    outside of quotes."""
    quoted = escaped = False
    for place, sign in enumerate(line):
        if escaped:
            escaped = False
        elif quoted and sign == "\\":
            escaped = True
        elif sign == '"':
            quoted = not quoted
        elif sign == " " and not quoted:
            return line[:place], line[place + 1:]
    return line, ""


@dataclasses.dataclass(frozen=True)
class Line:
    text: str
    school: str | None = None
    label: str = ""

    @classmethod
    def of(cls, text):
        options, rest = cut_options(text)
        found = OPTIONS.fullmatch(options)
        if not found:
            return cls(text)
        kind, _, rest = rest.partition(" ")
        data, _, label = rest.partition(" ")
        if not (kind and data):
            return cls(text)
        return cls(text, found["school"], label)


def check_key(key):
    """Reads the parts of the blob: a text that says the type, and others."""
    if not isinstance(key, str) or len(key.strip("\r\n").split("\n")) != 1:
        raise ValueError("a key in one line is needed")
    match key.strip().split(maxsplit=2):
        case [kind, data, *_] if kind in KINDS and re.fullmatch("[A-Za-z0-9+/]+={0,2}", data):
            blob = base64.b64decode(data, validate=True)
        case _:
            raise ValueError("a type and base64 are needed")
    parts, rest = [], blob
    while rest:
        if len(rest) < 4:
            raise ValueError("the key is cut off")
        length, = struct.unpack(">I", rest[:4])
        if length > len(rest) - 4:
            raise ValueError("the key is cut off")
        parts.append(rest[4:4 + length])
        rest = rest[4 + length:]
    if len(parts) < 2 or parts[0] != kind.encode():
        raise ValueError("the key is of another type")
    return kind, data


def check_label(label):
    if not isinstance(label, str) or re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029]", label):
        raise ValueError("a label of one line is needed")
    label.encode()                      # UnicodeEncodeError is a ValueError
    return label


def check_school(school):
    if not isinstance(school, str) or not re.fullmatch(OPTIONS, f'restrict,command="receive {school}"'):
        raise ValueError("a school's name is needed")
    return school


class Keys:
    _lock = threading.RLock()

    def __init__(self, path):
        self._path = pathlib.Path(os.path.realpath(path))

    def __iter__(self):
        text = self._path.read_bytes().decode("utf-8", "surrogateescape")
        yield from map(Line.of, text.removesuffix("\n").split("\n") if text else ())

    def _replace(self, lines):
        data = "".join(f"{line.text}\n" for line in lines).encode("utf-8", "surrogateescape")
        handle, new = tempfile.mkstemp(dir=self._path.parent, prefix=".keys")
        try:
            with open(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(self._path, new)
            os.replace(new, self._path)
        except BaseException:
            os.unlink(new)
            raise

    def add(self, school, key, label):
        words = [f'restrict,command="receive {check_school(school)}"', *check_key(key)]
        if check_label(label):
            words.append(label)
        with self._lock:
            self._replace([*self, Line(" ".join(words))])

    def remove(self, school):
        check_school(school)
        with self._lock:
            before = list(self)
            after = [line for line in before if line.school != school]
            if after != before:
                self._replace(after)

    def schools(self):
        return [(line.school, line.label) for line in self if line.school is not None]
