import hmac
import re

NAME = re.compile(r"[^\W_]+")
LEVEL = re.compile(r"[0-9]{1,3}")
# command: how many words follow
COMMANDS = {"sky": 0, "login": 2, "logout": 0, "show": 1, "light": 1, "up": 0, "keep": 1, "scene": 1, "again": 0}
FOR_ALL = {"sky", "login", "logout"}


class Projector:
    def __init__(self, operators):
        self._operators = dict(operators)
        self._show, self._light = "none", 0
        self._kept = {}
        # Who is logged in is known here and not in the lines, which are in the hands of whoever is connected.
        self._logged_in = {}

    def connect(self):
        return Line(self)

    def _login(self, line, words):
        self._logged_in.pop(id(line), None)
        if len(words) != 2:
            return "no"
        name, word = words
        known = self._operators.get(name)
        if not known or not hmac.compare_digest(known.encode(), word.encode("utf-8", "replace")):
            return "no"
        self._logged_in[id(line)] = name
        return "ok"

    def _do(self, line, command, words):
        if command == "login":
            return self._login(line, words)
        if len(words) != COMMANDS[command]:
            return "no"
        if command not in FOR_ALL and id(line) not in self._logged_in:
            return "no"
        if command == "sky":
            return f"{self._show} {self._light}"
        if command == "logout":
            self._logged_in.pop(id(line), None)
        elif command == "up":
            self._light = min(100, self._light + 10)
        elif command == "light":
            if not LEVEL.fullmatch(words[0]) or int(words[0]) > 100:
                return "no"
            self._light = int(words[0])
        elif not NAME.fullmatch(words[0]):
            return "no"
        elif command == "show":
            self._show = words[0]
        elif command == "keep":
            self._kept[words[0]] = self._show, self._light
        elif command == "scene":
            if words[0] not in self._kept:
                return "no"
            self._show, self._light = self._kept[words[0]]
        return "ok"


class Line:
    def __init__(self, projector):
        self._projector = projector
        self._last = None

    def say(self, text):
        return [self._one(part.split()) for part in text.split(";")]

    def _one(self, words):
        found = [name for name in COMMANDS if words and name.startswith(words[0].lower())]
        if len(found) != 1:
            return "no"
        command, rest = found[0], words[1:]
        if command == "again":
            if rest or self._last is None:
                return "no"
            command, rest = self._last
        elif command not in ("login", "logout"):
            self._last = command, rest
        return self._projector._do(self, command, rest)
