import builtins
import functools

from harness import Remote, attempt, box, exploit_if, solution, testify, type_names
from probes import constants, markers, naming, search
from probes.grammars import evasions
from probes.grammars.ranked import in_turn, ranked

#: Whatever is not for scenes tells that it was used; what it gives back is of a kind that no scene has.
KIT = """
import os
import platform
import sys
import time as clock
from subprocess import getoutput

import spare_9

def used(what):
    with open("used.log", "a") as file:
        file.write(what + ";")
    return (what,)

def unlock_hatch(*more):
    return used("unlock_hatch")

class Winch:
    def __init__(self):
        used("Winch")

    def __call__(self, *more):
        return used("a winch")

    release = __call__

winch = Winch.__new__(Winch)
lower = lambda *more: used("lower")

class Figure:
    moves = ("greet",)

    def __init__(self):
        if type(self) is Figure or hasattr(self, "rod"):
            used("Figure or a second beginning")
        self.rod = winch

    def greet(self, *more):
        return "good day"

    def adjust(self, *more):
        return used("adjust")

class Knight(Figure):
    moves = ("greet", "strike_bell", "set", "turn")
    label = lower = staticmethod(lower)

    class Squire(Figure):
        def __init__(self):
            used("Squire")

    def strike_bell(self, *more):
        return 12

    def strike(self, *more):
        return used("strike")

    def set(self, name, value):
        setattr(self, str(name), value)
        return self

    def turn(self, *more):
        return None

    def oil(self, *more):
        return used("oil")

    def open_gate(self, *more):
        return used("open_gate")

    def greet_all(self, *more):
        return used("greet_all")

    def _bow(self, *more):
        return used("_bow")

    @classmethod
    def build(cls, *more):
        return used("build")

class Gate(Figure):
    moves = ("open_gate",)

    def open_gate(self, *more):
        return "open"

    def oil(self, *more):
        return used("oil")

class Old(Knight):
    moves = ()

# A figure that can be called, for the workshop: as an attribute of another one it is no move.
class Puppet(Figure):
    moves = ("take", "strike_bell", "learn", "hang", "wind")

    def __call__(self, *more):
        return used("a figure that is called")

    def take(self, name, value):
        vars(self)[name] = value
        return self

    def hang(self, name):
        setattr(self, name, self.rod)
        return self

    def wind(self):
        self.strike_bell = self.oil = lower
        return self

    def strike_bell(self, *more):
        return "abc"

    def learn(self, *names):
        return None

    def oil(self, *more):
        return used("oil of a puppet")

# What it learns counts for its class, and for the workshop only.
class Pupil(Puppet):
    moves = ("learn", "greet")

    def learn(self, *names):
        type(self).moves = (*type(self).moves, *names)
        return self

# One that sets what others may do, also those that are not on the stage, or not yet.
class Master(Figure):
    moves = ("teach", "allow", "bring", "greet")

    def teach(self, pupil, *names):
        kind = type(pupil) if isinstance(pupil, Figure) else globals()[pupil]
        kind.moves = (*kind.moves, *names)
        return self

    def allow(self, pupil, names):
        globals()[pupil].moves = names
        return self

    def bring(self, name):
        return globals()[name]()

class Page(Figure):
    def greet(self, *more):
        return "good day"

    def oil(self, *more):
        return used("oil of a page")

# What is no figure, though a move gives it, or it is equal to one, or called like one.
class Hatch:
    def greet(self, *more):
        return used("a hatch")

    strike_bell = learn = oil = swing = open_gate = show = greet

class Twin(Hatch):
    moves = ("greet", "strike_bell")

    def __init__(self, figure):
        self.figure = figure

    def __eq__(self, other):
        return self.figure is other or isinstance(other, Twin)

    def __hash__(self):
        return hash(self.figure)

class Namesake(Hatch):
    moves = ("greet", "strike_bell")

Namesake.__name__ = Namesake.__qualname__ = "Knight"

class Hand(Figure):
    moves = ("greet", "strike_bell")

    def greet(self, *more):
        return "good day" if type(self) is Hand else used("a method of a figure on what is none")

    strike_bell = greet

class Smith(Figure):
    moves = ("show", "copy", "kind", "namesake", "lend", "crane", "greet", "bring")

    def show(self, *more):
        return Hatch()

    def copy(self, figure):
        return Twin(figure)

    def kind(self):
        return Hand

    def namesake(self):
        return Namesake()

    def crane(self):
        crane = Hatch()
        crane.moves = ("greet", "strike_bell")
        return crane

    def lend(self):
        return spare_9.Wyvern()

    def bring(self, name):
        return globals()[name]()

def Herald(*more):
    return used("Herald")

made_up = type("Made", (Winch,), {"moves": ("release",)})

# The workshop keeps older figures under another name; the class is called as before.
class Bell(Figure):
    moves = ("oil", "swing")

    def oil(self, *more):
        return "drop"

    def swing(self, *more):
        return "dang"

OlderBell = Bell

class Bell(Figure):
    moves = ("swing",)

    def oil(self, *more):
        return used("oil of the bell")

    def swing(self, *more):
        return "dong"

    def adjust(self, *more):
        return used("adjust of the bell")

class Chime(Figure):
    moves = ("adjust", "swing")
    oil = Bell.oil

    def adjust(self, *more):
        return "kling"

    def swing(self, *more):
        return "kling"

Chime.__name__ = Chime.__qualname__ = "Bell"

def __getattr__(name):
    if name.startswith("__") or name in ("Figure", "moves"):
        raise AttributeError(name)
    used("__getattr__ for " + ("a figure" if name.isidentifier() else "no figure"))
    raise AttributeError(name)
"""
#: A figure of another clock.
SPARE = """
class Figure:
    moves = ("roar",)

class Dragon(Figure):
    def __init__(self):
        with open("used.log", "a") as file:
            file.write("Dragon;")

    roar = lambda self, *more: "roar"

class Wyvern(Figure):
    moves = ("greet", "strike_bell")

    def greet(self, *more):
        with open("used.log", "a") as file:
            file.write("a figure of another clock;")
        return "hiss"

    strike_bell = greet

# Called like those of the other clock, with moves of their own.
class Knight(Figure):
    moves = ("greet", "oil", "strike")
    oil = strike = greet = lambda self, *more: "good night"

class Winch(Figure):
    moves = ("release",)
    release = lambda self, *more: "creak"
"""
TOOLS = ("unlock_hatch", "Winch", "Figure", "Herald", "lower", "made_up", "winch", "used", "spare_9.Dragon", "spare_9", "os", "Knight.Squire",
    "os.getpid", "os.getcwd", "clock.time", "sys.exc_info", "platform.node", "getoutput", "Knight.build", "Knight.lower", "Winch.__call__",
    "os.times", "winch.release", "Made", "Dragon", "Squire", "spare_9.Figure", "Knight.mro", "Knight.__subclasses__", "Knight.__dir__")
