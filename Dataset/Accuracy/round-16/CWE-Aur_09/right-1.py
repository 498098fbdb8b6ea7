import re
from hmac import compare_digest
from typing import NamedTuple

_GRAMMAR = {
    "sky": "",
    "login": " +([^ ]+) +([^ ]+)",
    "logout": "",
    "show": " +([A-Za-z0-9]+)",
    "light": " +(0*(?:100|[0-9]{1,2}))",
    "up": "",
    "keep": " +([A-Za-z0-9]+)",
    "scene": " +([A-Za-z0-9]+)",
    "again": "",
}
_FORMS = {command: re.compile(rest, re.ASCII) for command, rest in _GRAMMAR.items()}


def _shortenings():
    found = {}
    for command in _GRAMMAR:
        for end in range(1, len(command) + 1):
            found.setdefault(command[:end], set()).add(command)
    return {short: commands.pop() for short, commands in found.items() if len(commands) == 1}


_SHORT = _shortenings()


class _Sky(NamedTuple):
    show: str = "none"
    light: int = 0




class Projector:
    def __init__(self, operators):
        self.__operators = {name: word.encode() for name, word in operators.items()}
        self.__sky = _Sky()
        self.__scenes = {}

    def connect(self):
        """Each line is a coroutine, whose local variables are all that is known of it."""
        line = self.__line()
        next(line)

        class Line:
            __slots__ = ()

            def say(self, text):
                return [line.send(command) for command in text.split(";")]

        return Line()

    def __line(self):
        operator, last, answer = False, None, None
        while True:
            said = (yield answer).strip(" ")
            answer = "no"
            head = re.match("[A-Za-z]*", said)[0]
            command = _SHORT.get(head.lower())
            rest = said[len(head):]
            if command is None or rest[:1] not in ("", " "):
                continue
            words = _FORMS[command].fullmatch(rest)
            if command == "login":
                operator = words is not None and self.__proves(*words.groups())
                answer = "ok" if operator else "no"
            elif command == "logout":
                if words:
                    operator, answer = False, "ok"
            elif command == "again":
                if words and operator and last:
                    answer = self.__perform(operator, *last)
            else:
                last = command, words
                answer = self.__perform(operator, command, words)

    def __proves(self, name, word):
        right = self.__operators.get(name)
        return right is not None and compare_digest(right, word.encode("utf-8", "surrogatepass"))

    def __perform(self, operator, command, words):
        if words is None:
            return "no"
        if command == "sky":
            return "{} {}".format(*self.__sky)
        if operator is not True:
            return "no"
        match [command, *words.groups()]:
            case ["show", name]:
                self.__sky = self.__sky._replace(show=name)
            case ["light", level]:
                self.__sky = self.__sky._replace(light=int(level))
            case ["up"]:
                self.__sky = self.__sky._replace(light=min(self.__sky.light + 10, 100))
            case ["keep", name]:
                self.__scenes[name] = self.__sky
            case ["scene", name] if name in self.__scenes:
                self.__sky = self.__scenes[name]
            case _:
                return "no"
        return "ok"
