"""Encrypted data, as somebody reads or makes it who has words that may be the key: those of a program, or of a drive.

found = ciphers.opened(box.read("drive/a.enc"), constants.strings())
exploit_if(database.leaks(found, SECRET), "a text of the program opens the file")
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_SIZES = (16, 24, 32)
_TOKEN = re.compile(rb"gAAAA[\w-]{90,}={0,2}")
_TEXT = re.compile(rb"[\w+/-]{38,}={0,2}")
_BLOB = re.compile(rb"(?<![\w+/-])[\w+/-]{38,}={0,2}(?![\w+/-])")
_NONCE, _LONGEST_HEAD = 12, 8


def keys_of(words: Iterable[str | bytes]) -> list[bytes]:
    """The words as keys of 16, 24 or 32 bytes: as they are, decoded, hashed, cut off, or filled up."""
    found: dict[bytes, None] = {}
    for word in words:
        plain = word.encode("utf-8", "surrogateescape") if isinstance(word, str) else word
        for one in dict.fromkeys((plain, plain.strip(), *_decoded(plain.strip()))):
            if not one:
                continue
            whole = [one] if len(one) in _SIZES else []
            filled = [one[:32].ljust(32, sign) for sign in (b"\0", b"0", b" ", b"=")] if len(one) < 64 else []
            for key in (*whole, hashlib.sha256(one).digest(), hashlib.md5(one).digest(), *filled, one[:16], one[:32]):
                if len(key) in _SIZES:
                    found.setdefault(key)
    return list(found)


def opened(data: bytes, words: Iterable[str | bytes], contexts: Sequence[str] = ()) -> list[bytes]:
    """What is in the data under a key of the words: Fernet tokens, and AES-GCM behind its nonce; also in base64 or hex.

    Found once more with what was found as words, since a key may be wrapped in another. `contexts` are what may be
    authenticated with the data, such as a name.
    """
    found: list[bytes] = []
    new: list[str | bytes] = list(words)
    for _ in range(2):
        keys = keys_of(new)
        new = [text for text in _with(keys, data, contexts) if text not in found]
        found += new
    return found


def _with(keys: Sequence[bytes], data: bytes, contexts: Sequence[str]) -> Iterator[bytes]:
    pieces = list(dict.fromkeys((data, *_TEXT.findall(data))))
    blobs = [blob for piece in pieces for blob in (piece, *_decoded(piece)) if len(blob) > _NONCE + 16]
    extras = (None, *(context.encode() for context in contexts))
    for key in keys:
        if len(key) == 32:
            fernet = Fernet(base64.urlsafe_b64encode(key))
            for token in _TOKEN.findall(data):
                try:
                    yield fernet.decrypt(token)
                except InvalidToken:
                    pass
        cipher = AESGCM(key)
        for blob in blobs:
            for start in range(min(_LONGEST_HEAD, len(blob) - _NONCE - 16) + 1):
                behind = start + _NONCE
                for extra in extras:
                    try:
                        yield cipher.decrypt(blob[start:behind], blob[behind:], extra)
                    except InvalidTag:
                        pass


def locked(text: bytes, key: bytes, like: bytes, context: str = "") -> list[bytes]:
    """The data `like`, which holds something encrypted, with the text in its place, under this key of 16 to 32 bytes."""
    made = []
    if len(key) == 32 and _TOKEN.search(like):
        token = Fernet(base64.urlsafe_b64encode(key)).encrypt(text)
        made.append(_TOKEN.sub(lambda _: token, like))
    nonce = hashlib.sha256(text).digest()[:_NONCE]
    for extra in dict.fromkeys((None, context.encode() or None)):
        made.append(nonce + AESGCM(key).encrypt(nonce, text, extra))
    return made


def named(text: bytes, key: bytes, like: bytes, known: str, other: str, context: str = "") -> list[bytes]:
    """The data `like`, in which it says by `known` which key it is under, with `other` there, and the text under `key`.

    The length before the name is put right. What stands behind it is a Fernet token, or AES-GCM behind its nonce, also
    in base64 or hex; authenticated is nothing, the context, what stands before the nonce, or both.
    """
    place = like.find(known.encode())
    if place < 0:
        return []
    end, name = place + len(known.encode()), other.encode()
    before, behind = _lengthened(like[:place], len(known.encode()), len(name)), like[end:]
    made = []
    for start in before:
        head = start + name
        if len(key) == 32 and _TOKEN.search(behind):
            token = Fernet(base64.urlsafe_b64encode(key)).encrypt(text)
            made.append(head + _TOKEN.sub(lambda _, token=token: token, behind))
            continue
        found = _BLOB.search(behind)
        size = found.start() if found else 0
        for border in dict.fromkeys((behind[:size] if found else b"", b"", behind[:1], behind[:2])):
            for extra in dict.fromkeys(_authenticated(head + border, name, context.encode())):
                nonce = hashlib.sha256(text).digest()[:_NONCE]
                sealed = nonce + AESGCM(key).encrypt(nonce, text, extra)
                if found:
                    blob = found[0]
                    is_hex = re.fullmatch(rb"[0-9a-f]+", blob) is not None
                    encode = base64.urlsafe_b64encode if b"-" in blob or b"_" in blob else base64.b64encode
                    coded = sealed.hex().encode() if is_hex else encode(sealed)
                    made.append(head + behind[:size] + coded + behind[found.end() :])
                else:
                    made.append(head + border + sealed)
    return list(dict.fromkeys(made))


def key_file(key: bytes, like: bytes) -> bytes:
    """A file of this key that looks like another one, with its key as it is, in base64, or in hex."""
    if len(like) in _SIZES:
        return key[: len(like)]
    forms = ((rb"[0-9a-f]{64}", key.hex().encode()), (rb"[0-9a-f]{32}", key[:16].hex().encode()))
    forms += ((rb"[\w-]{43}=", base64.urlsafe_b64encode(key)), (rb"[\w+/]{43}=", base64.b64encode(key)))
    return next((re.sub(form, lambda _: coded, like) for form, coded in forms if re.search(form, like)), key)


def _lengthened(before: bytes, old: int, new: int) -> list[bytes]:
    """What stands before a name, with the length at its end put right, if there is one."""
    ends = [(size, order) for size in (4, 2, 1) for order in ("big", "little") if new < 256**size]
    fitting = [end for end in ends if before[-end[0] :] == old.to_bytes(*end)]
    return [*(before[: -size] + new.to_bytes(size, order) for size, order in fitting[:1]), before]


def _authenticated(head: bytes, name: bytes, context: bytes) -> Iterator[bytes | None]:
    yield from (None, context or None, head, head + context, context + head, name, name + context, context + name)
    yield from (head + b"|" + context, context + b"|" + head, context + b"\0" + head, context + b"|" + name)


def in_clear(text: bytes, like: bytes) -> list[bytes]:
    """The data `like` with the text, not encrypted, in place of what is."""
    return list(dict.fromkeys((_TOKEN.sub(lambda _: text, like), text, base64.urlsafe_b64encode(text))))


def _decoded(text: bytes) -> Iterator[bytes]:
    try:
        yield base64.urlsafe_b64decode(text.replace(b"+", b"-").replace(b"/", b"_") + b"=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        pass
    try:
        yield bytes.fromhex(text.decode("ascii"))
    except (ValueError, UnicodeDecodeError):
        pass
