"""Stand-ins for what lives in the solution's process: its module, its names, its objects."""

from collections.abc import Iterator
from typing import Any, Protocol

from tester.texts import text_of
from wire.plain import Reference


class Requests(Protocol):
    """The way to the solution's process."""

    def request(self, operation: str, *arguments: Any) -> Any:
        """Has the solution's process do something and returns what it came to."""


class _Target:
    """Something in the solution's process that can be named: an object, then attributes to follow."""

    def __init__(self, connection: Requests, handle: int, path: list[str], type: str = "") -> None:
        object.__setattr__(self, "_connection", connection)
        object.__setattr__(self, "_handle", handle)
        object.__setattr__(self, "_path", path)
        #: The name of the object's class, as the solution tells it; empty for the module.
        object.__setattr__(self, "_type", type)

    def _request(self, operation: str, *arguments: Any) -> Any:
        return self._connection.request(operation, self, *arguments)

    def __getattr__(self, name: str) -> "Member":
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Member(self._connection, self._handle, [*self._path, name], self._type)

    def __setattr__(self, name: str, value: Any) -> None:
        self._request("set_attribute", name, value)

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        return self._request("call", list(arguments), keywords)

    def __getitem__(self, key: Any) -> Any:
        return self._request("item", key)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._request("set_item", key, value)

    def __len__(self) -> int:
        length = self._request("length")
        return length if type(length) is int and length >= 0 else 0

    def __contains__(self, item: Any) -> bool:
        return self._request("contains", item) is True

    def __iter__(self) -> Iterator[Any]:
        iterator = self._request("iterator")
        while True:
            found = self._connection.request("next", iterator)
            if type(found) is not list or not found:
                return
            yield found[0]

    def __enter__(self) -> Any:
        return self._request("enter")

    def __exit__(self, *_: Any) -> None:
        self._request("exit")

    def __bool__(self) -> bool:
        raise TypeError(f"{self!r} lives in the solution's process and has no truth value; ask for plain data")

    def __eq__(self, other: object) -> bool:
        return self is other

    __hash__ = object.__hash__


class Remote(_Target):
    """An object of the solution that is not plain data. It equals nothing but itself."""

    def __init__(self, connection: Requests, reference: Reference) -> None:
        handle = reference.get("handle")
        if type(handle) is not int or handle < 1:
            raise ValueError("a reference without a handle")
        super().__init__(connection, handle, [], text_of(reference.get("type", "?"))[:200])

    def __repr__(self) -> str:
        return f"<remote {self._type}>"


class Member(_Target):
    """A name of the module or of an object, not looked at yet: call it, or read it with `attribute`."""

    def __repr__(self) -> str:
        return f"<remote name {'.'.join(self._path)}>"


class Solution(_Target):
    """The module under test."""

    def __init__(self, connection: Requests) -> None:
        super().__init__(connection, 0, [])

    def has(self, name: str) -> bool:
        """Whether the module defines `name`."""
        return self._connection.request("has", name) is True

    def reload(self) -> None:
        """Imports the module again, in the same process."""
        self._connection.request("reload")

    def __repr__(self) -> str:
        return "<the solution>"


def attribute(target: _Target, name: str) -> Any:
    """The value of an attribute: `attribute(cart, "total")`, `attribute(solution, "LIMIT")`."""
    return target._request("attribute", name)


def value_of(target: Any) -> Any:
    """What a name stands for: plain data or a Remote. Anything else is returned as it is."""
    return target._request("get") if isinstance(target, Member) else target


def text(target: Any) -> str:
    """`str(…)` of the solution's object, made in its process."""
    if not isinstance(target, _Target):
        return text_of(target)
    found = target._request("text")
    return found if type(found) is str else ""


def type_names(target: Any) -> list[str]:
    """The names of the object's class and of all its bases, nearest first."""
    if not isinstance(target, _Target):
        return [kind.__name__ for kind in type(target).__mro__]
    found = target._request("type_names")
    return [text_of(name) for name in found] if type(found) is list else []


def reference_of(value: Any) -> Reference:
    """The reference that stands for a target on the wire."""
    if isinstance(value, _Target):
        return {"!": "object", "handle": value._handle, "path": value._path}
    raise TypeError(f"{type(value).__name__} is not plain data and cannot be sent to the solution")
