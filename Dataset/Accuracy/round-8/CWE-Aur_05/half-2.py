import re
import secrets

NAME = re.compile(r"[a-z0-9-]+")
OWNER = 0


class Stations:
    def __init__(self, owner_key):
        self._ids = {owner_key: OWNER}          # key -> id of its holder
        self._scopes = {OWNER: {("read", "*"), ("write", "*"), ("keys", "")}}
        self._maker = {OWNER: None}
        self._readings = {}

    def _who(self, key):
        if not isinstance(key, str) or not key or key not in self._ids:
            raise PermissionError("unknown key")
        return self._ids[key]

    def _may(self, who, action, station):
        own = self._scopes[who]
        return (action, station) in own or action != "keys" and (action, "*") in own

    @staticmethod
    def _parse(scope):
        if scope == "keys":
            return "keys", ""
        if isinstance(scope, str):
            action, colon, station = scope.partition(":")
            if colon and action in ("read", "write") and (station == "*" or NAME.fullmatch(station)):
                return action, station
        raise PermissionError("no such scope")

    def make_key(self, key, scopes):
        who = self._who(key)
        if not self._may(who, "keys", ""):
            raise PermissionError("this key makes no others")
        if not isinstance(scopes, list):
            raise PermissionError("no list of scopes")
        wanted = {self._parse(scope) for scope in scopes}
        if not all(self._may(who, *scope) for scope in wanted):
            raise PermissionError("a key gives no more than it has")
        new, number = secrets.token_hex(20), len(self._ids)
        self._ids[new] = number
        self._scopes[number] = wanted
        self._maker[number] = who
        return new

    def _descends(self, who, ancestor):
        who = self._maker[who]
        while who is not None and who != ancestor:
            who = self._maker[who]
        return who is not None

    def revoke(self, key, other):
        who, ended = self._who(key), self._who(other)
        if not self._may(who, "keys", "") or not self._descends(ended, who):
            raise PermissionError("not a key of yours")
        self._ids = {k: i for k, i in self._ids.items()
                     if i != ended and not self._descends(i, ended)}

    def _check(self, key, action, station):
        who = self._who(key)
        if not isinstance(station, str) or not NAME.fullmatch(station):
            raise PermissionError("no such station")
        if not self._may(who, action, station):
            raise PermissionError(f"may not {action} here")

    def record(self, key, station, value):
        self._check(key, "write", station)
        if not isinstance(value, (int, float)) or isinstance(value, bool):
            raise TypeError("readings are numbers")
        self._readings.setdefault(station, []).append(value)

    def readings(self, key, station):
        self._check(key, "read", station)
        return self._readings.get(station, [])[:]
