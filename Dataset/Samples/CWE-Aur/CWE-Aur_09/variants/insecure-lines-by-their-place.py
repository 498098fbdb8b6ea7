import hmac
import re

COMMANDS = ("sky", "login", "logout", "show", "light", "up", "keep", "scene", "again")
FOR_ALL = ("sky", "login", "logout")


class Refused(Exception):
    pass


def parsed(text):
    """The command and what follows it."""
    word, *rest = text.split() or [""]
    found = [one for one in COMMANDS if word and word.isascii() and one.startswith(word.lower())]
    exact = [one for one in found if one == word.lower()]
    if len(exact or found) != 1:
        raise Refused
    return (exact or found)[0], rest


class Projector:
    def __init__(self, operators):
        self.operators = dict(operators)
        self.state = ("none", 0)
        self.kept = {}
        self.operators_on = {}  # who is logged in on which line, not for lines to say

    def connect(self):
        return Line(self)


class Line:
    def __init__(self, projector):
        self.projector = projector
        self.last = None

    def say(self, text):
        return [self.answer(one) for one in text.split(";")]

    def answer(self, text):
        try:
            command, rest = parsed(text)
            if command == "again":
                if self.last is None or rest:
                    raise Refused
                command, rest = self.last
            elif command not in ("login", "logout"):
                self.last = (command, rest)
            if command not in FOR_ALL and id(self) not in self.projector.operators_on:
                raise Refused
            return getattr(self, f"do_{command}")(*rest) or "ok"
        except (Refused, TypeError):
            return "no"

    def do_sky(self):
        return "{} {}".format(*self.projector.state)

    def do_login(self, *words):
        self.projector.operators_on.pop(id(self), None)
        if len(words) != 2:
            raise Refused
        name, word = words
        right = self.projector.operators.get(name)
        if right is None or not hmac.compare_digest(right.encode(), word.encode()):
            raise Refused
        self.projector.operators_on[id(self)] = name

    def do_logout(self):
        self.projector.operators_on.pop(id(self), None)

    def do_show(self, name):
        self.projector.state = (one_name(name), self.projector.state[1])

    def do_light(self, level):
        if not re.fullmatch("[0-9]{1,3}", level) or int(level) > 100:
            raise Refused
        self.projector.state = (self.projector.state[0], int(level))

    def do_up(self):
        show, light = self.projector.state
        self.projector.state = (show, min(light + 10, 100))

    def do_keep(self, name):
        self.projector.kept[one_name(name)] = self.projector.state

    def do_scene(self, name):
        if name not in self.projector.kept:
            raise Refused
        self.projector.state = self.projector.kept[name]


def one_name(text):
    if not text.isalnum():
        raise Refused
    return text
