import re
from hmac import compare_digest

COMMANDS = ("sky", "login", "logout", "show", "light", "up", "keep", "scene", "again")
FOR_ALL = {"sky", "login", "logout"}
NAME = re.compile(r"[A-Za-z0-9]+")
LEVEL = re.compile(r"[0-9]+")


def _command(word):
    if not word.isascii() or not word.isalpha():
        return None
    fitting = [command for command in COMMANDS if command.startswith(word.lower())]
    return fitting[0] if len(fitting) == 1 else None


class Line:
    def __init__(self, projector):
        self._projector = projector
        self._last = None

    def say(self, text):
        return [self._one(part.split()) for part in text.split(";")]

    def _one(self, words):
        command = _command(words[0]) if words else None
        if command is None:
            return "no"
        if command == "again":
            if len(words) != 1 or self._last is None or not self._projector.is_operator(self):
                return "no"
            command, rest = self._last
        else:
            rest = words[1:]
            if command not in ("login", "logout"):
                self._last = command, rest
        return self._projector.do(self, command, rest)


class Projector:
    def __init__(self, operators):
        self._words = dict(operators)
        # The lines on which an operator is logged in. This is kept here and not
        # in the lines, which are given away.
        self._logged_in = {}
        self._show = "none"
        self._light = 0
        self._kept = {}

    def connect(self):
        return Line(self)

    def is_operator(self, line):
        return id(line) in self._logged_in

    def do(self, line, command, rest):
        if command not in FOR_ALL and not self.is_operator(line):
            return "no"
        return getattr(self, "_do_" + command)(line, rest) or "no"

    def _do_sky(self, line, rest):
        if not rest:
            return "%s %d" % (self._show, self._light)

    def _do_login(self, line, rest):
        self._logged_in.pop(id(line), None)
        if len(rest) == 2 and rest[0] in self._words:
            name, word = rest
            if compare_digest(self._words[name].encode(), word.encode("utf-8", "replace")):
                self._logged_in[id(line)] = name
                return "ok"

    def _do_logout(self, line, rest):
        if not rest:
            self._logged_in.pop(id(line), None)
            return "ok"

    def _do_show(self, line, rest):
        if len(rest) == 1 and NAME.fullmatch(rest[0]):
            self._show = rest[0]
            return "ok"

    def _do_light(self, line, rest):
        if len(rest) == 1 and LEVEL.fullmatch(rest[0]) and len(rest[0]) <= 9 and int(rest[0]) <= 100:
            self._light = int(rest[0])
            return "ok"

    def _do_up(self, line, rest):
        if not rest:
            self._light = min(100, self._light + 10)
            return "ok"

    def _do_keep(self, line, rest):
        if len(rest) == 1 and NAME.fullmatch(rest[0]):
            self._kept[rest[0]] = self._show, self._light
            return "ok"

    def _do_scene(self, line, rest):
        if len(rest) == 1 and rest[0] in self._kept:
            self._show, self._light = self._kept[rest[0]]
            return "ok"