FORMS = ("{kit}.{name}", "{kit}:{name}", ".{name}", " {name}", "{name} ", "{name}\n", "{name}()", "Knight.{name}", "{name}.Knight", "Knight\n{name}",
    "Knight,{name}", "builtins.{name}", "__dict__.{name}", "{name}#Knight", "Knight or {name}", "{kit}/{name}", "Knight;{name}", "__builtins__.{name}",
    "Knight.__init__.__globals__.{name}", "__class__.{name}", "{name}\0", "Knight\0{name}")
CODE = ("PYTHON", "Knight() or PYTHON", "Knight(),PYTHON", "Knight() if PYTHON else 0", "Knight.__init__.__globals__['os'].system('CMD')", "Knight;PYTHON",
    "HELPER", "HELPER.run", "HELPER:run", "Knight\nPYTHON", "Knight()\nPYTHON#", "x=PYTHON", "Knight if PYTHON else Knight", "Knight#", "os.system")
QUIET = {"input", "breakpoint", "help", "exit", "quit", "copyright", "credits", "license", "print"}

METHODS = ("oil", "strike", "strike_bel", "open_gate", "adjust", "greet_all", "rod", "lower", "label", "_bow", "build", "rod.release", "Squire", "set.__call__", "moves")
#: Of every value, with arguments for which they give something back.
OF_ALL = {"__class__": (), "__init__": (), "__reduce__": (), "__dir__": (), "__str__": (), "__sizeof__": (), "__hash__": (), "__getattribute__": ("oil",),
    "__format__": ("",), "__reduce_ex__": (4,), "__eq__": ("",), "__getstate__": (), "__repr__": (), "__subclasshook__": (), "mro": (), "__dict__": ()}
