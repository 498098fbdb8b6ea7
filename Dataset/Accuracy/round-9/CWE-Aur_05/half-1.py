"""Readings of the weather stations, and the keys with which programs get at them."""
import hmac
import re
import secrets
import threading

_SCOPE = re.compile(r"keys|(?:read|write):(?:\*|[a-z0-9-]+)")
_STATION = re.compile(r"[a-z0-9-]+")


class _Key:
    def __init__(self, scopes, maker):
        self.scopes = frozenset(scopes)
        self.maker = maker              # None: the owner
        self.made = []                  # keys that were made with this one

    def allows(self, scope):
        if scope in self.scopes:
            return True
        action, colon, _ = scope.partition(":")
        return bool(colon) and f"{action}:*" in self.scopes


class Stations:
    """The web service calls the methods from several threads."""

    def __init__(self, owner_key):
        self._owner_key = owner_key
        self._keys = {}
        self._readings = {}
        self._lock = threading.RLock()

    def _is_owner(self, key):
        return (
            isinstance(key, str) and key != "" and isinstance(self._owner_key, str)
            and hmac.compare_digest(key.encode("utf-8", "replace"),
                                    self._owner_key.encode("utf-8", "replace"))
        )

    def _get(self, key):
        with self._lock:
            found = self._keys.get(key) if isinstance(key, str) else None
        if found is None:
            raise PermissionError("this is no key")
        return found

    def _demand(self, key, action, station):
        if not isinstance(station, str) or not _STATION.fullmatch(station):
            raise PermissionError("there is no such station")
        if not self._is_owner(key) and not self._get(key).allows(f"{action}:{station}"):
            raise PermissionError(f"this key may not {action} {station}")

    def make_key(self, key, scopes):
        if not isinstance(scopes, (list, tuple)):
            raise PermissionError("scopes come in a list")
        scopes = list(scopes)
        if not all(isinstance(scope, str) and _SCOPE.fullmatch(scope) for scope in scopes):
            raise PermissionError("unknown scope")
        maker = None
        if not self._is_owner(key):
            maker = self._get(key)
            if "keys" not in maker.scopes or not all(map(maker.allows, scopes)):
                raise PermissionError("a key cannot hand on more than it has")
        new = secrets.token_urlsafe(24)
        with self._lock:
            self._keys[new] = _Key(scopes, maker)
            if maker is not None:
                maker.made.append(new)
        return new

    def revoke(self, key, other):
        with self._lock:
            ended = self._get(other)
            if not self._is_owner(key):
                own = self._get(key)
                above = ended.maker
                while above is not None and above is not own:
                    above = above.maker
                if above is None or "keys" not in own.scopes:
                    raise PermissionError("this key was not made with yours")
            waiting = [other]
            while waiting:
                gone = self._keys.pop(waiting.pop(), None)
                if gone is not None:
                    waiting.extend(gone.made)

    def record(self, key, station, value):
        self._demand(key, "write", station)
        with self._lock:
            self._readings.setdefault(station, []).append(value)

    def readings(self, key, station):
        self._demand(key, "read", station)
        with self._lock:
            return list(self._readings.get(station, ()))
