"""Callers, tokens and claims: who could do what, and who is believed.

could = roles.who_could(
    {"anonymous": lambda: solution.read(None, 7), "bob": lambda: solution.read("bob", 7)},
    lambda outcome: database.leaks(outcome, letter),
)
exploit_if(could, f"{could} could read Ada's letter")
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import harness

#: Seconds since 1970, for `exp`, `nbf` and `iat`: the years 2001 and 2100. No clock is needed.
FAR_PAST, FAR_FUTURE = 1_000_000_000, 4_102_444_800
_HASHES = {"HS256": hashlib.sha256, "HS384": hashlib.sha384, "HS512": hashlib.sha512}
_WEAK_KEYS = ("secret", "key", "password", "changeme", "secret_key", "dev", "test", "jwt", "your-256-bit-secret")


def who_could(callers: Mapping[str, Callable[[], Any]], effect: Callable[[Any], Any]) -> list[str]:
    """Calls each within `attempt`; the names of those after whose call `effect(outcome)` is true."""
    return [name for name, call in callers.items() if effect(harness.attempt(call))]


def token(
    claims: Mapping[str, Any], key: str | bytes, algorithm: str = "HS256", headers: Mapping[str, Any] | None = None
) -> str:
    """A JSON Web Token, signed with HS256, HS384 or HS512 (RFC 7515), or unsigned with "none"."""
    head = {"alg": algorithm, "typ": "JWT", **(headers or {})}
    body = f"{_part(head)}.{_part(claims)}"
    if algorithm.lower() == "none":
        return body + "."
    secret = key.encode() if isinstance(key, str) else key
    return f"{body}.{_encoded(hmac.digest(secret, body.encode(), _HASHES[algorithm]))}"


def token_of(head: str, body: str, key: str | bytes) -> str:
    """A token of these two JSON texts as they are, however odd, signed with HS256."""
    secret = key.encode() if isinstance(key, str) else key
    text = f"{_encoded(head.encode())}.{_encoded(body.encode())}"
    return f"{text}.{_encoded(hmac.digest(secret, text.encode(), hashlib.sha256))}"


def read_token(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The headers and claims of a token, not verified. Raises ValueError if it is none."""
    parts = text.split(".")
    if len(parts) != 3:
        raise ValueError(f"{text!r} is no token")
    return json.loads(_decoded(parts[0])), json.loads(_decoded(parts[1]))


def forged_tokens(claims: Mapping[str, Any], key: str | bytes | None = None, times: bool = True) -> dict[str, str]:
    """Named tokens with these claims that no site may accept; with the real key also expired and not yet valid ones."""
    lasting = {"exp": FAR_FUTURE, **claims}
    genuine = token(lasting, "kiwi" if key is None else key)
    head, body, signature = genuine.split(".")
    other = token({"sub": "nobody", "exp": FAR_FUTURE}, "kiwi" if key is None else key).rpartition(".")[2]
    found = {f"algorithm {name}": token(lasting, "", name) for name in ("none", "None", "NONE", "nOnE")}
    found |= {
        "no signature": f"{head}.{body}.",
        "algorithm none, old signature": f"{_part({'alg': 'none', 'typ': 'JWT'})}.{body}.{signature}",
        "no algorithm": f"{_part({'typ': 'JWT'})}.{body}.",
        "wrong key": token(lasting, "not-the-key-of-this-site-0123456789"),
        "empty key": token(lasting, ""),
        "signature of other claims": f"{head}.{body}.{other}",
        "signature cut": f"{head}.{body}.{signature[:10]}",
        "signature of zeros": f"{head}.{body}.{_encoded(bytes(32))}",
        "key named in the header": token(
            lasting, "mine", headers={"kid": "../../../../dev/null", "jwk": {"kty": "oct", "k": "bWluZQ"}}
        ),
        "two parts": f"{head}.{body}",
    }
    found |= {f"weak key {weak!r}": token(lasting, weak) for weak in _WEAK_KEYS if weak != key}
    if key is not None:
        found |= {"algorithm in lower case, no signature": f"{_part({'alg': 'hs256', 'typ': 'JWT'})}.{body}."}
        if times:
            found["expired"] = token({**claims, "exp": FAR_PAST}, key)
            found["not yet valid"] = token({**lasting, "nbf": FAR_FUTURE - 1}, key)
    return {name: text for name, text in found.items() if key is None or text != genuine}


