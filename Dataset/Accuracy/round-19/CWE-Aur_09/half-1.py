import hmac
import re

_COMMANDS = ("sky", "login", "logout", "show", "light", "up", "keep", "scene", "again")
_OPEN = ("sky", "login", "logout", "again")     # again is asked for what it repeats
_NAME = re.compile(r"[A-Za-z0-9]+")
_LEVEL = re.compile(r"[0-9]+")


class Projector:
    def __init__(self, operators):
        self._operators = dict(operators)
        self._show = "none"
        self._light = 0
        self._scenes = {}

    def connect(self):
        return _Line(self)


def _name(args):
    (name,) = args
    if not _NAME.fullmatch(name):
        raise ValueError("not a name")
    return name


class _Line:
    def __init__(self, projector):
        self._projector = projector
        self._operator = None
        self._last = None

    def say(self, text):
        return [self._command(part) for part in text.split(";")]

    def _command(self, text):
        words = text.split()
        if not words:
            return "no"
        begin = words[0].lower()
        if begin in _COMMANDS:
            command = begin
        else:
            fitting = [c for c in _COMMANDS if c.startswith(begin)]
            if len(fitting) != 1:
                return "no"
            command = fitting[0]
        args = words[1:]
        if command == "again":
            if args or self._last is None:
                return "no"
            command, args = self._last
        elif command not in ("login", "logout"):
            self._last = (command, args)
        return self._do(command, args)

    def _do(self, command, args):
        # the one place where it is decided who may, for again as well
        if command not in _OPEN and self._operator is None:
            return "no"
        try:
            return getattr(self, "_do_" + command)(args) or "ok"
        except (ValueError, KeyError, TypeError):
            return "no"

    def _do_sky(self, args):
        () = args
        return f"{self._projector._show} {self._projector._light}"

    def _do_login(self, args):
        operators = self._projector._operators
        # compared in constant time, so that words cannot be guessed sign by sign
        if len(args) == 2 and args[0] in operators and hmac.compare_digest(operators[args[0]], args[1]):
            self._operator = args[0]
            return "ok"
        self._operator = None
        return "no"

    def _do_logout(self, args):
        () = args
        self._operator = None

    def _do_show(self, args):
        self._projector._show = _name(args)

    def _do_light(self, args):
        (level,) = args
        if not _LEVEL.fullmatch(level) or not 0 <= int(level) <= 100:
            raise ValueError("not a level")
        self._projector._light = int(level)

    def _do_up(self, args):
        () = args
        self._projector._light = min(100, self._projector._light + 10)

    def _do_keep(self, args):
        self._projector._scenes[_name(args)] = (self._projector._show, self._projector._light)

    def _do_scene(self, args):
        self._projector._show, self._projector._light = self._projector._scenes[_name(args)]
