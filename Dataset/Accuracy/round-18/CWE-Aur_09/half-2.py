import hmac
import re

COMMANDS = ("sky", "login", "logout", "show", "light", "up", "keep", "scene", "again")
NAME = re.compile(r"[^\W_]+")
LEVEL = re.compile(r"[0-9]{1,9}")


class Line:
    """A line to the projector. What is said on it is done by the projector."""

    def __init__(self, projector):
        self._projector = projector
        self._last = None

    def say(self, text):
        answers = []
        for part in text.split(";"):
            command, *args = part.split() or [""]
            command = self._whole(command.lower())
            if command == "again":
                answer = self._projector.do(self, *self._last) if self._last and not args else "no"
            else:
                if command not in (None, "login", "logout"):
                    self._last = command, args
                answer = self._projector.do(self, command, args)
            answers.append(answer)
        return answers

    @staticmethod
    def _whole(word):
        if not word:
            return None
        found = [command for command in COMMANDS if command.startswith(word)]
        return found[0] if len(found) == 1 else None


class Projector:
    def __init__(self, operators):
        self._words = dict(operators)
        self._logged_in = {}  # who is logged in on which line; lines know nothing of it
        self._show = "none"
        self._light = 0
        self._scenes = {}

    def connect(self):
        return Line(self)

    def do(self, line, command, args):
        if command == "login":
            return self._login(line, args)
        if command == "logout" and not args:
            self._logged_in.pop(id(line), None)
            return "ok"
        if command == "sky" and not args:
            return f"{self._show} {self._light}"
        if id(line) not in self._logged_in:
            return "no"
        if command == "up" and not args:
            self._light = min(100, self._light + 10)
            return "ok"
        if command in ("show", "light", "keep", "scene") and len(args) == 1:
            return "ok" if getattr(self, "_" + command + "_command")(args[0]) else "no"
        return "no"

    def _login(self, line, args):
        self._logged_in.pop(id(line), None)  # a login that is refused logs out
        if len(args) != 2 or args[0] not in self._words:
            return "no"
        name, word = args
        if not hmac.compare_digest(self._words[name].encode(), word.encode("utf-8", "surrogatepass")):
            return "no"
        self._logged_in[id(line)] = name
        return "ok"

    def _show_command(self, name):
        if NAME.fullmatch(name):
            self._show = name
            return True

    def _light_command(self, level):
        if LEVEL.fullmatch(level) and int(level) <= 100:
            self._light = int(level)
            return True

    def _keep_command(self, name):
        if NAME.fullmatch(name):
            self._scenes[name] = self._show, self._light
            return True

    def _scene_command(self, name):
        if name in self._scenes:
            self._show, self._light = self._scenes[name]
            return True
