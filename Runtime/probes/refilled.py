"""A solution's own data with other values in some of its places: what a careless reader takes for its own."""

from __future__ import annotations

import ast
import base64
import codecs
import datetime
import io
import json
import marshal
import os
import pickle
import plistlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from probes import pickle_payloads
from probes.grammars.delimited import texts as delimited_texts
from probes.grammars.ranked import in_turn
from probes.wrapping import family, road_to, road_to_word

#: What pickles and Python's literals can hold without naming a class, and JSON cannot.
OTHER_KINDS: tuple[Any, ...] = ({2, 3}, (1, 2), frozenset({4}), bytearray(b"x"), 3j, {7: 1}, {None: 1}, {b"x": 1}, ...)
#: What may stand in the place of a name.
NO_NAMES: tuple[Any, ...] = (7, None, True, 0.5)
#: What a key that no program asks for stands for in `enlarged`.
MORE = ["more", {"than": "asked"}]
#: What the literals of formats can be besides plain values: of Python, TOML, YAML, property lists, XML-RPC, MessagePack's likes.
OTHER_LITERALS = (
    *("3-2j", "...", "1j", "{1, 2}", "(1, [2j])", "0j", "set()", "frozenset({1})", "[...]", "{...: 1j}", "b'x'", "12:30:00", "2031-04-05T06:07:08", "2031-04-05 06:07:08"),
    *("<dateTime.iso8601>20310405T06:07:08</dateTime.iso8601>", "<date>2031-04-05T06:07:08Z</date>", "!!set {a}", "!!timestamp 2031-04-05T06:07:08Z", "1+0j", "-1j", "(1j)", "1J", "Ellipsis", "range(3)", "NotImplemented"),
)
_SMALL = 32


class _Plain(pickle._Unpickler):
    """In Python: it reads what a hostile program wrote, and the one in C sets memory aside for what that claims."""

    def find_class(self, module: str, name: str) -> Any:
        # How pickles of the protocols before 3 write bytes.
        if (module, name) == ("_codecs", "encode"):
            return lambda text, coding="": text.encode("latin-1")
        if name == "bytes" and module in ("builtins", "__builtin__"):
            return bytes
        raise pickle.UnpicklingError(f"{module}.{name}")


_READERS: dict[str, tuple[Callable[[bytes], Any], Callable[[Any], bytes]]] = {
    "json": (json.loads, lambda value: json.dumps(value).encode()),
    "pickle": (lambda data: _Plain(io.BytesIO(data)).load(), lambda value: pickle.dumps(value, protocol=4)),
    "python": (lambda data: ast.literal_eval(data.decode()), lambda value: repr(value).encode()),
}


def refilled(
    own: bytes | str, values: Sequence[Any], names: Sequence[Any] = NO_NAMES, words: Iterable[str] = ()
) -> dict[str, Any]:
    """Documents like `own`, in its wrapping: one place has another value, or, where a text or a key was, another name.

    `words` are tried where a text is short: one may be a tag that the program reads and never writes. What the format
    of `own` cannot hold is left out.
    """
    return _rewritten(
        own, lambda document: in_turn(_with(document, values, names), _with_words(document, list(words)))
    )


def tagged(own: bytes | str, tags: Sequence[str], contents: Sequence[Any]) -> dict[str, Any]:
    """Documents like `own`, in its wrapping: where a list is of a short text and one thing more, both are replaced together."""

    def changes(document: Any) -> Iterator[tuple[str, Any]]:
        places = [way for way, is_key in islice(_places([document], ()), 60) if not is_key]
        for way in places:
            value = _at([document], way)
            if isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and len(value[0]) < _SMALL:
                for tag in tags:
                    for number, content in enumerate(contents):
                        yield f"{tag!r} and {number} at {way}", _put([document], way, False, [tag, content])[0]

    return _rewritten(own, changes)


def retagged(own: bytes, payload: bytes, signs: Iterable[str]) -> dict[str, bytes]:
    """Messages like `own`, in which a payload stands as a plain value: one of the signs in place of one shortly before it."""
    place = own.find(payload)
    known = list(dict.fromkeys(one.encode() for one in signs if len(one) == 1))
    places = range(place - 1, max(-1, place - 9), -1) if place > 0 else ()
    found = {}
    # First where one of the signs stands already.
    for before in sorted(places, key=lambda before: own[before : before + 1] not in known):
        for sign in known:
            found[f"{sign!r} {place - before} before it"] = own[:before] + sign + own[before + 1 :]
    return found


