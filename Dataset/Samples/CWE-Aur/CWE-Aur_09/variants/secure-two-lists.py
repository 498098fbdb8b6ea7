"""A line has an operator's commands only while one is logged in."""


class Projector:
    def __init__(self, operators):
        self._operators = list(operators.items())
        self._show, self._light, self._kept = "none", 0, {}

    def connect(self):
        return _Line(self)


ALL = ["sky", "login", "logout", "show", "light", "up", "keep", "scene", "again"]


class _Line:
    def __init__(self, projector):
        self._p = projector
        self._said = []
        self._leave()

    def _leave(self, *_):
        self._can = {"sky": self._sky, "login": self._login, "logout": self._logout}

    def _enter(self):
        self._can |= {"show": self._begin, "light": self._set, "up": self._up, "keep": self._keep, "scene": self._scene}

    def say(self, text):
        return [self._do(part) for part in text.split(";")]

    def _do(self, part):
        words = part.split()
        first = words[0].lower() if words and words[0].isascii() else "-"
        names = [first] if first in ALL else [name for name in ALL if name.startswith(first)]
        if len(names) != 1:
            return "no"
        if names[0] == "again":
            if len(words) > 1 or not self._said:
                return "no"
            name, *rest = self._said
        else:
            name, *rest = names[0], *words[1:]
            if name not in ("login", "logout"):
                self._said = [name, *rest]
        try:
            return self._can[name](rest)
        except (KeyError, ValueError):
            return "no"

    def _sky(self, rest):
        () = rest
        return f"{self._p._show} {self._p._light}"

    def _login(self, rest):
        self._leave()
        if tuple(rest) not in self._p._operators:
            return "no"
        self._enter()
        return "ok"

    def _logout(self, rest):
        () = rest
        self._leave()
        return "ok"

    def _begin(self, rest):
        (name,) = rest
        self._p._show = self._name(name)
        return "ok"

    def _set(self, rest):
        (level,) = rest
        self._p._light = [str(number) for number in range(101)].index(level)
        return "ok"

    def _up(self, rest):
        () = rest
        self._p._light = min(self._p._light + 10, 100)
        return "ok"

    def _keep(self, rest):
        (name,) = rest
        self._p._kept[self._name(name)] = (self._p._show, self._p._light)
        return "ok"

    def _scene(self, rest):
        (name,) = rest
        self._p._show, self._p._light = self._p._kept[name]
        return "ok"

    def _name(self, name):
        if not name.isalnum():
            raise ValueError(name)
        return name