OF_OTHERS = {"text": {"upper": (), "encode": (), "split": (), "greet": (), "__len__": ()}, "number": {"bit_length": (), "__float__": ()},
    "list": {"__len__": (), "__reversed__": (), "index": (9,)}, "nothing": {"greet": (), "__bool__": (), "__str__": ()}}


def setup():
    box.write("clock_9.py", KIT)
    box.write("spare_9.py", SPARE)


def text(value):
    data = value.encode("utf-8", "surrogatepass")[:255]
    return bytes([len(data)]) + data


def push(value):
    if isinstance(value, list):
        return b"".join(map(push, value)) + b"l" + bytes([len(value)])
    return b"t" + text(value) if isinstance(value, str) else b"i" + value.to_bytes(4, "big", signed=True)


def figure(name):
    return b"f" + text(name)


def move(name, values=()):
    return b"".join(map(push, values)) + b"m" + bytes([len(values)]) + text(name)


KNIGHT = figure("Knight")
RECEIVERS = {"a figure": KNIGHT, "text": push("abc"), "number": push(77), "list": push([50, 9]), "another figure": figure("Gate"),
    "a figure that moved": KNIGHT + move("set", ("x", 50)), "nothing": KNIGHT + move("turn"), "an old figure": figure("Old"), "a list of a figure": KNIGHT + b"l\1"}
PUSHED = ("abc", 77, 50, 9, "x", None)


def strange(value):
    """What came forth besides figures of the kit and plain values."""
    if isinstance(value, Remote):
        names = type_names(value)
        return None if names[0] in ("Knight", "Gate", "Old", "Bell", "Puppet", "Pupil", "Master", "Page", "Smith", "Hand") and "Figure" in names else f"a {names[0]} came forth"
    if type(value) is list:
        return next(filter(None, map(strange, value)), None)
    return None if value in PUSHED and type(value) in (str, int, type(None)) else f"{value!r:.60} came forth"


@functools.cache
def stage():
    """One for all scenes: what it keeps of a refused one may let the same one in later."""
    return solution.Stage("clock_9")


def done(scene):
    """What the scene has done that none may; its cast is told first."""
    box.write("used.log", b"")
    outcomes = [attempt(method, scene + b".") for method in (stage().cast, stage().load)]
    exploit_if(any(one.ended for one in outcomes), f"the scene {scene!r} ended the program")
    if used := box.text("used.log"):
        return f"the workshop's {used.strip(';')[:60]} was used"
    return strange(outcomes[1].value)


def names_of_figures():
    own = (*evasions.functions(), *evasions.names())
    everything = [name for name in dir(builtins) if name not in QUIET and not name.endswith(("Error", "Warning"))]
    forms = (form.format(kit="clock_9", name=name) for name in ("unlock_hatch", "Winch", "os.getpid", "lower") for form in FORMS)
    others = ("__doc__", "__name__", "__builtins__", "__loader__", "__spec__", "__dict__", "__class__", "__init__", "", "None", "self", "0", "object", "type")
    yield from in_turn(TOOLS, CODE, forms, everything, others, own, evasions.evading("unlock_hatch"), evasions.evading("Winch"))


def test_a_figure_is_a_class_of_the_kit():
    kept = []

    def helper(marker):
        name = naming.word()
        marker.module(name)
        return {"HELPER": name}

    runs = markers.runs(lambda name: kept.append(done(figure(name))), helper)
    search.attack("the figure", names_of_figures(), lambda name: runs(name) or kept.pop(), 190, shrink=0)


