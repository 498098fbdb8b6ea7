"""Makes the settings module of a scoreboard."""

import math
import re

NAME = re.compile(r"[A-Z][A-Z0-9_]*")


def _one_line(text):
    """A text as it may stand in a comment: without line breaks, control characters and the like."""
    if not isinstance(text, str):
        raise ValueError("a text is expected")
    text = "".join(" " if sign < " " or sign in "\x7f\x85\u2028\u2029" else sign for sign in text)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise ValueError("not a text") from problem
    return text.strip()


def _literal(value):
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return str(value) if value.bit_length() < 4000 else hex(value)
    if isinstance(value, float):
        if math.isnan(value):
            return "1e999 - 1e999"
        return float.__repr__(value).replace("inf", "1e999")
    if isinstance(value, str):
        return ascii(str(value))
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "[" + ", ".join(map(_literal, value)) + "]"
    raise ValueError(f"such a value is not possible: {value!r}")


class Settings:
    def __init__(self, club):
        # so that the people who look after the boards see whose module it is
        self._head = f"# Scoreboard of {_one_line(club)} - made by the web page, do not edit"
        self._doc = _literal(str(club))
        self._lines = {}

    def put(self, name, value, note=""):
        if not isinstance(name, str) or not NAME.fullmatch(name):
            raise ValueError(f"not the name of a setting: {name!r}")
        line = f"{name} = {_literal(value)}"
        note = _one_line(note)
        self._lines[name] = f"{line}  # {note}" if note else line

    def source(self):
        return "\n".join([self._head, self._doc, *self._lines.values(), ""])