def enlarged(own: bytes | str) -> dict[str, Any]:
    """Documents like `own`, in its wrapping, with one more key in a dictionary, or other numbers where numbers are."""

    def changes(document: Any) -> Iterator[tuple[str, Any]]:
        places = [way for way, is_key in islice(_places(document, ()), 40) if not is_key]
        if isinstance(document, dict):
            yield "one more key", {**document, "more": MORE}
        for way in places:
            if isinstance(value := _at(document, way), dict):
                yield f"one more key at {way}", _put(document, way, False, {**value, "more": MORE})
            elif type(value) is int:
                yield f"more at {way}", _put(document, way, False, value + 9000)

    return _rewritten(own, changes)


def whole(kind: str, options: dict[str, Any], values: Sequence[Any]) -> dict[str, bytes]:
    """Documents of a kind and options in formats that cannot be read without danger; one option is one of the values."""
    found: dict[str, bytes] = {}
    for value in (*values, datetime.datetime(2024, 1, 31)):
        changed = {**options, "x": value}
        shapes = ((kind, changed), [kind, changed], {"kind": kind, "options": changed})
        for shape, document in enumerate(shapes):
            for name, write in (("marshal", marshal.dumps), ("a property list", _property_list)):
                try:
                    found[f"{value!r} in {name}, {shape}"] = write(document)
                except (TypeError, ValueError, OverflowError):
                    continue
    return found


def _property_list(document: Any) -> bytes:
    return plistlib.dumps(list(document) if isinstance(document, tuple) else document)


