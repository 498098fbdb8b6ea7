"""Finds out how a piece of data was wrapped, and wraps other data in the same way."""

from __future__ import annotations

import base64
import binascii
import bz2
import gzip
import hashlib
import json
import lzma
import re
import urllib.parse
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

Coding = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Layer:
    """One layer: how it is put on, and how it is taken off (raising ValueError or the like for what it is not)."""

    name: str
    wrap: Coding
    unwrap: Coding


def _strict(pattern: bytes, decode: Coding) -> Coding:
    def unwrap(data: bytes) -> bytes:
        if len(data) < 4 or not re.fullmatch(pattern, data):
            raise ValueError("other characters")
        return decode(data)

    return unwrap


def _standard(data: bytes) -> bytes:
    return base64.b64decode(data, validate=True)


def _safe(data: bytes) -> bytes:
    return base64.urlsafe_b64decode(data + b"=" * (-len(data) % 4))


def _bare(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def _percent_decoded(data: bytes) -> bytes:
    if b"%" not in data or not re.fullmatch(rb"(?:[\w.~+/@:,-]|%[0-9A-Fa-f]{2})+", data):
        raise ValueError("not percent-encoded")
    return urllib.parse.unquote_to_bytes(data)


LAYERS = [
    Layer("zlib", zlib.compress, zlib.decompress),
    Layer("gzip", lambda data: gzip.compress(data, mtime=0), gzip.decompress),
    Layer("bz2", bz2.compress, bz2.decompress),
    Layer("lzma", lzma.compress, lzma.decompress),
    Layer("hex", lambda data: data.hex().encode(), _strict(rb"(?:[0-9a-f]{2})+", binascii.unhexlify)),
    Layer("upper-case hex", lambda d: d.hex().upper().encode(), _strict(rb"(?:[0-9A-F]{2})+", binascii.unhexlify)),
    Layer("base64", base64.b64encode, _strict(rb"(?:[\w+/]{4})*(?:[\w+/]{2}[\w+/=]=)?", _standard)),
    Layer("base64 with lines", base64.encodebytes, _strict(rb"[A-Za-z0-9+/=\n]+\n", base64.b64decode)),
    Layer("URL-safe base64", base64.urlsafe_b64encode, _strict(rb"(?:[\w-]{4})*(?:[\w-]{2}[\w=-]=)?", _safe)),
    Layer("URL-safe base64, no padding", _bare, _strict(rb"[\w-]+", _safe)),
    Layer("base32", base64.b32encode, _strict(rb"[A-Z2-7]+=*", base64.b32decode)),
    Layer("base85", base64.b85encode, base64.b85decode),
    Layer("Ascii85", base64.a85encode, base64.a85decode),
    Layer("percent-encoding", lambda data: urllib.parse.quote(data, safe="").encode(), _percent_decoded),
]


def family(data: bytes) -> str | None:
    """What unwrapped data looks like: "pickle", "json", "yaml", "python", or None if it cannot be told."""
    if data[:1] == b"\x80" and data[1:2] <= b"\x05" and data[-1:] == b".":
        return "pickle"
    # A mac in front of a pickle may begin with any of these.
    if re.match(rb"(?s)[(\]}ciVKILNF].*\.$", data) and b"\n" in data and not re.search(rb"\n$|\x80[\2-\5]", data):
        return "pickle"
    if re.match(rb"\(['\"bu(]", data) and _is_text(data):
        return "python"
    if re.match(rb"\s*[\[{\"]", data) and _is_text(data):
        return "json" if b"'" not in data else "python"
    if re.match(rb"(---|[\w -]+:(\s|$)|- |!!)", data) and _is_text(data):
        return "yaml"
    return None


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _digest_layer(algorithm: str, is_hex: bool, sign: bytes, is_first: bool) -> Layer:
    """A digest without a key, before or after the data that it is of."""

    def digest(data: bytes) -> bytes:
        made = hashlib.new(algorithm, data)
        return made.hexdigest().encode() if is_hex else made.digest()

    size = len(digest(b"")) + len(sign)

    def wrap(data: bytes) -> bytes:
        return digest(data) + sign + data if is_first else data + sign + digest(data)

    def unwrap(data: bytes) -> bytes:
        body = data[size:] if is_first else data[:-size]
        if not body or wrap(body) != data:
            raise ValueError("no such digest")
        return body

    return Layer(f"{algorithm} {'before' if is_first else 'after'}", wrap, unwrap)


def _checksum_layer(sign: bytes, is_hex: bool, is_first: bool) -> Layer:
    """CRC-32, before or after the data that it is of."""

    def checksum(data: bytes) -> bytes:
        return b"%08x" % zlib.crc32(data) if is_hex else zlib.crc32(data).to_bytes(4, "big")

    size = (8 if is_hex else 4) + len(sign)

    def wrap(data: bytes) -> bytes:
        return checksum(data) + sign + data if is_first else data + sign + checksum(data)

    def unwrap(data: bytes) -> bytes:
        body = data[size:] if is_first else data[:-size]
        if not body or wrap(body) != data:
            raise ValueError("no such checksum")
        return body

    return Layer(f"CRC-32 {'before' if is_first else 'after'}", wrap, unwrap)


#: Not tried where nothing is known of the wrapping.
_SLOW = {"bz2", "lzma"}
DIGESTS = [
    _digest_layer(algorithm, is_hex, sign, is_first)
    for algorithm in ("md5", "sha1", "sha256", "sha512")
    for is_hex in (True, False)
    for sign in (b"", b".", b":", b"|", b"--", b"\n", b"$", b"-")
    for is_first in (True, False)
] + [
    _checksum_layer(sign, is_hex, is_first)
    for sign in (b"", b".", b":", b"|", b"-")
    for is_hex in (True, False)
    for is_first in (True, False)
]


def layers_of(data: bytes, depth: int = 4) -> tuple[list[Layer], bytes] | None:
    """The layers, outermost first, down to data of a known family; None if there is no such road."""
    if family(data):
        return [], data
    if depth == 0:
        return None
    for layer in DIGESTS + LAYERS:
        try:
            inner = layer.unwrap(data)
        except (ValueError, OSError, EOFError, zlib.error, lzma.LZMAError, IndexError):
            continue
        if inner and inner != data and (found := layers_of(inner, depth - 1)):
            return [layer, *found[0]], found[1]
    return None


def _digest_of_the_inside(data: bytes) -> tuple[Coding, bytes] | None:
    """For `digest(inside) + sign + wrapped(inside)`: how it is put together, and the inside."""
    for sign in (b".", b":", b"|", b"--", b"$"):
        head, found, body = data.partition(sign)
        road = layers_of(body) if found and len(head) in (32, 40, 64, 128) else None
        for algorithm in ("md5", "sha1", "sha256", "sha512"):
            if road and hashlib.new(algorithm, road[1]).hexdigest().encode() == head:

                def put(
                    inside: bytes, layers: list[Layer] = road[0], name: str = algorithm, sign: bytes = sign
                ) -> bytes:
                    return hashlib.new(name, inside).hexdigest().encode() + sign + wrapped(inside, layers)

                return put, road[1]
    return None


def wrapped(data: bytes, layers: list[Layer]) -> bytes:
    """The data in these layers, outermost first."""
    for layer in reversed(layers):
        data = layer.wrap(data)
    return data


def road_to(own: bytes) -> tuple[Coding, bytes] | None:
    """How other data is wrapped like `own`, and what is inside `own`; None if that cannot be told."""
    found = layers_of(own)
    if found is None:
        return _digest_of_the_inside(own) or _behind_a_word(own)
    return (lambda data: wrapped(data, found[0])), found[1]


def road_to_word(own: bytes, words: Sequence[bytes], depth: int = 3) -> tuple[Coding, bytes] | None:
    """How other data is wrapped like `own`, whatever its format, down to where one of the words can be read."""
    if any(word in own for word in words if len(word) > 2):
        return (lambda data: data), own
    for layer in (DIGESTS + LAYERS) * (depth > 0):
        try:
            inner = layer.unwrap(own)
        except (ValueError, OSError, EOFError, zlib.error, lzma.LZMAError, IndexError):
            continue
        if inner and inner != own and (found := road_to_word(inner, words, depth - 1)):
            return (lambda data, layer=layer: layer.wrap(found[0](data))), found[1]
    return None


def _behind_a_word(own: bytes) -> tuple[Coding, bytes] | None:
    """For data behind a word that tells its version or format: `v2.eyJ…`."""
    beginning = _FORMAT.match(own)
    found = layers_of(own[beginning.end() :]) if beginning else None
    return (lambda data: own[: beginning.end()] + wrapped(data, found[0]), found[1]) if beginning and found else None


def of_other_formats(own: bytes, words: Iterable[str]) -> dict[str, Coding]:
    """Wrappings in which another word tells the format: one of the program's, or one that is next to it."""
    beginning = _FORMAT.match(own)
    found = layers_of(own[beginning.end() :]) if beginning else None
    if beginning is None or found is None:
        return {}
    word, sign = beginning[1].decode("latin-1"), beginning[2]
    near = [word[:-1] + str(int(word[-1]) + step) for step in (-1, 1) if word[-1:].isdigit() and word[-1] != "9"]
    others = dict.fromkeys([*near, *(one.removesuffix(sign.decode()) for one in words), *_FORMAT_WORDS])
    return {
        f"as {other!r}": lambda data, other=other: other.encode() + sign + wrapped(data, found[0])
        for other in others
        if len(other) < 12 and other != word
    }


_FORMAT = re.compile(rb"([A-Za-z][\w-]{0,11}?|[0-9])([.:|;,~!$/\n -]|(?=[{\[(\x80]))")
_FORMAT_WORDS = ("pickle", "pkl", "p", "P", "b", "raw", "0", "1", "2", "v1", "v2", "yaml", "python")


def repacked(own: bytes | str, pickles: dict[str, bytes], texts: dict[str, bytes]) -> dict[str, Any]:
    """The hostile data in the wrapping of `own`; in every single layer as well when its wrapping is not understood.

    For a str, what is not text is left out: no cookie, form or JSON document can hold it.
    """
    road = road_to(own.encode("utf-8", "surrogateescape") if isinstance(own, str) else bytes(own))
    kind = family(road[1]) if road else None
    candidates = dict({"pickle": pickles, "python": texts | pickles}.get(kind or "", pickles | texts))
    if road is not None:
        if kind == "pickle" and pickles:
            name, first = next(iter(pickles.items()))
            candidates[f"{name}, behind own data"] = road[1][:-1] + b"0" + first
            candidates[f"{name}, before own data"] = first[:-1] + b"0" + road[1]
        made = {name: road[0](data) for name, data in candidates.items()}
    else:
        made = dict(candidates)
        for layer in LAYERS:
            if layer.name not in _SLOW:
                made |= {f"{name}, {layer.name}": layer.wrap(data) for name, data in candidates.items()}
    if isinstance(own, str):
        return {name: data.decode() for name, data in made.items() if _is_text(data)}
    return made


def embedded(own: bytes | str, pickles: dict[str, bytes], calls: list[tuple[str, str]]) -> dict[str, Any]:
    """Hostile documents made of one in JSON that the solution wrote itself: its texts are replaced, one or two at once.

    A text that is packed (base64 of a pickle, say) gets each pickle in the same wrapping; of two texts, or a key and a
    text, one becomes the name of a function and the other its argument, for documents that name types.
    """
    data = own.encode("utf-8", "surrogateescape") if isinstance(own, str) else bytes(own)
    road = road_to(data)
    try:
        document = json.loads(road[1]) if road else None
    except ValueError:
        return {}
    if road is None or not isinstance(document, (dict, list)):
        return {}
    texts = list(leaves(document))
    found: dict[str, Any] = {}
    for place, text in texts:
        if inner := road_to(text.encode()):
            for name, payload in pickles.items():
                packed = inner[0](payload)
                if _is_text(packed):
                    found[f"{name}, within"] = replaced(document, {place: packed.decode()})
        for function, argument in calls:
            for other, _ in texts:
                if other != place and len(found) < _MOST_EMBEDDED:
                    found[f"{function} at {place}, argument at {other}"] = replaced(
                        document, {place: function, other: argument}
                    )
    made = {name: road[0](json.dumps(one).encode()) for name, one in found.items()}
    return {name: one.decode() for name, one in made.items()} if isinstance(own, str) else made


def invented(own: bytes | str, words: Iterable[str], calls: list[tuple[str, str]]) -> dict[str, Any]:
    """Mappings in JSON that name a function, by words of the program, in the wrapping of `own`.

    They are for programs that make objects of mappings with a certain key, though they never write one.
    """
    road = road_to(own.encode("utf-8", "surrogateescape") if isinstance(own, str) else bytes(own))
    if road is None or family(road[1]) != "json":
        return {}
    names = [word for word in dict.fromkeys(words) if re.fullmatch(r"[\w$@!#:./-]{1,24}", word)]
    tags = [word for word in names if _TAG.search(word)][:6]
    found = {}
    for tag in tags:
        for function, argument in calls:
            made: list[dict[str, Any]] = [{tag: function}]
            for other in [word for word in names if word != tag][:12]:
                made += [{tag: function, other: [argument]}, {tag: function, other: argument}]
            for number, one in enumerate(made):
                found[f"{function} by {tag!r}, {number}"] = one
    documents = {name: json.dumps(one).encode() for name, one in islice(found.items(), _MOST_EMBEDDED)}
    made = {name: road[0](data) for name, data in documents.items()}
    return {name: data.decode() for name, data in made.items()} if isinstance(own, str) else made


#: Keys by which programs mark what is to become an object.
_TAG = re.compile(r"(?i)^[_$@!#]|class|type|object|func|call|cls|module|py")
_MOST_EMBEDDED = 100
#: Where a text of a document is: keys and indices from the top, and whether it is a key itself.
_Place = tuple[tuple[str | int, ...], bool]


def leaves(value: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[_Place, str]]:
    """The texts of a JSON document, keys included, with their places."""
    if isinstance(value, str):
        yield (way, False), value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield ((*way, key), True), key
            yield from leaves(item, (*way, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from leaves(item, (*way, number))


def replaced(value: Any, new: dict[_Place, str], way: tuple[str | int, ...] = ()) -> Any:
    """The document with other texts in these places."""
    if isinstance(value, dict):
        return {new.get(((*way, key), True), key): replaced(item, new, (*way, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [replaced(item, new, (*way, number)) for number, item in enumerate(value)]
    return new.get((way, False), value)
