"""The projector's commands, each as one pattern; what they do is a new state, not a change."""
import re
from collections import namedtuple
from types import MappingProxyType

State = namedtuple("State", "show light scenes")




def _shortened(name, others):
    """A pattern for a command and the beginnings that only it has."""
    size = next(n for n in range(1, len(name) + 1) if not any(o.startswith(name[:n]) for o in others if o != name))
    tail = ""
    for sign in reversed(name[size:]):
        tail = "(?:%s%s)?" % (sign, tail)
    return "(?ai:%s%s)" % (name[:size], tail)


NAME = "[^\\W_]+"
OPERANDS = {
    "sky": (), "login": ("[a-z0-9]+", "[a-z0-9]+"), "logout": (), "again": (),
    "show": (NAME,), "light": ("0*(?:100|[0-9]{1,2})",), "up": (), "keep": (NAME,), "scene": (NAME,),
}
PATTERNS = {c: re.compile(_shortened(c, OPERANDS)) for c in OPERANDS}


def read(text):
    """The command and its operands; operands are None where they are no good."""
    head, *rest = text.split() or [""]
    for command, pattern in PATTERNS.items():
        if pattern.fullmatch(head):
            wanted = OPERANDS[command]
            good = len(rest) == len(wanted) and all(map(re.fullmatch, wanted, rest))
            return command, tuple(rest) if good else None
    return None, None


CHANGES = {
    "show": lambda s, name: s._replace(show=name),
    "light": lambda s, level: s._replace(light=int(level[-3:])),
    "up": lambda s: s._replace(light=sorted((s.light + 10, 100))[0]),
    "keep": lambda s, name: s._replace(scenes=MappingProxyType({**s.scenes, name: (s.show, s.light)})),
    "scene": lambda s, name: State(*s.scenes[name], s.scenes),
}


class Projector:
    def __init__(self, operators):
        pairs = frozenset(operators.items())
        state = State("none", 0, MappingProxyType({}))

        def change(how, operands):
            nonlocal state
            state = how(state, *operands)

        self._are_pair = lambda *pair: pair in pairs
        self._change = change
        self._sky = lambda: "%s %d" % state[:2]

    def connect(self):
        return _Line(self)


class _Line:
    def __init__(self, projector):
        self.__dialogue = self.__listen(projector)
        next(self.__dialogue)

    def say(self, text):
        return [self.__dialogue.send(part) for part in text.split(";")]

    def __listen(self, projector):
        trusted = False
        last = None
        answer = None
        while True:
            said = read((yield answer))
            answer = "no"
            if said[0] == "again":
                if said[1] is None or last is None:
                    continue
                said = last
            command, operands = said
            if command == "login":
                trusted = operands is not None and projector._are_pair(*operands)
                answer = "ok" if trusted else "no"
                continue
            if command == "logout":
                if operands is not None:
                    trusted, answer = False, "ok"
                continue
            if command is None:
                continue
            last = said
            if operands is None:
                continue
            if command == "sky":
                answer = projector._sky()
            elif trusted:
                try:
                    projector._change(CHANGES[command], operands)
                    answer = "ok"
                except KeyError:
                    pass
