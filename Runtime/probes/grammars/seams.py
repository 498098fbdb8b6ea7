"""Sealed texts whose key is a word joined with a part of the text, without a border between the two.

The attacker has a word of his own that is longer than the secret one by a few signs, and has the program seal with it;
then he moves these signs to the part of the text that stands next to the word in what is hashed. The seal stays right,
and the text is one of the shorter word. Or the other way round: his word is shorter, and a text whose part begins with
what is missing is cut there.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Iterator

from probes.grammars.ranked import in_turn

#: What the longer word has more: signs of hex, digits, blanks; what is blank at the head of JSON in base64; a border.
_MORE = ("7", "a", "00", " ", "ICAg", "7f7f", "0" * 8, ".", ":", "|", "\n", "\0", "-", "AAAA", "20202020")
_BORDERS = re.compile(r"([^\w=+/-]+|[_-]|$)")


def _hex(text: str) -> bytes:
    return binascii.unhexlify(text)


def _base64(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)


def _url_safe(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


#: How a part may be packed, and packed again.
_PACKED: tuple[tuple[Callable[[str], bytes], Callable[[bytes], str]], ...] = (
    (_hex, bytes.hex),
    (_hex, lambda data: data.hex().upper()),
    (_base64, lambda data: base64.b64encode(data).decode()),
    (_url_safe, lambda data: base64.urlsafe_b64encode(data).decode()),
    (_url_safe, lambda data: base64.urlsafe_b64encode(data).decode().rstrip("=")),
    (base64.b32decode, lambda data: base64.b32encode(data).decode()),
    (base64.b85decode, lambda data: base64.b85encode(data).decode()),
)
#: Where parts of one packed whole may end: salts of common sizes, and seals behind it.
_CUTS = (0, 4, 8, 12, 16, 20, 24, 32)


def seams(word: str, write: Callable[[str], str | None], tries: int = 10) -> Iterator[str]:
    """Texts that may count as sealed with `word`; `write(other)` gives one that is sealed with another word.

    The attacker does not know the word: he has one that is called alike, such as "allegro-711" beside "allegro-71".
    """
    streams = []
    for more in _MORE:
        streams += [_longer(write(word + more), more, True), _longer(write(more + word), more, False)]
    yield from in_turn(*streams, _shorter(word, write, tries))


def moved(text: str | None, more: str, behind: bool) -> Iterator[str]:
    """A text that is sealed with a word that has `more` behind it, or in front of it, for the word without that."""
    yield from _longer(text, more, behind)


def _parts(text: str) -> Iterator[tuple[str, str, str]]:
    """Each part of the text, with what is before and behind it; the whole is one, too."""
    place = 0
    for piece in _BORDERS.split(text):
        if piece and not _BORDERS.fullmatch(piece):
            yield text[:place], piece, text[place + len(piece) :]
        place += len(piece)
    yield "", text, ""


def _longer(text: str | None, more: str, behind: bool) -> Iterator[str]:
    """The signs that the word has more come to the head of a part; those in front of the word to its end."""
    for before, part, after in _parts(text) if text else ():
        yield before + (more + part if behind else part + more) + after
        for unpack, pack in _PACKED:
            try:
                data = unpack(part)
            except (ValueError, binascii.Error):
                continue
            if pack(data) != part:
                continue
            for cut in _CUTS if len(data) > 12 else _CUTS[:1]:
                place = cut if behind else len(data) - cut
                if 0 <= place <= len(data):
                    yield before + pack(data[:place] + more.encode() + data[place:]) + after


def _shorter(word: str, write: Callable[[str], str | None], tries: int) -> Iterator[str]:
    """A word without its last or first sign, which a part of the text happens to begin or to end with."""
    for missing, other, behind in ((word[-1], word[:-1], True), (word[0], word[1:], False)):
        for _ in range(tries):
            for before, part, after in _parts(write(other) or ""):
                if behind and part.startswith(missing):
                    yield before + part[1:] + after
                if not behind and part.endswith(missing):
                    yield before + part[:-1] + after
