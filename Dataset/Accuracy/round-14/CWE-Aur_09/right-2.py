"""Nested functions over one state; a table of all shortenings; changes are new states, put in place by one function."""
from functools import partial
from itertools import accumulate
from types import SimpleNamespace

_ALL = ("sky", "login", "logout", "show", "light", "up", "keep", "scene", "again")
_SHORT = {}
for _word in _ALL:
    for _start in accumulate(_word):
        _SHORT.setdefault(_start, []).append(_word)
_SHORT = {start: words[0] for start, words in _SHORT.items() if len(words) == 1}
_CAPITALS = {ord(c): c.lower() for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


class No(ValueError):
    pass


def _name(text):
    if not text.isalnum():
        raise No(text)
    return text


def _level(text):
    return range(101)[int(text)] if text.isascii() and text.isdigit() and len(text) < 50 else _name("")


# Each takes the state (show, light, scenes) and gives the next one.
_CHANGES = {
    "show": lambda now, name: (_name(name), now[1], now[2]),
    "light": lambda now, level: (now[0], _level(level), now[2]),
    "up": lambda now: (now[0], sorted((0, now[1] + 10, 100))[1], now[2]),
    "keep": lambda now, name: (*now[:2], now[2] | {_name(name): now[:2]}),
    "scene": lambda now, name: (*now[2][name], now[2]),
}
_COUNT = {name: change.__code__.co_argcount - 1 for name, change in _CHANGES.items()}


class Projector(object):
    def __init__(self, operators):
        pairs = {f"{name} {word}" for name, word in operators.items()}
        state = [("none", 0, {})]

        def log(mine, good, *words):
            mine["in"] = good and len(words) == 2 and " ".join(words) in pairs
            if good and not mine["in"]:
                raise No("login")
            return "ok"

        def change(mine, name, *words):
            if mine.get("in") is not True or len(words) != _COUNT[name]:
                raise No(name)
            state[0] = _CHANGES[name](state[0], *words)
            return "ok"

        def sky(mine, *words):
            return "{} {}".format(*state[0]) if not words else _name("")

        def logout(mine, *words):
            return log(mine, False) if not words else _name("")

        def again(mine, *words):
            return mine["last"]() if not words else _name("")

        doors = dict(sky=sky, login=lambda mine, *words: log(mine, True, *words), logout=logout, again=again)
        doors.update((name, lambda mine, *words, name=name: change(mine, name, *words)) for name in _CHANGES)

        def one(mine, said):
            try:
                first, *words = said.split()
                name = _SHORT[first.translate(_CAPITALS)]
                deed = partial(doors[name], mine, *words)
                if name not in ("login", "logout", "again"):
                    mine["last"] = deed  # asks again whether somebody is logged in
                return deed()
            except (ValueError, LookupError):
                return "no"

        def connect():
            mine = {}
            return SimpleNamespace(say=lambda text: [one(mine, said) for said in text.split(";")])

        self.connect = connect