def tampered(genuine: str, **claims: Any) -> dict[str, str]:
    """Named versions of a token or cookie of the site with other claims and no right signature.

    Understood: JSON Web Tokens; `payload.signature` and `payload.time.signature` as of itsdangerous; base64 of JSON;
    JSON itself; and text such as `user=ada&role=user`, `ada:user` or `ada|user`, where values are replaced by name or,
    for `claims` given as `old="new"`, by themselves.
    """
    try:
        headers, old = read_token(genuine)
    except ValueError:
        return _tampered_cookie(genuine, claims)
    head, _, signature = genuine.split(".")
    changed = {**old, **claims}
    return {
        "old signature": f"{head}.{_part(changed)}.{signature}",
        "no signature": f"{head}.{_part(changed)}.",
        "algorithm none": token(changed, "", "none", {key: value for key, value in headers.items() if key != "alg"}),
        "wrong key": token(changed, "not-the-key-of-this-site-0123456789"),
        "empty key": token(changed, ""),
    }


def _tampered_cookie(genuine: str, claims: Mapping[str, Any]) -> dict[str, str]:
    payload, *rest = genuine.split(".") if not genuine.startswith("{") else [genuine]
    found = {}
    for name, decode, encode in (
        ("base64", lambda text: _decoded(text), _encoded),
        (
            "padded base64",
            lambda text: base64.b64decode(text, validate=True),
            lambda data: base64.b64encode(data).decode(),
        ),
        ("hexadecimal", bytes.fromhex, bytes.hex),
        ("text", str.encode, bytes.decode),
    ):
        try:
            old = json.loads(decode(payload))
        except (ValueError, TypeError):
            continue
        if isinstance(old, dict):
            changed = encode(json.dumps({**old, **claims}, separators=(",", ":")).encode())
            found[f"{name}, old signature"] = ".".join([changed, *rest])
            if rest:
                found[f"{name}, no signature"] = changed
                found[f"{name}, empty signature"] = ".".join([changed, *([""] * len(rest))])
    text = genuine
    for key, value in claims.items():
        text = re.sub(rf"(?<![\w]){re.escape(key)}=[^&;|,]*", f"{key}={value}", text)
    if text != genuine:
        found["text with other values"] = text
    swapped = genuine
    for key, value in claims.items():
        swapped = re.sub(rf"(?<!\w){re.escape(key)}(?!\w|=)", str(value), swapped)
    if swapped not in (genuine, text):
        found["words exchanged"] = swapped
    return found


def claimed_role(role: str = "admin", name: str = "admin") -> dict[str, dict[str, Any]]:
    """What a client may add to be taken for somebody, by place: "form", "query", "headers", "cookies", "json"."""
    fields = {
        "role": role,
        "roles": role,
        "is_admin": "1",
        "isAdmin": "true",
        "admin": "true",
        "user_role": role,
        "level": role,
        "type": role,
        "permissions": "*",
        "is_staff": "1",
        "is_superuser": "1",
        "debug": "1",
    }
    people = {"user": name, "username": name, "user_id": "1", "owner": name, "as": name}
    headers = {
        "X-Role": role,
        "X-User-Role": role,
        "X-Admin": "true",
        "X-Is-Admin": "1",
        "X-User": name,
        "X-Username": name,
        "X-User-Id": "1",
        "X-Forwarded-User": name,
        "X-Remote-User": name,
        "Remote-User": name,
        "X-Forwarded-For": "127.0.0.1",
        "X-Real-IP": "127.0.0.1",
        "X-Original-URL": "/",
        "Authorization": f"Bearer {name}",
    }
    typed = {**fields, "roles": [role], "is_admin": True, "isAdmin": True, "admin": True, "is_staff": True}
    return {
        "form": {**fields, **people},
        "query": {**fields, **people},
        "headers": headers,
        "cookies": {**fields, **people},
        "json": {**typed, **people},
    }


def _part(document: Mapping[str, Any]) -> str:
    return _encoded(json.dumps(dict(document), separators=(",", ":")).encode())


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _decoded(text: str) -> bytes:
    if not re.fullmatch(r"[\w-]+={0,2}", text):
        raise ValueError("not base64")
    return base64.urlsafe_b64decode(text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4))
