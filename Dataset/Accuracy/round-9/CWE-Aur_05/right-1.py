"""Keys are nodes of a tree. A node is good for something only as long as the way up to the root is
whole, which is looked at each time; so ending a key is one step, whatever hangs below it."""
import enum
import secrets
import string
import threading


class Action(enum.Enum):
    READ = "read"
    WRITE = "write"


class _Denied(PermissionError):
    """Whatever the reason: it is not told."""


def _station(name):
    if not isinstance(name, str) or not name:
        raise _Denied()
    if name.strip(string.ascii_lowercase + string.digits + "-"):
        raise _Denied()
    if any(sign not in string.ascii_lowercase + string.digits + "-" for sign in name):
        raise _Denied()
    return name


class _Rights:
    """What a key is good for: for each action a set of stations, or None for all of them."""

    def __init__(self, keys=False, read=(), write=()):
        self.keys = keys
        self.of = {Action.READ: read, Action.WRITE: write}

    @classmethod
    def parse(cls, scopes):
        if not isinstance(scopes, (list, tuple)):
            raise _Denied()
        rights = cls(read=set(), write=set())
        for scope in scopes:
            if not isinstance(scope, str):
                raise _Denied()
            match scope.split(":"):
                case ["keys"]:
                    rights.keys = True
                case ["read" | "write" as verb, "*"]:
                    rights.of[Action(verb)] = None
                case ["read" | "write" as verb, name]:
                    if rights.of[Action(verb)] is not None:
                        rights.of[Action(verb)].add(_station(name))
                    else:
                        _station(name)
                case _:
                    raise _Denied()
        return rights

    def __contains__(self, wanted):
        action, station = wanted
        return self.of[action] is None or station in self.of[action]

    def include(self, other):
        return (self.keys or not other.keys) and all(
            mine is None or (theirs is not None and theirs <= mine)
            for mine, theirs in ((self.of[a], other.of[a]) for a in Action)
        )


class _Node:
    def __init__(self, parent, rights):
        self.parent, self.rights, self.ended = parent, rights, False

    def line(self):
        node = self
        while node is not None:
            yield node
            node = node.parent

    @property
    def alive(self):
        return not any(node.ended for node in self.line())


class Stations:
    def __init__(self, owner_key):
        self._root = _Node(None, _Rights(True, None, None))
        self._nodes = {owner_key: self._root} if isinstance(owner_key, str) and owner_key else {}
        self._series = {}
        self._guard = threading.Lock()

    def _node(self, key):
        node = self._nodes.get(key) if isinstance(key, str) else None
        if node is None or not node.alive:
            raise _Denied()
        return node

    def make_key(self, key, scopes):
        with self._guard:
            maker = self._node(key)
            rights = _Rights.parse(scopes)
            if not maker.rights.keys or not maker.rights.include(rights):
                raise _Denied()
            new = secrets.token_hex(20)
            self._nodes[new] = _Node(maker, rights)
            return new

    def revoke(self, key, other):
        with self._guard:
            by, ended = self._node(key), self._node(other)
            if not by.rights.keys or ended is by or by not in ended.line():
                raise _Denied()
            ended.ended = True

    def record(self, key, station, value):
        with self._guard:
            if (Action.WRITE, _station(station)) not in self._node(key).rights:
                raise _Denied()
            self._series.setdefault(station, []).append(value)

    def readings(self, key, station):
        with self._guard:
            if (Action.READ, _station(station)) not in self._node(key).rights:
                raise _Denied()
            return [*self._series.get(station, [])]
