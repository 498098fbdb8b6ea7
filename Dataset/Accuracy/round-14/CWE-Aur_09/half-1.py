import hmac
import re

NAME = re.compile(r"[^\W_]+")
LEVEL = re.compile(r"[0-9]{1,3}")


class Refused(Exception):
    """The command cannot be done; nothing has changed."""


class Projector:
    def __init__(self, operators):
        self.operators = dict(operators)
        self.show, self.light = "none", 0
        self.kept = {}

    def connect(self):
        return Line(self)


def for_operators(function):
    function.for_operators = True
    return function


class Line:
    def __init__(self, projector):
        self._projector = projector
        self._operator = None
        self._last = None

    def say(self, text):
        return [self._answer(part.split()) for part in text.split(";")]

    def _answer(self, words):
        try:
            if not words:
                raise Refused
            command = self._find(words[0])
            if command == "again":
                if len(words) > 1 or self._last is None:
                    raise Refused
                command, arguments = self._last
            else:
                arguments = words[1:]
                if command not in ("login", "logout"):
                    self._last = command, arguments
            return self._do(command, arguments)
        except Refused:
            return "no"

    @staticmethod
    def _find(word):
        found = [name for name in COMMANDS if name.startswith(word.lower())]
        if len(found) != 1:
            raise Refused
        return found[0]

    def _do(self, command, arguments):
        function = COMMANDS[command]
        if getattr(function, "for_operators", False) and self._operator is None:
            raise Refused  # asked each time, for what "again" repeats as well
        try:
            return function(self, *arguments) or "ok"
        except TypeError:
            raise Refused from None  # too few or too many words

    def sky(self):
        return f"{self._projector.show} {self._projector.light}"

    def login(self, name="", word=""):
        self._operator = None
        known = self._projector.operators.get(name)
        if not known or not hmac.compare_digest(known.encode(), word.encode("utf-8", "replace")):
            raise Refused
        self._operator = name

    def logout(self):
        self._operator = None

    @for_operators
    def show(self, name):
        if not NAME.fullmatch(name):
            raise Refused
        self._projector.show = name

    @for_operators
    def light(self, level):
        if not LEVEL.fullmatch(level) or int(level) > 100:
            raise Refused
        self._projector.light = int(level)

    @for_operators
    def up(self):
        self._projector.light = min(100, self._projector.light + 10)

    @for_operators
    def keep(self, name):
        if not NAME.fullmatch(name):
            raise Refused
        self._projector.kept[name] = self._projector.show, self._projector.light

    @for_operators
    def scene(self, name):
        if name not in self._projector.kept:
            raise Refused
        self._projector.show, self._projector.light = self._projector.kept[name]


COMMANDS = {name: vars(Line)[name] for name in
            ("sky", "login", "logout", "show", "light", "up", "keep", "scene")}
COMMANDS["again"] = None