def spliced(own: bytes | str, known: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Texts like `own`, in its wrapping, with other text where a known word is: for formats of a program's own.

    Each word is looked for as it stands, and as a whole; `known` says what comes in its place.
    """
    data = own.encode("utf-8", "surrogateescape") if isinstance(own, str) else bytes(own)
    road = road_to_word(data, [word.encode() for word in known])
    if road is None:
        return {}
    found: dict[str, Any] = {}
    for place in range(max(map(len, known.values()))):
        for word, others in known.items():
            for other in others[place : place + 1]:
                pattern = rb"(?<![A-Za-z0-9])" + re.escape(word.encode()) + rb"(?![A-Za-z0-9])"
                if other.startswith("<"):
                    pattern = rb"<(\w+)>" + re.escape(word.encode()) + rb"</\1>"
                changed = re.sub(pattern, lambda _, other=other: other.encode(), road[1])
                if changed != road[1]:
                    made = road[0](changed)
                    found[f"{word!r} becomes {place}"] = made.decode() if isinstance(own, str) else made
    return found


#: How a text may stand within a document, besides as it is.
_CODINGS: tuple[Callable[[bytes], bytes], ...] = (
    lambda text: text,
    lambda text: text.hex().encode(),
    lambda text: text.hex().upper().encode(),
    base64.b64encode,
    lambda text: base64.b64encode(text).rstrip(b"="),
    base64.b32encode,
    lambda text: text[::-1],
    lambda text: b"".join(b"%%%02x" % one for one in text),
    lambda text: ", ".join(map(str, text)).encode(),
    lambda text: ",".join(map(str, text)).encode(),
    lambda text: " ".join(map(str, text)).encode(),
    lambda text: codecs.encode(text.decode(), "rot13").encode(),
    lambda text: text.decode().encode("utf-16-le"),
    lambda text: text.decode().encode("utf-32-le"),
)


def respelt(own: bytes | str, word: str, others: Iterable[str]) -> dict[str, Any]:
    """Documents like `own`, in its wrapping, with other words for one that stands there in a coding of its own (hex, base64, numbers …);
    the number of its bytes, where that stands before it, is changed as well."""
    data = own.encode("utf-8", "surrogateescape") if isinstance(own, str) else bytes(own)
    coded = [(code, code(word.encode())) for code in _CODINGS]
    road = road_to_word(data, [one for _, one in coded])
    if road is None:
        return {}
    found: dict[str, Any] = {}
    for other in others:
        for number, (code, old) in enumerate(coded):
            if old in road[1]:
                new = code(other.encode())
                for sized in (True, False):
                    changed = _exchanged(road[1], old, new, (len(word), len(other)) if sized else None)
                    made = road[0](changed)
                    if made not in found.values():
                        found[f"{other!r} in coding {number}{', sized' * sized}"] = made.decode() if isinstance(own, str) else made
    return found


def _exchanged(data: bytes, old: bytes, new: bytes, letters: tuple[int, int] | None) -> bytes:
    """The first `old` becomes `new`; with `letters`, a size right before it does, too: of the bytes, or of the letters."""
    place = data.index(old)
    head, tail = data[:place], data[place + len(old) :]
    for before, now in ((len(old), len(new)), *([letters] if letters else [])):
        for width in (8, 4, 2, 1):
            for order in ("big", "little"):
                if letters and now < 256**width and head.endswith(before.to_bytes(width, order)):
                    return head[:-width] + now.to_bytes(width, order) + new + tail
        if letters and (sized := re.search(rb"(?<!\d)%d(\D{0,2})$" % before, head)):
            return head[: sized.start()] + str(now).encode() + sized[1] + new + tail
    return head + new + tail


def with_other_literals(own: bytes | str, number: int, plain: Sequence[Any] = ()) -> dict[str, Any]:
    """Documents like `own`, in its wrapping, with another literal where this number stands, however it is written there,
    and other kinds of values in all places of what is read at once.

    `plain` are other values that `own` holds: a reader may look at numbers and take what it knows no kind of as it stands.
    """
    spelled = (str(number), hex(number), f"{number:x}", f"{float(number)!r}", f"<int>{number}</int>")
    found = spliced(own, dict.fromkeys(spelled, OTHER_LITERALS))
    for value in plain:
        others = [other for other in OTHER_LITERALS[:_AS_PLAIN] if other != repr(value)]
        known = {repr(value): others} if not isinstance(value, (str, bytes)) else {}
        if value is None or isinstance(value, bool):
            known[json.dumps(value)] = others
        elif isinstance(value, (str, bytes)):
            inner = value.decode("latin-1") if isinstance(value, bytes) else value
            # With its quotes, and the sign before them.
            known = {repr(value): others, json.dumps(inner): others}
        changed = _with_literals(own, known)
        found.update({f"{value!r}: {name}": data for name, data in changed.items()})
    return {**found, **refilled(own, OTHER_KINDS, ())}


#: So many of `OTHER_LITERALS` are tried in the place of each value that is no number.
_AS_PLAIN = 10


def _with_literals(own: bytes | str, known: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """As `spliced`, for words with quotes: they end where the quote does."""
    data = own.encode("utf-8", "surrogateescape") if isinstance(own, str) else bytes(own)
    road = road_to_word(data, [word.encode() for word in known])
    if road is None:
        return {}
    found: dict[str, Any] = {}
    for word, others in known.items():
        pattern = rb"(?<![A-Za-z0-9])" + re.escape(word.encode()) + rb"(?![A-Za-z0-9])"
        for other in others:
            changed = re.sub(pattern, lambda _, other=other: other.encode(), road[1])
            if changed != road[1]:
                made = road[0](changed)
                found[f"{word} becomes {other}"] = made.decode() if isinstance(own, str) else made
    return found


def delimited(own: bytes | str, first: str, second: str, codes: Sequence[str]) -> dict[str, Any]:
    """Texts like `own`, in its wrapping, that a guard and Python take apart in different ways; see the grammar."""
    data = own.encode("utf-8", "surrogateescape") if isinstance(own, str) else bytes(own)
    road = road_to_word(data, [first.encode()])
    if road is None:
        return {}
    try:
        inside = road[1].decode()
    except UnicodeDecodeError:
        return {}
    made = {f"{number}, taken apart in another way": road[0](text.encode())
            for number, text in enumerate(delimited_texts(inside, first, second, codes))}
    return {name: one.decode() for name, one in made.items()} if isinstance(own, str) else made


#: Stands for a value whose place a call takes.
_HOLE = "hole-0815"


def calling(own: bytes | str, calls: Sequence[tuple[str, str, Sequence[Any]]]) -> dict[str, Any]:
    """Pickles like `own`, in its wrapping, with the result of one of the calls (module, name, arguments) in the place of
    a value. What nothing but a call makes then comes forth."""
    data = own.encode("utf-8", "surrogateescape") if isinstance(own, str) else bytes(own)
    road = road_to(data)
    if road is None or family(road[1]) != "pickle":
        return {}
    try:
        document = _READERS["pickle"][0](road[1])
    except Exception:
        return {}
    found: dict[str, Any] = {}
    for way, is_key in islice(_places(document, ()), 12):
        if is_key or isinstance(_at(document, way), (dict, list)):
            continue
        for protocol in (2, 4):
            written = pickle.dumps(_put(document, way, False, _HOLE), protocol)
            for module, name, arguments in calls:
                made = road[0](pickle_payloads.calling(written, _HOLE, module, name, *arguments))
                found[f"{module}.{name} at {way}, {protocol}"] = made.decode("latin-1") if isinstance(own, str) else made
    return found


def transplanted(write: Callable[[Any], bytes], values: Sequence[Any]) -> Iterator[tuple[str, bytes]]:
    """Documents in which the first value stands in the place of a key, though `write` lets only texts be keys.

    `write(options)` is how the program writes a dictionary; how it writes each value is learnt from what differs.
    """
    key = "kxqk"
    own = write({key: key})
    road = road_to_word(own, [key.encode()])
    if road is None or write({key: key}) != own:
        return
    plain = road[1]
    for value in values:
        other = road_to_word(write({key: value}), [key.encode()])
        if other is None:
            continue
        before = len(os.path.commonprefix([plain, other[1]]))
        most = min(len(plain), len(other[1])) - before
        after = min(most, len(os.path.commonprefix([plain[::-1], other[1][::-1]])))
        text, new = plain[before : len(plain) - after], other[1][before : len(other[1]) - after]
        # As little, and as much of what is around it as the two have in common.
        for wider in range(12):
            head = plain[max(0, before - wider) : before]
            for tail in (b"", plain[len(plain) - after :][:wider]):
                place = plain.find(head + text + tail)
                if text and 0 <= place < before - len(head):
                    changed = plain[:place] + head + new + tail + plain[place + len(head + text + tail) :]
                    yield f"{value!r} as a key, {wider}, {len(tail)}", road[0](changed)


def _rewritten(own: bytes | str, changes: Callable[[Any], Iterable[tuple[str, Any]]]) -> dict[str, Any]:
    data = own.encode("utf-8", "surrogateescape") if isinstance(own, str) else bytes(own)
    road = road_to(data)
    reader = _READERS.get(family(road[1]) or "") if road else None
    if road is None or reader is None:
        return {}
    try:
        document = reader[0](road[1])
    except Exception:
        return {}
    found: dict[str, Any] = {}
    for name, changed in changes(document):
        try:
            made = road[0](reader[1](changed))
            found[name] = made.decode() if isinstance(own, str) else made
        except (TypeError, ValueError, pickle.PicklingError):
            continue
    return found


def _with(document: Any, values: Sequence[Any], names: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    places = list(islice(_places(document, ()), 40))
    for value in values:
        for way, is_key in places:
            if not is_key:
                yield f"{value!r} at {way}", _put(document, way, is_key, value)
    for name in names:
        for way, is_key in places:
            if is_key or isinstance(_at(document, way), str):
                yield f"{name!r} for a name at {way}", _put(document, way, is_key, name)


def _with_words(document: Any, words: list[str]) -> Iterator[tuple[str, Any]]:
    short = [
        (way, is_key)
        for way, is_key in islice(_places(document, ()), 40)
        if isinstance(text := way[-1] if is_key else _at(document, way), str) and len(text) < _SMALL
    ]
    for word in words:
        for way, is_key in short:
            yield f"{word!r} at {way}", _put(document, way, is_key, word)


def _places(value: Any, way: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], bool]]:
    """Ways to values and keys, from the top; of a key, the way to its value."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield (*way, key), False
            yield (*way, key), True
            yield from _places(item, (*way, key))
    elif isinstance(value, (list, tuple)):
        for number, item in enumerate(value):
            yield (*way, number), False
            yield from _places(item, (*way, number))


def _at(value: Any, way: tuple[Any, ...]) -> Any:
    for step in way:
        value = value[step]
    return value


def _put(value: Any, way: tuple[Any, ...], is_key: bool, new: Any) -> Any:
    first, *rest = way
    if isinstance(value, dict):
        if rest:
            return {key: _put(item, tuple(rest), is_key, new) if key == first else item for key, item in value.items()}
        return {
            new if is_key and key == first else key: new if key == first and not is_key else item
            for key, item in value.items()
        }
    return type(value)(
        item if number != first else _put(item, tuple(rest), is_key, new) if rest else new
        for number, item in enumerate(value)
    )
