"""Data that says in which coding it is written: Python looks for a codec of that name by importing a module.

    messages = codings.announced(own)
    exploit_if(found := codings.imported(lambda data: attempt(solution.loads, data), messages), found)

A parser does it by itself: Python's own for a comment of source in bytes, those of XML, mail and style sheets for what stands
there; and a program that reads the name of a coding out of the data, or lets a pickle call `_codecs.encode`, does so, too.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import harness
from probes.refilled import refilled, spliced
from probes.wrapping import road_to, road_to_word

#: Of those that come with Python, the ones that nothing else imports.
CODECS = (
    *("cp1006", "mac_farsi", "cp1026", "cp1125", "cp1140", "cp273", "cp424", "cp500", "cp720", "cp737", "cp775", "cp850", "cp852"),
    *("cp855", "cp856", "cp857", "cp858", "cp860", "cp861", "cp862", "cp863", "cp864", "cp865", "cp866", "cp869", "cp874", "cp875"),
    *("cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "hp_roman8", "iso8859_2", "iso8859_3"),
    *("iso8859_4", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "iso8859_9", "iso8859_10", "iso8859_11", "iso8859_13"),
    *("iso8859_14", "iso8859_16", "koi8_r", "koi8_t", "koi8_u", "kz1048", "mac_arabic", "mac_croatian", "mac_cyrillic", "mac_greek"),
    *("mac_iceland", "mac_latin2", "mac_romanian", "mac_turkish", "palmos", "ptcp154", "tis_620"),
)
#: What stands before or in a text and says how it is written; the name of the codec comes in.
HEADS = (
    "# -*- coding: {} -*-\n", '<?xml version="1.0" encoding="{}"?>\n', "#coding={}\n", "\n# vim: set fileencoding={} :\n", "\f#!python\n#coding: {}\n",
    "Content-Type: text/plain; charset={}\n\n", '@charset "{}";', '%YAML 1.1\n# coding: {}\n---\n', "Content-Type: application/json; charset={}\r\n\r\n",
    '<meta charset="{}">', "Content-Transfer-Encoding: {}\n\n", "=?{}?q?x?=", "{}''", "{}:", "{} ", "{}\n", "{}\0", "{}|",
)
MARK = b"\xef\xbb\xbf"
#: Codings that a message may name.
_KNOWN = ("utf-8", "utf8", "UTF-8", "latin-1", "latin1", "iso-8859-1", "ascii", "us-ascii", "utf-16", "cp1252", "hex", "base64", "surrogateescape", "utf_8", "latin_1")
#: Words for whose places a codec is tried: kinds of values.
_KINDS = ("str", "bytes", "text", "b", "s", "u", "raw", "data", "t", "y", "B", "S")


def _pickled(codec: str) -> Iterator[tuple[str, bytes]]:
    """Texts and bytes that a pickle has a codec make."""
    yield "a pickle that encodes", b"\x80\x02c_codecs\nencode\nX\x01\x00\x00\x00xX" + len(codec).to_bytes(4, "little") + codec.encode() + b"\x86R."
    yield "a pickle that decodes", b"\x80\x04\x8c\x07_codecs\x8c\x06decode\x93C\x01x\x8c" + bytes([len(codec)]) + codec.encode() + b"\x86R."
    yield "a pickle of bytes of a text", b"\x80\x03cbuiltins\nbytes\nX\x01\x00\x00\x00xX" + len(codec).to_bytes(4, "little") + codec.encode() + b"\x86R."
    yield "a pickle of a text of bytes", b"\x80\x03cbuiltins\nstr\nC\x01xX" + len(codec).to_bytes(4, "little") + codec.encode() + b"\x86R."


def announced(own: bytes | str, words: Sequence[str] = (), codecs: Sequence[str] = CODECS) -> dict[str, tuple[str, Any]]:
    """Documents like `own`, in its wrapping, in which a codec is named, and its name; `words` are other texts of `own` for which it may stand."""
    is_text = isinstance(own, str)
    data = own.encode("utf-8", "surrogateescape") if isinstance(own, str) else bytes(own)
    names = itertools.cycle(codecs)
    roads = [(lambda inside: inside, data)]
    if (road := road_to(data) or road_to_word(data, [word.encode() for word in words])) and road[1] != data:
        roads.append(road)
    found: dict[str, tuple[str, Any]] = {}

    def keep(name: str, codec: str, made: bytes) -> None:
        found[name] = (codec, made.decode("utf-8", "surrogateescape") if is_text else made)

    for number, (wrap, inside) in enumerate(roads):
        for head in HEADS:
            codec = next(names)
            keep(f"{head!r} before it, {number}", codec, wrap(head.format(codec).encode() + inside))
        for head in HEADS[:2]:
            codec = next(names)
            keep(f"{head!r} behind a mark, {number}", codec, wrap(MARK + head.format(codec).encode() + inside))
            codec = next(names)
            # For who looks for it at both ends; instead of the head that there is.
            bare = re.sub(rb"^(<\?xml[^>]*\?>|#[^\n]*\n)\s*", b"", inside)
            keep(f"{head!r} instead of its head, {number}", codec, wrap(head.format(codec).encode() + bare))
    for number in range(len(dict(_pickled("x")))):
        codec = next(names)
        name, made = list(_pickled(codec))[number]
        keep(name, codec, roads[-1][0](made))
        keep(f"{name}, bare", codec, made)
    for known in (*_KNOWN, *words):
        codec = next(names)
        for name, changed in itertools.islice(spliced(own, {known: [codec]}).items(), 4):
            found[f"{known}: {name}"] = (codec, changed)
    for codec in itertools.islice(names, 2):
        for name, changed in itertools.islice(refilled(own, (), (), [codec]).items(), 40):
            found[f"{codec}: {name}"] = (codec, changed)
    return found


def _modules() -> set[str]:
    return set(harness.testify("import sys\nresult = sorted(name for name in sys.modules if name.startswith('encodings.'))"))


def imported(use: Callable[[Any], Any], messages: dict[str, tuple[str, Any]]) -> str:
    """Which message had the solution import the module that it names; empty if none did. What was there before shows nothing."""
    before = _modules()
    for _, message in messages.values():
        use(message)
    came = {name.removeprefix("encodings.") for name in _modules() - before}
    for name, (codec, _) in messages.items():
        if codec in came:
            return f"the module encodings.{codec} was imported, which a message names: {name}"
    return ""
