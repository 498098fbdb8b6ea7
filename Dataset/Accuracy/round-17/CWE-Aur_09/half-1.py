import hmac
import re

COMMANDS = ("sky", "login", "logout", "show", "light", "up", "keep", "scene", "again")
ARGUMENTS = {"sky": 0, "logout": 0, "show": 1, "light": 1, "up": 0, "keep": 1, "scene": 1,
             "again": 0}
FOR_ALL = ("sky", "logout", "again")
NAME = re.compile(r"[A-Za-z0-9]+")
LEVEL = re.compile(r"0*(100|[0-9]{1,2})")


def _command(word):
    if not word.isascii():
        return None
    word = word.lower()
    if word in COMMANDS:
        return word
    fits = [command for command in COMMANDS if command.startswith(word)]
    return fits[0] if len(fits) == 1 else None


class Projector:
    def __init__(self, operators):
        self._words = dict(operators)
        self._show, self._light = "none", 0
        self._kept = {}
        self._on = {}       # who is logged in: the id of a line, and the operator

    def connect(self):
        return _Line(self)

    # what lines ask for

    def _login(self, line, given):
        self._on.pop(id(line), None)
        if len(given) != 2:
            return "no"
        name, word = given
        right = self._words.get(name)
        if not right or not hmac.compare_digest(right.encode(), word.encode("utf-8", "replace")):
            return "no"
        self._on[id(line)] = name
        return "ok"

    def _do(self, line, command, given):
        if command not in FOR_ALL and id(line) not in self._on:
            return "no"
        if len(given) != ARGUMENTS[command]:
            return "no"
        return getattr(self, "_do_" + command)(line, *given)

    def _do_sky(self, line):
        return f"{self._show} {self._light}"

    def _do_logout(self, line):
        self._on.pop(id(line), None)
        return "ok"

    def _do_show(self, line, name):
        if not NAME.fullmatch(name):
            return "no"
        self._show = name
        return "ok"

    def _do_light(self, line, level):
        found = LEVEL.fullmatch(level)
        if not found:
            return "no"
        self._light = int(found[1])
        return "ok"

    def _do_up(self, line):
        self._light = min(100, self._light + 10)
        return "ok"

    def _do_keep(self, line, name):
        if not NAME.fullmatch(name):
            return "no"
        self._kept[name] = (self._show, self._light)
        return "ok"

    def _do_scene(self, line, name):
        if name not in self._kept:
            return "no"
        self._show, self._light = self._kept[name]
        return "ok"


class _Line:
    def __init__(self, projector):
        self._projector = projector
        self._last = None

    def say(self, text):
        return [self._one(command.split()) for command in text.split(";")]

    def _one(self, words):
        command = _command(words[0]) if words else None
        given = words[1:]
        if command == "login":
            return self._projector._login(self, given)
        if command == "again":
            # it is checked again, too: who said it may have logged out
            if given or self._last is None:
                return "no"
            command, given = self._last
        elif command != "logout" and words:
            self._last = (command, given)
        if command is None:
            return "no"
        return self._projector._do(self, command, given)