def moves():
    """Receiver, name of the method and its arguments; none of it may be done."""
    listed = [("a figure", name, ()) for name in METHODS]
    formed = [("a figure", form.format(kit="Knight", name=name), ()) for name in ("oil", "strike") for form in FORMS[2:8]]
    formed += [("a figure", name, ()) for name in ("OIL", "Oil", "\uff4fil", "oil_", "_oil", "_Knight_oil", "greet, oil", "greet oil")]
    of_all = [(who, name, values) for name, values in OF_ALL.items() for who in ("a figure", "text")]
    of_others = [(who, name, values) for who, methods in OF_OTHERS.items() for name, values in methods.items()]
    elsewhere = [(who, name, ()) for who in ("another figure", "an old figure", "a list of a figure") for name in ("greet", "strike_bell", "oil", "turn",
        "open_gate", "adjust", "__str__") if (who, name) != ("another figure", "open_gate")]
    evading = [("a figure", name, ()) for name in evasions.evading("oil")]
    yield from in_turn(listed, elsewhere, of_others, of_all, formed, evading)


def test_a_move_is_one_of_its_class():
    search.attack("the move", moves(), lambda way: done(RECEIVERS[way[0]] + move(*way[1:])), 150, shrink=0)


def sequences():
    """After what is allowed, or is at least no more than a change, another name might count."""
    values = (["oil"], "oil", ["strike", "oil"], ["set", "oil", "turn"])
    names = ("moves", "_moves", "__moves__", "allowed", "kind", "__dict__", "name", "MOVES", *constants.strings()[:20])
    for change in ("set", "__setattr__"):
        for name in dict.fromkeys(names):
            for value in values[: 4 if name == "moves" else 1]:
                yield change, name, value


def test_classes_of_one_name_keep_their_moves():
    """Two classes are called alike, and one is in the kit under another name: each has its own moves."""
    scenes = [figure(name) + move(way) for way in ("oil", "adjust", "greet", "strike_bell") for name in ("Bell", "Chime", "OlderBell")
              if (name, way) not in (("OlderBell", "oil"), ("Chime", "adjust"))]
    search.attack("the scene", scenes, done, len(scenes), shrink=0)
    orders = [figure(first) + b"d" + figure(second) + move(way) for first, second, way in (
        ("OlderBell", "Bell", "oil"), ("Chime", "Bell", "adjust"), ("Bell", "Chime", "oil"), ("Chime", "OlderBell", "adjust"))]
    search.attack("the scene", orders, done, len(orders), shrink=0)


def test_no_move_makes_others_possible():
    def found(way):
        change, name, value = way[0], way[1], list(way[2]) if isinstance(way[2], tuple) else way[2]
        return done(KNIGHT + move(change, (name, value)) + move("oil")) or done(KNIGHT + move("oil"))

    candidates = [(change, name, tuple(value) if isinstance(value, list) else value) for change, name, value in sequences()]
    search.attack("a figure after", candidates, found, 40, shrink=0)
    # Scenes that are played before, by this loader and by one for another clock.
    attempt(solution.Stage("spare_9").load, figure("Dragon") + move("roar") + b".")
    for scene in (KNIGHT + move("roar"), figure("Dragon"), figure("Gate") + move("open_gate") + b"d" + KNIGHT + move("open_gate"),
        figure("Gate") + b"d" + KNIGHT + move("open_gate"), KNIGHT + figure("Gate") + b"l\2" + move("open_gate")):
        box.write("used.log", b"")
        attempt(stage().load, scene + b".")
        used = box.text("used.log").strip(";")
        exploit_if(used, f"the scene {scene!r} used the workshop's {used}")


def test_what_a_figure_keeps_is_no_move():
    """A figure has something under the name of a move, put there by another move: the class's method is what counts."""
    puppet, both = figure("Puppet"), lambda name, way: push(name) + figure("Puppet") + b"m\2" + text(way)
    keeping = [puppet + both("strike_bell", "take"), puppet + move("hang", ("strike_bell",)), puppet + move("wind")]
    scenes = [one + move(name, values) for one in keeping for name in ("strike_bell", "oil") for values in ((), ("x",))]
    scenes += [KNIGHT + both("turn", "set") + move("turn", values) for values in ((), ("x",))]
    search.attack("the scene", scenes, done, len(scenes), shrink=0)


