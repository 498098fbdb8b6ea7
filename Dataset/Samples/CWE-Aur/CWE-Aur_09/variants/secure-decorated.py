"""Each command is a function; those for operators say so."""
import re

TABLE = {}


def command(pattern, operators=True):
    def enter(function):
        TABLE[function.__name__.rstrip("_")] = (re.compile(pattern), operators, function)
        return function

    return enter


@command("", operators=False)
def sky(line):
    return f"{line.projector.now['show']} {line.projector.now['light']}"


@command(r"(?s:.*)", operators=False)
def login(line, text):
    line.by = None
    words = text.split()
    if len(words) == 2 and (words[0], words[1]) in line.projector.operators.items():
        line.by = words[0]
        return "ok"
    return "no"


@command("", operators=False)
def logout(line):
    line.by = None


@command(r"([A-Za-z0-9]+)")
def show(line, name):
    line.projector.now["show"] = name


@command(r"(0*[0-9]{1,2}|0*100)")
def light(line, level):
    line.projector.now["light"] = int(level)


@command("")
def up(line):
    line.projector.now["light"] = min(line.projector.now["light"] + 10, 100)


@command(r"([A-Za-z0-9]+)")
def keep(line, name):
    line.projector.kept[name] = dict(line.projector.now)


@command(r"([A-Za-z0-9]+)")
def scene(line, name):
    if name not in line.projector.kept:
        return "no"
    line.projector.now = dict(line.projector.kept[name])


@command("", operators=False)
def again(line):
    return line.do(*line.before) if line.before else "no"


class Projector:
    def __init__(self, operators):
        self.operators = operators.copy()
        self.now, self.kept = {"show": "none", "light": 0}, {}

    def connect(self):
        return Line(self)


class Line:
    def __init__(self, projector):
        self.projector, self.by, self.before = projector, None, None

    def say(self, text):
        return [self.one(part.strip()) for part in text.split(";")]

    def one(self, text):
        word = re.match(r"\S*", text).group()
        fitting = [name for name in TABLE if name.startswith(word.lower())] if word and word.isascii() else []
        if word.lower() in fitting:
            fitting = [word.lower()]
        if len(fitting) != 1:
            return "no"
        rest = text[len(word) :].strip()
        if fitting[0] not in ("again", "login", "logout"):
            self.before = (fitting[0], rest)
        return self.do(fitting[0], rest)

    def do(self, name, rest):
        pattern, operators, function = TABLE[name]
        found = pattern.fullmatch(rest)
        if found is None or (operators and self.by is None):
            return "no"
        return function(self, *(found.groups() or ([rest] if name == "login" else []))) or "ok"
