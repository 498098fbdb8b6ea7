"""The ways in which a field of a form reaches a web application, for programs that check one and use another.

send = doors.sender(client, "/labels", {"text": "Brie", "copies": "1"})
search.attack("the text", doors.through(shell.texts("Brie")), markers.runs(lambda one: send(*one, "text")), 40)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from probes.grammars.ranked import in_turn

#: By the form itself; this is the one for which a page is made.
FORM = "by the form"


def _in_query(ordinary: Mapping[str, str], field: str, text: str) -> dict[str, Any]:
    return {"data": dict(ordinary), "query_string": {field: text}}


def _only_in_query(ordinary: Mapping[str, str], field: str, text: str) -> dict[str, Any]:
    rest = {name: value for name, value in ordinary.items() if name != field}
    return {"data": rest, "query_string": {field: text}}


def _form_behind_query(ordinary: Mapping[str, str], field: str, text: str) -> dict[str, Any]:
    return {"data": {**ordinary, field: text}, "query_string": {field: ordinary[field]}}


_KINDS: dict[str, Callable[[Mapping[str, str], str, str], dict[str, Any]]] = {
    FORM: lambda ordinary, field, text: {"data": {**ordinary, field: text}},
    "in the query, behind the form": _in_query,
    "twice, the last": lambda ordinary, field, text: {"data": {**ordinary, field: [ordinary[field], text]}},
    "in the form, behind the query": _form_behind_query,
    "twice, the first": lambda ordinary, field, text: {"data": {**ordinary, field: [text, ordinary[field]]}},
    "as JSON": lambda ordinary, field, text: {"json": {**ordinary, field: text}},
    "in the query": _only_in_query,
    "by GET": lambda ordinary, field, text: {"method": "GET", "query_string": {**ordinary, field: text}},
    "as JSON, beside the form's": lambda ordinary, field, text: {
        "json": {**ordinary, field: text},
        "query_string": dict(ordinary),
    },
}


def through(texts: Iterable[str], others: int = 3) -> Iterator[tuple[str, str]]:
    """Every text by the form, and the first of them by every other way: (way, text)."""
    known = iter(texts)
    first = [text for _, text in zip(range(others), known)]
    yield from in_turn(
        ((FORM, text) for text in (*first, *known)),
        ((way, text) for text in first for way in _KINDS if way != FORM),
    )


def sender(client: Any, path: str, ordinary: Mapping[str, str], method: str = "POST") -> Callable[[str, str, str], Any]:
    """`send(way, text, field)` sends the form with the text in one field; a way that is none sends nothing."""

    def send(way: str, text: str, field: str) -> Any:
        if way not in _KINDS:
            return None
        return client.open(path, **{"method": method, **_KINDS[way](ordinary, field, text)})

    return send
