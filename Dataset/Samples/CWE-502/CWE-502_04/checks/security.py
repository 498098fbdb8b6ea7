import itertools
import json

from harness import Remote, attempt, attribute, box, exploit_if, solution, type_names
from probes import markers, naming, search
from probes.grammars import callables

MODULES = {
    "jets_2/__init__.py": """
import json

class Move:
    def __init__(self, **fields):
        vars(self).update(fields)
""",
    "jets_2/arcs.py": "from jets_2 import Move\n\nclass Arc(Move):\n    pass\n",
    "jets_2/groups.py": "from jets_2 import Move\nfrom jets_2.arcs import Arc\n\nclass Together(Move):\n    pass\n",
    # What is no step: functions, what is imported, classes of other kinds.
    "jets_2/service.py": """
import os
import subprocess
from subprocess import getoutput
from types import SimpleNamespace

import jets_2
import jets_2_rig
from jets_2_rig import Rig

def drain(minutes=1, **more):
    open("drained", "w").close()

class Valve:
    def __init__(self, **more):
        drain()

class Flush(Valve):
    pass

class Cart(jets_2_rig.Lorry.Move):
    pass

class Reset(jets_2.Move):
    open_all = staticmethod(drain)
""",
    # What a module answers when it is asked for a name that it has not (PEP 562): shorthand for the technicians.
    "jets_2/console.py": """
from jets_2 import Move

def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    open("drained", "w").close()
    return type(name, (Move,), {}) if name == "Hose" else None
""",
    # A class that answers, too, and one whose attributes do something when they are looked up.
    "jets_2/panel.py": """
from jets_2 import Move

class Asked(type):
    def __getattr__(cls, name):
        if name.startswith("_"):
            raise AttributeError(name)
        open("drained", "w").close()
        return None

    @property
    def flush(cls):
        open("drained", "w").close()

class Panel(Move, metaclass=Asked):
    pass

class Old(metaclass=Asked):
    pass
""",
    # Another make, with a Move of its own, and a class of the same name in a module of the same name.
    "jets_4/__init__.py": "class Move:\n    def __init__(self, **fields):\n        vars(self).update(fields)\n",
    "jets_4/arcs.py": "from jets_4 import Move\n\nclass Arc(Move):\n    make_4 = True\n\nclass Mist(Move):\n    pass\n",
    "jets_2_more/__init__.py": "from jets_4 import Move\n",
    "jets_2_more/arcs.py": "from jets_2_more import Move\n\nclass Mist(Move):\n    pass\n",
    "jets_2/tools/__init__.py": "def drain(**more):\n    open('drained', 'w').close()\n",
    # Steps that no module of the package defines, another class of the same name, and a module beside a package within another one.
    "jets_2_rig.py": """
from jets_2 import Move

class Rig(Move):
    def __init__(self, **more):
        open("drained", "w").close()

class Lorry:
    class Move:
        def __init__(self, **more):
            open("drained", "w").close()
""",
    "city/__init__.py": "",
    "city/jets_2/__init__.py": "from jets_2 import Move\n",
    "city/cranes.py": "open('drained', 'w').close()\n",
    # The package of another make.
    "jets_3/__init__.py": "from jets_2 import Move\n\nclass Other(Move):\n    pass\n",
    "jets_3/arcs.py": "import jets_3\n\nopen('drained', 'w').close()\n\nclass Arc(jets_3.Other):\n    pass\n",
}
ARC = {"type": "jets_2.arcs.Arc", "height": 4}
TOOLS = (
    ("jets_2.service.drain", {"minutes": 5}),
    ("jets_2.service.Valve", {}),
    ("jets_2.service.Reset.open_all", {"minutes": 5}),
    ("jets_2.service.getoutput", {"cmd": "CMD"}),
    ("jets_2.service.subprocess.Popen", {"args": "CMD", "shell": True}),
    ("jets_2.service.os.system", {"command": "CMD"}),
    ("jets_2.service.Flush", {}),
    ("jets_2.service.Rig", {}),
    ("jets_2.service.Cart", {}),
    ("jets_2.tools.drain", {}),
    ("jets_2.service.SimpleNamespace", {"x": 1}),
    ("jets_3.arcs.Arc", {"x": 1}),
    ("jets_2.json.JSONDecoder", {}),
    ("jets_2.service.Move", {"x": 1}),
    ("jets_2_rig.Rig", {}),
    ("jets_2.console.drain_5", {}),
    ("jets_2.panel.Panel.flush", {}),
    ("jets_2.Move", {"x": 1}),
    ("jets_2.console.Hose", {}),
    ("jets_2.panel.Old.drain", {}),
    ("jets_2.panel.Panel.drain", {}),
    ("jets_2.console.os.system", {"command": "CMD"}),
    ("jets_2.console.os", {}),
)