def test_what_a_class_learns_is_no_move():
    """A move changes the moves of its class; those that the kit has made count."""
    begun = attempt(stage().load, figure("Pupil") + move("greet") + b".")
    try:
        scenes = [figure("Pupil") + move("learn", ("oil", "adjust")) + move(name) for name in ("oil", "adjust")]
        scenes += [figure("Pupil") + move(name) for name in ("oil", "adjust")]
        search.attack("the scene", scenes if begun.returned else (), done, len(scenes), shrink=0)
    finally:
        testify("import clock_9\nclock_9.Pupil.moves = ('learn', 'greet')\nresult = 0")


#: Whose moves another figure changes, and a way of the workshop's.
TAUGHT = (("Knight", "oil"), ("Gate", "oil"), ("Knight", "strike"), ("Old", "oil"), ("Figure", "oil"), ("Bell", "adjust"), ("Page", "oil"), ("Puppet", "oil"))
#: What a loader has seen of this class before.
SEEN = ("nothing", "the cast", "a figure", "a move", "another loader's", "another class")
#: How the figure comes on the stage.
BROUGHT = ("f", "bring")
MOVES_OF_THE_KIT = """
import clock_9
kept = {kind: vars(kind).get("moves") for kind in vars(clock_9).values() if isinstance(kind, type) and issubclass(kind, clock_9.Figure)}
clock_9.kept = getattr(clock_9, "kept", kept)
for kind, moves in clock_9.kept.items():
    if moves is None:
        if "moves" in vars(kind):
            del kind.moves
    else:
        kind.moves = moves
result = 0
"""


def taught(way):
    """A figure of one kind gives another kind a move, before or after the loader has seen that kind."""
    (whose, name), seen, brought, how, parts = way
    testify(MOVES_OF_THE_KIT)
    loader = solution.Stage("clock_9")
    who = "Page" if whose == "Figure" else whose
    own = {"Knight": "greet", "Gate": "open_gate", "Old": "greet", "Bell": "swing", "Page": "greet", "Puppet": "learn"}[who]
    before = {"nothing": b"", "the cast": figure(who), "a figure": figure(who), "a move": figure(who) + move(own), "another loader's": figure(who), "another class": figure("Pupil") + move("greet")}[seen]
    attempt(solution.Stage("clock_9").load if seen == "another loader's" else loader.cast if seen == "the cast" else loader.load, before + b".")
    both = {"teach": move("teach", (whose, name)), "allow": move("allow", (whose, [name])), "a figure": figure(who) + push(name) + b"m\2" + text("teach")}
    change = figure("Master") + both[how]
    made = figure(who) if brought == "f" else figure("Master") + move("bring", (who,))
    box.write("used.log", b"")
    scenes = [change + b"d" + made + move(name)] if parts == 1 else [change, made + move(name)] if parts == 2 else [made + change + b"d" + move(name)]
    outcomes = [attempt(loader.load, scene + b".") for scene in scenes]
    if used := box.text("used.log"):
        return f"the workshop's {used.strip(';')[:60]} was used"
    return next(filter(None, (strange(one.value) for one in outcomes)), None)


def test_no_figure_gives_another_kind_a_move():
    ways = ranked((TAUGHT[:2], TAUGHT[2:]), (SEEN[:3], SEEN[3:]), (BROUGHT[:1], BROUGHT[1:]), (("teach",), ("allow", "a figure")), ((1, 2), (3,)))
    try:
        search.attack("whose move, what was seen, the figure, how, in how many scenes", ways, taught, 90, shrink=0)
    finally:
        testify(MOVES_OF_THE_KIT)


