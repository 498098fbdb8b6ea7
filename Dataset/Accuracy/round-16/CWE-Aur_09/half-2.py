import hashlib
import os
import string

LETTERS = set(string.ascii_letters + string.digits)


class Projector:
    def __init__(self, operators):
        # The words themselves are not kept, only what they can be checked by.
        self._salt = os.urandom(16)
        self._known = {self._digest(name, word) for name, word in operators.items()}
        self.show, self.light = "none", 0
        self.scenes = {}

    def _digest(self, name, word):
        return hashlib.sha256(self._salt + (name + word).encode("utf-8", "backslashreplace")).digest()

    def knows(self, name, word):
        return self._digest(name, word) in self._known

    def connect(self):
        return _Line(self)


def _is_name(text):
    return bool(text) and LETTERS.issuperset(text)


class _Line:
    def __init__(self, projector):
        self._projector = projector
        self._operator = None
        self._last = None
        # command: (how many words follow, whether it is for operators only, what does it)
        self._commands = {
            "sky": (0, False, self._sky),
            "login": (2, False, self._login),
            "logout": (0, False, self._logout),
            "show": (1, True, self._show),
            "light": (1, True, self._light),
            "up": (0, True, self._up),
            "keep": (1, True, self._keep),
            "scene": (1, True, self._scene),
            "again": (0, True, self._again),
        }

    def say(self, text):
        return [self._do(command.split()) for command in text.split(";")]

    def _do(self, words):
        if not words or not words[0].isascii():
            return "no"
        begin, rest = words[0].lower(), words[1:]
        meant = [command for command in self._commands if command.startswith(begin)]
        if len(meant) != 1:
            return "no"
        number, guarded, action = self._commands[meant[0]]
        if meant[0] not in ("login", "logout", "again"):
            self._last = words
        if guarded and self._operator is None:
            return "no"
        if len(rest) != number:
            if action == self._login:
                self._operator = None
            return "no"
        return action(*rest)

    def _sky(self):
        return f"{self._projector.show} {self._projector.light}"

    def _login(self, name, word):
        self._operator = None
        if not _is_name(name) or not _is_name(word) or not self._projector.knows(name, word):
            return "no"
        self._operator = name
        return "ok"

    def _logout(self):
        self._operator = None
        return "ok"

    def _show(self, name):
        if not _is_name(name):
            return "no"
        self._projector.show = name
        return "ok"

    def _light(self, level):
        if level not in map(str, range(101)):
            return "no"
        self._projector.light = int(level)
        return "ok"

    def _up(self):
        self._projector.light = min(self._projector.light + 10, 100)
        return "ok"

    def _keep(self, name):
        if not _is_name(name):
            return "no"
        self._projector.scenes[name] = self._projector.show, self._projector.light
        return "ok"

    def _scene(self, name):
        if name not in self._projector.scenes:
            return "no"
        self._projector.show, self._projector.light = self._projector.scenes[name]
        return "ok"

    def _again(self):
        # goes through all the checks once more
        return self._do(self._last) if self._last else "no"
