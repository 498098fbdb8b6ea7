"""What sshd reads in a file `authorized_keys` (sshd(8), and `auth2-pubkeyfile.c`, `auth-options.c` and `sshkey.c` of OpenSSH).

A line is passed over where it holds no key, names an option that there is not, or gives one in a form that there is not.
"""

from __future__ import annotations

import base64
import binascii
import struct
from dataclasses import dataclass

TYPES = ("ssh-ed25519", "ssh-rsa", "ssh-dss", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521")
_BLANKS = " \t"
_FLAGS = ("cert-authority", "restrict", "port-forwarding", "agent-forwarding", "x11-forwarding", "pty", "user-rc", "touch-required",
    "verify-required")
_NEGATED = tuple(f"no-{flag}" for flag in _FLAGS[2:])
_VALUED = ("command", "principals", "from", "expiry-time", "environment", "permitopen", "permitlisten", "tunnel")
#: Twice, these make sshd pass the line over.
_ONCE = ("command", "principals", "from")


@dataclass(frozen=True)
class Key:
    """A key with which somebody is let in; options are in small letters, with their value or "", in their order."""

    options: tuple[tuple[str, str], ...]
    kind: str
    blob: bytes


def read(data: bytes) -> list[Key]:
    """The keys of a file, line by line. Whatever follows a NUL in its line does not count, as in C."""
    found = []
    for line in data.split(b"\n"):
        text = line.partition(b"\0")[0].decode("utf-8", "surrogateescape").lstrip(_BLANKS)
        if not text or text.startswith("#"):
            continue
        key = _key((), text)
        if key is None:
            end = _end_of_options(text)
            options = _options(text[:end])
            key = None if options is None else _key(options, text[end:].lstrip(_BLANKS))
        if key is not None:
            found.append(key)
    return found


def made(kind: str, seed: int) -> str:
    """A key of this type in base64, of the form that it has; another one for each seed below 256."""
    body = bytes((seed * 37 + place * 11) % 256 for place in range(128))
    parts = {
        "ssh-rsa": (b"\1\0\1", b"\0\x9d" + body),
        "ecdsa-sha2-nistp256": (b"nistp256", b"\4" + body[:64]),
    }.get(kind, (body[:32],))
    return base64.b64encode(b"".join(struct.pack(">I", len(part)) + part for part in (kind.encode(), *parts))).decode()


def _word(text: str) -> tuple[str, str]:
    size = next((place for place, sign in enumerate(text) if sign in _BLANKS), len(text))
    return text[:size], text[size:].lstrip(_BLANKS)


def _key(options: tuple[tuple[str, str], ...], text: str) -> Key | None:
    kind, rest = _word(text)
    if kind not in TYPES:
        return None
    data = _word(rest)[0]
    try:
        # Blanks of other kinds within do not count.
        blob = base64.b64decode("".join(data.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return Key(options, kind, blob) if blob[4 : 4 + len(kind)] == kind.encode() else None


def _end_of_options(text: str) -> int:
    place, quoted = 0, False
    while place < len(text) and (quoted or text[place] not in _BLANKS):
        if text.startswith('\\"', place):
            place += 1
        elif text[place] == '"':
            quoted = not quoted
        place += 1
    return min(place, len(text))


def _options(text: str) -> tuple[tuple[str, str], ...] | None:
    """The options that stand in the text; None if sshd does not take all of it."""
    found: list[tuple[str, str]] = []
    while text:
        lowered = text.lower()
        flag = next((one for one in (*_FLAGS, *_NEGATED) if lowered.startswith(one) and lowered[len(one) :][:1] in ("", ",")), None)
        name = next((one for one in _VALUED if lowered.startswith(one + "=")), None)
        if flag is not None:
            found.append((flag, ""))
            text = text[len(flag) :]
        elif name is not None:
            value, rest = _dequoted(text[len(name) + 1 :])
            if value is None or name in _ONCE and any(one == name for one, _ in found):
                return None
            found.append((name, value))
            text = rest
        else:
            return None
        if text and not text.startswith(",") or text == ",":
            return None
        text = text[1:]
    return tuple(found)


def _dequoted(text: str) -> tuple[str | None, str]:
    if not text.startswith('"'):
        return None, text
    value, place = "", 1
    while place < len(text) and text[place] != '"':
        if text.startswith('\\"', place):
            place += 1
        value += text[place]
        place += 1
    return (value, text[place + 1 :]) if place < len(text) else (None, text)
