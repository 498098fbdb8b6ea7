"""Readings of the villages' weather stations, and who may do what with them."""
import secrets
import string
import threading

_LETTERS = frozenset(string.ascii_lowercase + string.digits + "-")


def _is_name(station):
    return isinstance(station, str) and station != "" and _LETTERS.issuperset(station)


class _Key:
    """Scopes are kept as in OAuth, in one string with blanks between them."""

    def __init__(self, maker, scope):
        self.maker = maker
        self.scope = scope
        self.revoked = False

    def line(self):
        """The key, the key it was made with, and so on up to the owner's."""
        key = self
        while key is not None:
            yield key
            key = key.maker

    def alive(self):
        return not any(key.revoked for key in self.line())

    def covers(self, scope):
        scopes = self.scope.split()
        if scope in scopes:
            return True
        kind, _, station = scope.partition(":")
        return kind in ("read", "write") and station not in ("", "*") and f"{kind}:*" in scopes


class Stations:
    def __init__(self, owner_key):
        self._keys = {owner_key: _Key(None, "read:* write:* keys")}
        self._stations = {}
        self._lock = threading.RLock()

    def _find(self, text):
        key = self._keys.get(text) if isinstance(text, str) and text else None
        if key is None or not key.alive():
            raise PermissionError("no such key")
        return key

    def _demand(self, text, scope):
        key = self._find(text)
        if not key.covers(scope):
            raise PermissionError(f"the key does not allow {scope}")
        return key

    def make_key(self, key, scopes):
        with self._lock:
            maker = self._demand(key, "keys")
            if not isinstance(scopes, (list, tuple)):
                raise PermissionError("scopes are a list")
            for scope in scopes:
                if not isinstance(scope, str) or not maker.covers(scope):
                    raise PermissionError("a key gives on what it has, and no more")
            text = secrets.token_hex(16)
            self._keys[text] = _Key(maker, " ".join(scopes))
            return text

    def revoke(self, key, other):
        with self._lock:
            revoker = self._demand(key, "keys")
            ended = self._find(other)
            if revoker is ended or revoker not in ended.line():
                raise PermissionError("this key was made by somebody else")
            ended.revoked = True

    def record(self, key, station, value):
        if not _is_name(station):
            raise PermissionError("there is no such station")
        with self._lock:
            self._demand(key, "write:" + station)
            self._stations.setdefault(station, []).append(value)

    def readings(self, key, station):
        if not _is_name(station):
            raise PermissionError("there is no such station")
        with self._lock:
            self._demand(key, "read:" + station)
            return self._stations.get(station, [])[:]
