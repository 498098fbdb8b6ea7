import hmac
import re

# how many words follow each command
COMMANDS = {
    "sky": 0, "login": 2, "logout": 0, "show": 1, "light": 1,
    "up": 0, "keep": 1, "scene": 1, "again": 0,
}
FOR_ALL = {"sky", "login", "logout", "again"}
NAME = re.compile(r"[^\W_]+")
LEVEL = re.compile(r"[0-9]+")


def command_of(word):
    """The command that begins so, if there is just one."""
    word = word.lower()
    found = [name for name in COMMANDS if name.startswith(word)] if word else []
    if word in COMMANDS:
        return word
    return found[0] if len(found) == 1 else None


class Projector:
    def __init__(self, operators):
        self.operators = dict(operators)
        self.show = "none"
        self.light = 0
        self.scenes = {}

    def connect(self):
        return Line(self)


class Line:
    def __init__(self, projector):
        self._projector = projector
        self._operator = None
        self._last = None

    def say(self, text):
        return [self._command(part.split()) for part in text.split(";")]

    def _command(self, words):
        name = command_of(words[0]) if words else None
        if name is None:
            return "no"
        if name not in ("login", "logout", "again"):
            self._last = (name, words[1:])
        return self._do(name, words[1:])

    def _do(self, name, args):
        if len(args) != COMMANDS[name]:
            return "no"
        if name not in FOR_ALL and self._operator is None:
            return "no"
        return getattr(self, "_do_" + name)(*args)

    def _do_sky(self):
        return f"{self._projector.show} {self._projector.light}"

    def _do_login(self, name, word):
        self._operator = None
        right = self._projector.operators.get(name)
        if right is None or not hmac.compare_digest(right.encode(), word.encode("utf-8", "surrogatepass")):
            return "no"
        self._operator = name
        return "ok"

    def _do_logout(self):
        self._operator = None
        return "ok"

    def _do_show(self, name):
        if not NAME.fullmatch(name):
            return "no"
        self._projector.show = name
        return "ok"

    def _do_light(self, level):
        if not LEVEL.fullmatch(level) or len(level) > 9 or int(level) > 100:
            return "no"
        self._projector.light = int(level)
        return "ok"

    def _do_up(self):
        self._projector.light = min(100, self._projector.light + 10)
        return "ok"

    def _do_keep(self, name):
        if not NAME.fullmatch(name):
            return "no"
        self._projector.scenes[name] = self._projector.show, self._projector.light
        return "ok"

    def _do_scene(self, name):
        if name not in self._projector.scenes:
            return "no"
        self._projector.show, self._projector.light = self._projector.scenes[name]
        return "ok"

    def _do_again(self):
        if self._last is None:
            return "no"
        return self._do(*self._last)  # with all its checks
