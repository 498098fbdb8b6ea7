"""Keys are a tree of objects; what a key may do is a set of rights, which are objects, too."""
from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from typing import NamedTuple


class Right(NamedTuple):
    verb: str
    station: str | None = None      # None is every station; `keys` has none

    @classmethod
    def parse(cls, scope):
        if not isinstance(scope, str):
            raise PermissionError("a scope is a string")
        if scope == "keys":
            return cls("keys")
        verb, _, station = scope.partition(":")
        if verb not in {"read", "write"}:
            raise PermissionError("no such scope")
        return cls(verb) if station == "*" else cls.at(verb, station)

    @classmethod
    def at(cls, verb, station):
        if not (isinstance(station, str) and station
                and all(letter in "abcdefghijklmnopqrstuvwxyz0123456789-" for letter in station)):
            raise PermissionError("no such station")
        return cls(verb, station)

    def within(self, rights):
        return self in rights or Right(self.verb) in rights


@dataclass(eq=False)
class Node:
    rights: frozenset[Right]
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    living: bool = True

    def grow(self, rights):
        self.children.append(Node(rights, self))
        return self.children[-1]

    def wither(self):
        if self.parent is not None:
            self.parent.children.remove(self)
        falling = [self]
        while falling:
            node = falling.pop()
            node.living = False
            falling += node.children
            node.children = []

    def descends_from(self, other):
        node = self.parent
        while node is not None and node is not other:
            node = node.parent
        return node is other


class Stations:
    def __init__(self, owner_key):
        root = Node(frozenset(map(Right.parse, ("read:*", "write:*", "keys"))))
        self._book = {}
        if isinstance(owner_key, str) and owner_key:
            self._book[self._page(owner_key)] = root
        self._log = []              # (station, value), in the order in which they came

    @staticmethod
    def _page(key):
        """Keys themselves are not kept."""
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()

    def _node(self, key):
        node = self._book.get(self._page(key)) if isinstance(key, str) and key else None
        if node is None or not node.living:
            raise PermissionError("no such key")
        return node

    def _with(self, key, right):
        node = self._node(key)
        if not right.within(node.rights):
            raise PermissionError("this key is not good for that")
        return node

    def make_key(self, key, scopes):
        maker = self._with(key, Right("keys"))
        if not isinstance(scopes, list):
            raise PermissionError("scopes come in a list")
        rights = frozenset(map(Right.parse, scopes))
        if any(not right.within(maker.rights) for right in rights):
            raise PermissionError("more than the maker has")
        new = os.urandom(20).hex()
        self._book[self._page(new)] = maker.grow(rights)
        return new

    def revoke(self, key, other):
        node, target = self._with(key, Right("keys")), self._node(other)
        if not target.descends_from(node):
            raise PermissionError("not a key of yours")
        target.wither()
        self._book = {page: node for page, node in self._book.items() if node.living}

    def record(self, key, station, value):
        self._with(key, Right.at("write", station))
        self._log.append((station, value))

    def readings(self, key, station):
        self._with(key, Right.at("read", station))
        return [value for where, value in self._log if where == station]
