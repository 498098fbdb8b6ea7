"""A line is a coroutine; its only local variables are who is logged in and what was said last."""
import re
import threading
from collections import namedtuple
from secrets import compare_digest

Sky = namedtuple("Sky", "show light")
_WORDS = "sky login logout show light up keep scene again".split()
_NAME = re.compile("[A-Za-z0-9]+")


def _full(word):
    if word.isascii():
        match [w for w in _WORDS if re.match(re.escape(word), w, re.I)]:
            case [only]:
                return only


class Projector:
    def __init__(self, operators):
        self.__operators = tuple((n, w) for n, w in operators.items())
        self.__lock = threading.Lock()
        self.__sky = Sky("none", 0)
        self.__scenes = {}

    def connect(self):
        return _Line(self.__listen())

    def __listen(self):
        operator = last = answer = None
        while True:
            words = yield answer
            command = [_full(words[0]), *words[1:]] if words else [None]
            if command == ["again"]:
                command = last or [None]
            elif command[0] not in (None, "again", "login", "logout"):
                last = command
            match command:
                case ["login", *rest]:
                    operator = self.__who(rest)
                    answer = "ok" if operator else "no"
                case ["logout"]:
                    operator, answer = None, "ok"
                case ["sky"]:
                    answer = "%s %d" % self.__sky
                case [str(), *_] if operator:
                    with self.__lock:
                        answer = "ok" if self.__change(*command) else "no"
                case _:
                    answer = "no"

    def __who(self, rest):
        if len(rest) != 2:
            return None
        name, word = (part.encode("utf-8", "surrogatepass") for part in rest)
        for known, secret in self.__operators:
            if known.encode() == name and compare_digest(secret.encode(), word):
                return known
        return None

    def __change(self, command, *rest):
        match command, *rest:
            case "up",:
                self.__sky = self.__sky._replace(light=min(self.__sky.light + 10, 100))
            case "light", level if re.fullmatch("0*([0-9]{1,2}|100)", level):
                self.__sky = self.__sky._replace(light=int(level[-3:]))
            case "show", name if _NAME.fullmatch(name):
                self.__sky = Sky(name, self.__sky.light)
            case "keep", name if _NAME.fullmatch(name):
                self.__scenes[name] = self.__sky
            case "scene", name if name in self.__scenes:
                self.__sky = self.__scenes[name]
            case _:
                return False
        return True


class _Line:
    __slots__ = "_ear",

    def __init__(self, ear):
        self._ear = ear
        next(ear)

    def say(self, text):
        return [self._ear.send(part.split()) for part in text.split(";")]