#: Ways to take figures off, after which their places in the memory are free.
TAKEN = {
    "one by one": lambda kind, count: figure(kind) * count + b"d" * count,
    "each at once": lambda kind, count: (figure(kind) + b"d") * count,
    "in a list": lambda kind, count: figure(kind) * count + b"l" + bytes([count]) + b"d",
    "as arguments": lambda kind, count: figure("Page") + figure(kind) * count + b"m" + bytes([count]) + text("greet") + b"d",
    "after a move": lambda kind, count: (figure(kind) + move({"Knight": "strike_bell", "Puppet": "strike_bell", "OlderBell": "swing"}.get(kind, "greet")) + b"d") * count,
}


def freed():
    """How many figures of a kind are gone, in which way, whether in a scene of their own, what comes then, and what it has to do."""
    kinds = (("Knight", "greet"), ("Puppet", "strike_bell"), ("OlderBell", "swing"), ("Smith", "greet"))
    hatches = ranked((kinds[:1], kinds[1:]), ((60,), (1, 7, 150)), (tuple(TAKEN)[:2], tuple(TAKEN)[2:]), ((False,), (True,)), (("show",), ()))
    others = ranked(((("OlderBell", "oil"),), ()), ((60,), (1, 7, 150)), (tuple(TAKEN)[:2], tuple(TAKEN)[2:]), ((False,), (True,)), (("bring",), ()))
    yield from in_turn(hatches, others)


def used_after(way):
    (kind, name), count, how, is_apart, what = way
    gone, smith = TAKEN[how](kind, count), figure("Smith")
    come = (move("show") if what == "show" else move("bring", ("Bell",))) + move(name)
    if is_apart:
        done(gone)
        return done(smith + come)
    return done(smith + gone + come) or done(gone + smith + come)


def test_what_has_the_place_of_a_figure_is_none():
    """Figures are gone; what comes next may lie where they lay, so that who remembers places takes it for one of them."""
    search.attack("figures that are gone, and what came", freed(), used_after, 36, shrink=0)


def test_what_is_like_a_figure_is_none():
    """What a move gives may be equal to a figure, called like one, have moves, or be a figure's class, or one of another clock."""
    smith = figure("Smith")
    before = {"nothing": b"", "a figure": KNIGHT, "one that moved": KNIGHT + move("greet") + b"d", "a hand": figure("Hand")}
    come = {"equal": smith + KNIGHT + b"m\1" + text("copy"), "equal to one that is there": figure("Smith") + move("greet") + b"d" + smith + figure("Hand") + b"m\1" + text("copy"),
        "called like one": smith + move("namesake"), "with moves": smith + move("crane"), "lent": smith + move("lend"), "plain": smith + move("show")}
    scenes = [before[one] + what + move(name, values) for one in before for what in come.values() for name in ("greet", "strike_bell") for values in ((), ("x",))[: 1 + (one == "nothing")]]
    scenes += [before[one] + smith + move("kind") + move(name, values) for one in before for name in ("greet", "strike_bell") for values in (("abc",), (77,))]
    attempt(stage().load, b"".join(KNIGHT + move("greet") + b"d" for _ in range(3)) + b".")
    attempt(solution.Stage("spare_9").load, figure("Wyvern") + move("greet") + b".")
    search.attack("the scene", scenes, done, len(scenes), shrink=0)


def test_classes_of_two_clocks_are_two():
    """Two loaders in one process: what the kit of one says of a name says nothing of the other's."""
    for first in ("spare_9", "clock_9"):
        for kit in (first, *({"spare_9", "clock_9"} - {first})):
            names = (("Knight", "oil"), ("Winch", "release"), ("Dragon", "roar")) if kit == "spare_9" else (("Knight", "greet"),)
            loader = solution.Stage(kit)
            for name, way in names:
                attempt(loader.cast, figure(name) + b"."), attempt(loader.load, figure(name) + move(way) + b".")
        for loader in (solution.Stage("clock_9"), stage()):
            for scene in (KNIGHT + move("oil"), KNIGHT + move("strike"), figure("Winch"), figure("Winch") + move("release"), figure("Dragon")):
                box.write("used.log", b"")
                value = attempt(loader.load, scene + b".").value
                used = box.text("used.log").strip(";")
                exploit_if(used, f"after scenes of another clock, {scene!r} used {used}")
                exploit_if(wrong := strange(value), f"after scenes of another clock, {scene!r}: {wrong}")
