"""What a check asked of the solution and what came back, in words: the evidence beside a verdict.

Every request passes through the connection, so nothing that was sent is missing. While a check runs only references are
kept; they become text when the check did not pass. Texts are bounded: a megabyte in an argument is shown by its ends.
"""

from collections import deque
from typing import Any

from tester.errors import RemoteError
from tester.texts import shown, text_of

#: Exchanges that are shown: the last ones, because a check ends at the one that decides. Of equal requests, such as looks at
#: the state after every try, the last alone is shown.
MOST_EXCHANGES = 6
#: Among which these are chosen.
_MOST_KEPT = 48
#: Characters of one text.
LONGEST_TEXT = 600
_LONGEST_BODY = 300

#: Requests that say nothing about what the solution does with data.
_SILENT = frozenset({"load", "has", "next", "iterator", "type_names", "variable"})


class Record:
    """The last exchanges of the running check."""

    def __init__(self) -> None:
        self._kept: deque[list[Any]] = deque(maxlen=_MOST_KEPT)
        self._count = 0

    def clear(self) -> None:
        self._kept.clear()
        self._count = 0

    def begin_again(self) -> None:
        """What was asked so far is counted, and shown no more."""
        self._kept.clear()

    def asked(self, operation: str, arguments: tuple[Any, ...]) -> None:
        if operation not in _SILENT:
            self._count += 1
            self._kept.append([operation, arguments, None])

    def answered(self, operation: str, answer: Any) -> None:
        """`answer`: what the solution returned, or a RemoteError."""
        if operation not in _SILENT and self._kept:
            self._kept[-1][2] = (answer,)

    def described(self) -> tuple[list[dict[str, str | None]], int]:
        """The exchanges that are shown, and how many more there were. `received` is None where no answer came."""
        shown_ones: dict[str, dict[str, str | None]] = {}
        for operation, arguments, answer in reversed(self._kept):
            if len(shown_ones) == MOST_EXCHANGES:
                break
            request = _asked(operation, arguments)
            if request not in shown_ones:
                reply = _answered(operation, answer[0]) if answer else None
                shown_ones[request] = {"sent": request, "received": reply}
        return list(reversed(shown_ones.values())), self._count - len(shown_ones)


def _asked(operation: str, arguments: tuple[Any, ...]) -> str:
    match operation, arguments:
        case "call", (target, list(values), dict(keywords)):
            given = [_value(one) for one in values] + [f"{name}={_value(one)}" for name, one in keywords.items()]
            return _short(f"{_name(target)}({', '.join(given)})")
        case "attribute", (target, str(name)):
            return _short(f"{_name(target, name)}")
        case "set_attribute", (target, str(name), value):
            return _short(f"{_name(target, name)} = {_value(value)}")
        case "item", (target, key):
            return _short(f"{_name(target)}[{_value(key)}]")
        case "set_item", (target, key, value):
            return _short(f"{_name(target)}[{_value(key)}] = {_value(value)}")
        case "contains", (target, value):
            return _short(f"{_value(value)} in {_name(target)}")
        case "set_variable", (str(name), value):
            return _short(f"environment: {name}={value}" if value is not None else f"environment: {name} is removed")
        case "wsgi", (_, dict(environ), bytes(body)):
            return _short(_request(environ, body))
        case "testify", _:
            return "steps inside the solution's process, by the check (testimony)"
        case _, (target, *_) if hasattr(target, "_path"):
            return _short(f"{_WORDS.get(operation, operation)} {_name(target)}")
    return _WORDS.get(operation, operation)


_WORDS = {
    "length": "len of",
    "enter": "enter",
    "exit": "leave",
    "text": "str of",
    "get": "read",
    "reload": "the module is imported again",
}


def _answered(operation: str, answer: Any) -> str:
    if isinstance(answer, RemoteError):
        kind = answer.type_names[0] if answer.type_names else "an exception"
        return _short(f"raises {kind}: {text_of(answer)}" if text_of(answer) else f"raises {kind}")
    match operation, answer:
        case "wsgi", [str(status), list(headers), bytes(content)]:
            return _short(_reply(status, headers, content))
    return _short(_value(answer))


#: What every browser sends, whatever is asked.
_USUAL_HEADERS = ("HTTP_HOST", "HTTP_USER_AGENT", "HTTP_SEC_FETCH", "HTTP_UPGRADE", "HTTP_ACCEPT")


def _request(environ: dict[str, Any], body: bytes) -> str:
    """`POST /login?next=/ (Cookie: session=…): name=Ada&code=1`"""
    query = f"?{environ['QUERY_STRING']}" if environ.get("QUERY_STRING") else ""
    line = f"{environ.get('REQUEST_METHOD', '?')} {environ.get('SCRIPT_NAME', '')}{environ.get('PATH_INFO', '')}{query}"
    headers = [
        f"{name[5:].replace('_', '-').title()}: {_cut(text_of(value), 120)}"
        for name, value in environ.items()
        if name.startswith("HTTP_") and not name.startswith(_USUAL_HEADERS)
    ]
    if body and environ.get("CONTENT_TYPE"):
        headers.append(f"Content-Type: {environ['CONTENT_TYPE']}")
    told = f" ({'; '.join(headers)})" if headers else ""
    return f"{line}{told}" + (f": {_text(body)}" if body else "")


def _reply(status: str, headers: list[Any], content: bytes) -> str:
    wanted = ("location", "set-cookie", "content-disposition")
    pairs = [one for one in headers if isinstance(one, (list, tuple)) and len(one) == 2]
    told = [
        f"{text_of(name)}: {_cut(text_of(value), 160)}" for name, value in pairs if text_of(name).lower() in wanted
    ]
    parts = [text_of(status), *told]
    return "; ".join(parts) + (f": {_text(content)}" if content else "")


def _text(body: bytes) -> str:
    """Readable where it is text: form fields and pages are what people know."""
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return _cut(shown(body), _LONGEST_BODY)
    return _cut(" ".join(text.split()) if text.lstrip().startswith("<") else text.rstrip("\n"), _LONGEST_BODY)


def _name(target: Any, *more: str) -> str:
    """`find_items`, `Gateway.receive`: the module's own names stand alone, those of an object behind its type."""
    path = [*target._path, *more]
    kind = target._type.removeprefix("solution.")
    return ".".join([kind, *path] if kind else path) or "the solution"


def _value(value: Any) -> str:
    if hasattr(value, "_path"):
        return f"<{_name(value)}>"
    if isinstance(value, (str, bytes, bytearray)) and len(value) > LONGEST_TEXT:
        half = LONGEST_TEXT // 2
        return f"{shown(value[:half])}…{shown(value[-half:])} ({len(value)} in all)"
    return shown(value)


def _short(text: str) -> str:
    return _cut(text, LONGEST_TEXT)


def _cut(text: str, most: int) -> str:
    """Both ends: payloads stand at either."""
    if len(text) <= most:
        return text
    head = most * 2 // 3
    return f"{text[:head]} … {text[-(most - head - 3):]}"
