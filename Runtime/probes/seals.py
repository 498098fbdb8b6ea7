"""Hostile data under a seal (a message authentication code) that an attacker can make, leave out, or need not make.

The layout is learnt from something that the solution sealed itself. A key is known to whoever has read the program, or
lies where everybody reads; what seals nothing today may be a second key that is accepted still.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, product
from typing import Any

from probes.wrapping import LAYERS, Layer, family, layers_of, leaves, replaced, wrapped

#: Keys that programs fall back to when none is configured.
COMMON_KEYS = ("", "None", "secret", "dev", "key", "changeme", "change-me", "secret-key", "test", "password", "0")
_SALTS = ("itsdangerous", "itsdangerous.Signer", "cookie-session")
_SEPARATORS = (b".", b":", b"|", b"--", b"$", b"-", b"\n", b",", b"~", b"#", b"!")
_SIZES = {
    32: ("sha256", "sha3_256", "blake2s", "sha512"),
    20: ("sha1", "sha256"),
    16: ("md5", "sha256"),
    64: ("sha512", "sha3_512", "blake2b"),
    48: ("sha384",),
    28: ("sha224",),
    8: ("sha256", "sha1"),
    10: ("sha256", "sha1"),
    12: ("sha256", "sha1"),
}
_CODINGS: tuple[tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]], ...] = (
    (lambda mac: mac.hex().encode(), binascii.unhexlify),
    (base64.b64encode, lambda text: base64.b64decode(text, validate=True)),
    (base64.urlsafe_b64encode, base64.urlsafe_b64decode),
    (
        lambda mac: base64.urlsafe_b64encode(mac).rstrip(b"="),
        lambda text: base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4)),
    ),
)
_MOST_KEYS = 60


@dataclass(frozen=True)
class Sealed:
    """Sealed data, taken apart. `join(text of the mac, body)` puts it together again, with its outer layers.

    The mac is of the body and what is between it and the mac, such as a time.
    """

    mac: bytes
    encode: Callable[[bytes], bytes]
    join: Callable[[bytes, bytes], bytes]
    body: bytes
    between: bytes
    layers: tuple[Layer, ...]
    inside: bytes


def taken_apart(data: bytes) -> Sealed | None:
    """How the data is sealed, if a mac stands before, behind or beside what can be read; None if none does."""
    if layers_of(data) and family(data) != "json":
        return None
    found = list(_readings(data))
    # Pickles of the oldest protocol look like much else.
    clear = [one for one in found if family(one.inside) != "pickle" or one.inside[:1] == b"\x80"]
    return next(iter([*clear, *found]), None)


def _readings(data: bytes) -> Iterator[Sealed]:
    for outer in (None, *LAYERS):
        try:
            inner = outer.unwrap(data) if outer else data
        except Exception:
            continue
        for text, join, body, between in _splits(inner):
            read = _decoded(text)
            road = layers_of(body) if read else None
            if read and road:
                whole = (lambda mac, body, outer=outer, join=join: outer.wrap(join(mac, body))) if outer else join
                yield Sealed(read[0], read[1], whole, body, between, tuple(road[0]), road[1])


#: The text of the mac, how it and a body are joined, the body, and what is between.
_Split = tuple[bytes, Callable[[bytes, bytes], bytes], bytes, bytes]


def _splits(data: bytes) -> Iterator[_Split]:
    for sign in _SEPARATORS:
        head, found, tail = data.partition(sign)
        if found:
            yield head, lambda mac, body, sign=sign: mac + sign + body, tail, b""
        head, found, tail = data.rpartition(sign)
        if found:
            yield tail, lambda mac, body, sign=sign: body + sign + mac, head, b""
            begun, found, time = head.rpartition(sign)
            if found:
                between = sign + time
                yield tail, lambda mac, body, sign=sign, time=between: body + time + sign + mac, begun, between
        if data.count(sign) == 2:
            name, mac, last = data.split(sign)
            yield mac, lambda mac, body, sign=sign, name=name: name + sign + mac + sign + body, last, b""
    for size in (*_SIZES, *(2 * size for size in _SIZES)):
        if len(data) > size:
            yield data[:size], lambda mac, body: mac + body, data[size:], b""
            yield data[-size:], lambda mac, body: body + mac, data[:-size], b""
    yield from _of_a_document(data)


def _of_a_document(data: bytes) -> Iterator[_Split]:
    try:
        document = json.loads(data)
    except ValueError:
        return
    texts = [(place, text) for place, text in leaves(document) if not place[1]]
    for (one, mac), (other, body) in product(texts, texts):
        if one != other:

            def join(mac: bytes, body: bytes, one: Any = one, other: Any = other) -> bytes:
                new = {one: mac.decode("latin-1"), other: body.decode("latin-1")}
                return json.dumps(replaced(document, new)).encode()

            yield mac.encode(), join, body.encode(), b""


def _decoded(text: bytes) -> tuple[bytes, Callable[[bytes], bytes]] | None:
    for encode, decode in _CODINGS:
        try:
            mac = decode(text)
        except ValueError:
            continue
        if len(mac) in _SIZES and encode(mac) == text:
            return mac, encode
    # As many random bytes are never all of them ASCII.
    return (text, bytes) if len(text) in _SIZES and not text.isascii() else None


def keys_of(words: Iterable[str | bytes]) -> list[bytes]:
    """The words as keys, with what programs derive from them."""
    plain = [word.encode("utf-8", "surrogateescape") if isinstance(word, str) else word for word in words]
    stripped = [word.strip() for word in plain]
    decoded = [bytes.fromhex(word.decode()) for word in stripped if re.fullmatch(rb"(?:[0-9a-fA-F]{2}){8,}", word)]
    derived = [hashlib.sha256(word).digest() for word in stripped]
    derived += [hashlib.sha256(word).hexdigest().encode() for word in stripped]
    return list(dict.fromkeys([*plain, *stripped, *decoded, *derived]))


def _with_salts(keys: Iterable[bytes], words: Iterable[str]) -> Iterator[bytes]:
    """The keys as itsdangerous derives them: by a salt that stands in the program, or by its own."""
    salts = [salt.encode() for salt in (*_SALTS, *islice(words, 20))]
    for salt, key in product(salts, keys):
        yield hashlib.sha1(salt + b"signer" + key).digest()
        yield hmac.digest(key, salt, "sha1")


def _macs(key: bytes, message: bytes, size: int) -> Iterator[bytes]:
    for name in _SIZES[size]:
        yield hmac.digest(key, message, name)[:size]
        yield hashlib.new(name, key + message).digest()[:size]
        yield hashlib.new(name, message + key).digest()[:size]
    if size in (16, 20, 32, 64) and len(key) <= 32:
        yield hashlib.blake2b(message, key=key, digest_size=size).digest()
        if size <= 32:
            yield hashlib.blake2s(message, key=key, digest_size=size).digest()


#: What a seal is of: the data as it is stored, or as it was before, and something before and behind it.
@dataclass(frozen=True)
class _Message:
    of_inside: bool
    before: bytes = b""
    behind: bytes = b""

    def __call__(self, sealed: Sealed, body: bytes, inside: bytes) -> bytes:
        return self.before + (inside if self.of_inside else body + sealed.between) + self.behind


_PLAIN = (_Message(False), _Message(True))
_BETWEEN = (b"\0", b"", b":", b"\n", b"|", b".", b"/", b" ")


def _with_contexts(contexts: Iterable[str]) -> list[_Message]:
    """The data together with its name, or whatever else is known of it."""
    words = [one.encode() for one in dict.fromkeys(contexts)]
    sizes = [len(word).to_bytes(size, "big") + word for word in words for size in (4, 2, 8)]
    heads = [word + sign for word in words for sign in _BETWEEN] + sizes
    tails = [sign + word for word in words for sign in _BETWEEN]
    messages = [_Message(of_inside, head) for head in heads for of_inside in (False, True)]
    return messages + [_Message(of_inside, b"", tail) for tail in tails for of_inside in (False, True)]


def _fitting(sealed: Sealed, keys: list[bytes], contexts: Iterable[str]) -> tuple[bytes, int, _Message] | None:
    """A key that made the mac, which of the ways it was, and of which message; None if there is none."""
    with_contexts = product(keys[:_MOST_KEYS], _with_contexts(contexts))
    for key, message in chain(product(keys, _PLAIN), with_contexts):
        made = _macs(key, message(sealed, sealed.body, sealed.inside), len(sealed.mac))
        for way, mac in enumerate(made if message in _PLAIN else islice(made, 2)):
            if hmac.compare_digest(mac, sealed.mac):
                return key, way, message
    return None


def forged(
    own: bytes, payloads: dict[str, bytes], words: Iterable[str | bytes], contexts: Iterable[str] = ()
) -> dict[str, bytes]:
    """The payloads, sealed like `own`, if it is; `words` may be keys, and `contexts` sealed with the data.

    With a key that sealed `own`, all of them. Otherwise the first one without a mac, with that of `own`, and with one of
    each key, because another than the present one may be accepted.
    """
    sealed = taken_apart(own)
    if sealed is None:
        return {}
    texts = [word for word in words if isinstance(word, str)]
    keys = keys_of([*COMMON_KEYS, *words])
    more = _with_salts(keys[:40], texts) if len(sealed.mac) == 20 else ()
    bodies = {name: wrapped(data, list(sealed.layers)) for name, data in payloads.items()}
    found = {}
    if fitting := _fitting(sealed, [*keys, *more], contexts):
        key, way, message = fitting
        for name, body in bodies.items():
            mac = list(_macs(key, message(sealed, body, payloads[name]), len(sealed.mac)))[way]
            found[f"{name}, sealed with {key!r}"] = sealed.join(sealed.encode(mac), body)
        return found
    name, body = next(iter(bodies.items()))
    found[f"{name}, mac of another"] = sealed.join(sealed.encode(sealed.mac), body)
    if family(sealed.inside) == "pickle":  # the mac may be of the beginning only
        behind = wrapped(sealed.inside[:-1] + b"0" + payloads[name], list(sealed.layers))
        found[f"{name}, behind own data, its mac"] = sealed.join(sealed.encode(sealed.mac), behind)
    found[f"{name}, empty mac"] = sealed.join(b"", body)
    found[f"{name}, first sign of the mac"] = sealed.join(sealed.encode(sealed.mac)[:1], body)
    found[f"{name}, no mac"] = body
    found[f"{name}, zeros"] = sealed.join(sealed.encode(bytes(len(sealed.mac))), body)
    for key in keys[:_MOST_KEYS]:
        for message in dict.fromkeys((body + sealed.between, payloads[name])):
            mac = hmac.digest(key, message, _SIZES[len(sealed.mac)][0])[: len(sealed.mac)]
            how = ", of the inside" if message == payloads[name] != body else ""
            found[f"{name}, sealed with {key!r}{how}"] = sealed.join(sealed.encode(mac), body)
    return found