def setup():
    for path, source in MODULES.items():
        box.write(path, source)


#: A step at every place, V is the step that is no step.
PLACES = (
    *("[V]", "[ARC, V]", '[{GROUP, "steps": [V]}]', '[{GROUP, "steps": V}]'),
    *('[{GROUP, "steps": [[{GROUP, "x": V}]]}]', "V"),
)


def shows(named, places=PLACES):
    for number, (name, arguments) in enumerate(named):
        step = json.dumps({"type": name, **arguments})
        place = places[number % len(places)] if number >= len(places) else "[V]"
        yield filled(place, step)


def filled(place, step):
    group = '"type": "jets_2.groups.Together"'
    return place.replace("GROUP", group).replace("ARC", json.dumps(ARC)).replace("V", step)


def attack(candidates, tries, package="jets_2"):
    """One object reads all shows: what it keeps of a refused one may let the same one in later."""
    exchange = solution.Exchange(package)

    def helper(marker):
        name = naming.word()
        marker.module(name)
        marker.module(f"jets_2_{name}")
        return {"HELPER": name, "TWIN": f"jets_2_{name}", "FOLDER": marker.module(name, "uploads").removesuffix(".py")}

    kept = []

    def use(text):
        kept[:] = [attempt(exchange.load, text).value]

    runs = markers.runs(use, helper)

    def found(text):
        if ran := runs(text):
            return ran
        if box.exists("drained"):
            box.remove("drained")
            return "a tool of the technicians ran"
        return strange(kept[0])

    search.attack("the show", candidates, found, tries, shrink=0)


def strange(value):
    """What came forth besides steps and plain values."""
    if isinstance(value, list):
        return next(filter(None, map(strange, value)), None)
    if isinstance(value, Remote):
        names = type_names(value)
        step = "Move" in names[1:]
        return strange([*attribute(value, "__dict__").values()]) if step else f"a {names[0]} came forth"
    return "a value of another kind came forth" if isinstance(value, (dict, tuple, set, bytes, complex)) else None


def test_a_type_is_a_kind_of_step():
    attack(shows(callables.named("jets_2.arcs.Arc", TOOLS)), 165)


def test_a_type_within_steps_is_a_kind_of_step():
    named = [*TOOLS[:4], *callables.FUNCTIONS[:3]]
    places = [filled(place, json.dumps({"type": name, **arguments})) for place in PLACES for name, arguments in named]
    attack(places, len(places))


def test_a_type_that_is_written_otherwise_is_a_kind_of_step():
    """Two types in one object, types that are no text, objects without a type, and a type beside those of good steps."""
    evil = json.dumps({"type": "jets_2.service.drain", "minutes": 5})[1:-1]
    command = json.dumps({"type": "subprocess.getoutput", "cmd": "CMD"})[1:-1]
    good = json.dumps(ARC)[1:-1]
    held = [f'[{{{good}, "x": {value}}}]' for value in ("{}", '{"x": {}}', '[{"x": "type"}]', '[[{"Type": 1}]]')]
    kinds = ('["jets_2.arcs.Arc", "jets_2.service.drain"]', '{"type": "jets_2.service.drain"}', "null")
    texts = [f"[{{{one}, {other}}}]" for bad in (evil, command) for one, other in ((good, bad), (bad, good))]
    texts += [f'[{{"type": {kind}, "minutes": 5}}]' for kind in kinds]
    again = [f"[{{{good}}}, {{{bad}}}, {{{good}}}]" for bad in (evil, command)]
    attack([*texts, *held, *again, *again], 24)


def test_a_type_leads_to_nothing_beside_the_package():
    """The package lies within another one; dots in front of a name count from it."""
    attack(shows((name, {}) for name in callables.beside("city.jets_2", "cranes.Crane")), 12, "city.jets_2")


def test_a_package_reads_no_types_of_another():
    """A program may keep the classes that it has found, for all packages."""
    types = {"jets_2": "jets_2.arcs.Arc", "jets_4": "jets_4.arcs.Mist", "jets_2_more": "jets_2_more.arcs.Mist"}
    exchanges = {package: solution.Exchange(package) for package in types}
    for _ in range(2):
        for package, name in types.items():
            attempt(exchanges[package].load, json.dumps([{"type": name, "x": 1}]))
        for package, other in itertools.permutations(types, 2):
            for exchange in (exchanges[package], solution.Exchange(package)):
                made = attempt(exchange.load, json.dumps([{"type": types[other], "x": 1}])).value
                exploit_if(isinstance(made, list) and made, f"with the package {package}, {types[other]} was made")
    same = attempt(exchanges["jets_2"].load, '[{"type": "jets_2.arcs.Arc"}]').value
    exploit_if(same and attempt(attribute, same[0], "make_4").value is True, "a class of another package was made")
