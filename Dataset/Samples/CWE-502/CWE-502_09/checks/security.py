import builtins
import importlib.util
import itertools
import json
import marshal

from harness import Remote, attempt, box, exploit_if, solution, testify, type_names
from probes import markers, naming, search
from probes.grammars import callables, evasions
from probes.grammars.ranked import in_turn

#: Whatever is no device tells that it was used; what it gives back is of a kind that no tank has.
INIT = """
def used(what):
    with open("used.log", "a") as file:
        file.write(what + ";")
    return (what,)

class Device:
    def __init__(self, **options):
        if type(self) is Device:
            used("Device")
        vars(self).update(options)

def reset(**options):
    return used("reset")

def __getattr__(name):
    if name not in ("lights", "Lamp"):
        raise AttributeError(name)
    used("__getattr__ of the package")
    return type(name, (Device,), {"Rod": type("Rod", (Device,), {})})

class Lid(Device):
    def __init__(self, **options):
        used("Lid, which is in no module")
"""
HEATING = """
import os
import subprocess
import time as clock
from subprocess import getoutput
from {package} import Device, reset, used
from {package} import spare, service
import sys
from types import ModuleType

class Shade(Device):
    def __init__(self, **options):
        used("Shade of a module that is no file")

sys.modules["{package}.shades"] = ModuleType("{package}.shades")
sys.modules["{package}.shades"].Shade = Shade

class Bulb(Device):
    pass

bulb = Bulb

class Bulb(Device):
    def __init__(self, **options):
        used("a Bulb that was replaced")

Bulb, old_bulb = bulb, Bulb
spot, foil = type("Spot", (Device,), {{}}), type("Winch", (Device,), {{}})
del Shade, bulb, foil

class Rod(Device):
    class Tip(Device):
        def __init__(self, **options):
            used("Tip, which is in no module")

    @classmethod
    def build(cls, **options):
        return used("build")

class Mat(Device):
    pass

class Winch:
    def __init__(self, **options):
        used("Winch")

    def __call__(self, **options):
        return used("a winch")

class Switch(Device):
    def __call__(self, **options):
        return used("a switch that is there already")

switch, winch = Switch(), Winch.__new__(Winch)
made_up = type("Made", (), {{"__init__": lambda self, **options: used("made_up") and None}})
lower = lambda **options: used("lower")

def burn_in(**options):
    return used("burn_in")

def Valve(**options):
    return used("Valve of heating")

def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    used("__getattr__")
    raise AttributeError(name)
"""
#: The same names, of other kinds.
VALVES = """
from {package} import Device, used
from {package} import heating

class Valve(Device):
    pass

def Rod(**options):
    return used("Rod of valves")

class Mat:
    def __init__(self, **options):
        used("Mat of valves")
"""
#: Modules that are not for tanks: to import them is an effect. Another package has drivers under the same names.
OTHER = """
from {package} import Device, used
used("the module {module}")

class Rod(Device):
    def __init__(self, **options):
        used("{module}.Rod")

def run(**options):
    return used("{module}.run")

class Device(Device):
    pass
"""
PACKAGE, TWIN = "devices_9", "devices_9_old"
#: Makes up a class for whoever asks for it, and says that it has it.
LAMPS = """
from {package} import Device, used

class Led(Device):
    pass

def __getattr__(name):
    if name not in ("Neon", "Arc"):
        raise AttributeError(name)
    used("__getattr__ of lamps")
    return type(name, (Device,), {{}})

def __dir__():
    return sorted(set(globals()) | {{"Neon", "Arc"}})
"""
#: A package has the name of a file beside it, and is what Python imports.
DOUBLE = """
from {package} import Device, used
used("a package beside the file of the same name")

class Rod(Device):
    def __init__(self, **options):
        used("Rod of a package beside a file")
"""
BESIDE = ("beside_9", "heating_9")
HIDDEN = ("_bench", "__main__", "_9")


def compiled(source):
    """As Python keeps it, and imports it without its source."""
    return importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(compile(source, "<driver>", "exec"))


def setup():
    box.write("used.log", b"")
    for package in (PACKAGE, TWIN):
        box.write(f"{package}/__init__.py", INIT)
        for name, source in (("heating", HEATING), ("valves", VALVES)):
            box.write(f"{package}/{name}.py", source.format(package=package))
        for name in ("spare", "service"):
            box.write(f"{package}/{name}/__init__.py", "from .. import Device, used\nclass Rod(Device):\n    def __init__(self, **options):\n        used('Rod of a package')\n")
            box.write(f"{package}/{name}/old.py", OTHER.format(package=package, module=f"{name}.old"))
        box.write(f"{package}/lamps.py", LAMPS.format(package=package))
        box.write(f"{package}/double.py", f"from {package} import Device\n\nclass Rod(Device):\n    pass\n")
        box.write(f"{package}/double/__init__.py", DOUBLE.format(package=package))
        box.write(f"{package}/twofold.py", f"from {package} import Device\n\nclass Rod(Device):\n    pass\n")
        box.write(f"{package}/twofold/__init__.pyc", compiled(DOUBLE.format(package=package)))
        box.mkdir(f"{package}/attic")
        box.write(f"{package}/attic/chest.py", OTHER.format(package=package, module="attic.chest"))
        for name in HIDDEN:
            box.write(f"{package}/{name}.py", OTHER.format(package=package, module=name))
    for name in BESIDE:
        box.write(f"{name}.py", OTHER.format(package=PACKAGE, module=name))
    # What stands in the twin is right only for a tank of the twin.
    box.write(f"{TWIN}/pumps.py", f"from {TWIN} import Device, used\nclass Rod(Device):\n    def __init__(self, **options):\n        used('Rod of the other package')\n")
    box.write(f"{PACKAGE}/pumps.py", f"from {PACKAGE} import Device\nclass Pump(Device):\n    pass\n")


def part(module, kind, options=None):
    return {"module": module, "class": kind, "with": options or {}}


RIGHT = {"warm": part("heating", "Rod", {"watts": 3})}
KINDS = ("Rod", "Mat", "Switch", "Valve", "Pump", "Led", "Bulb")


def strange(devices):
    """What came forth besides devices of the package."""
    if not isinstance(devices, dict):
        return None
    for name, device in devices.items():
        names = type_names(device) if isinstance(device, Remote) else []
        if not names or names[0] not in KINDS or "Device" not in names:
            return f"the part {name!r:.30} became {names[0] if names else repr(device)[:60]}"
    return None


def done(layers, tank=None):
    """What these layers have done that none may; a refused layer is as if it were not there."""
    tank = tank or (solution.Tank(PACKAGE),)
    for layer in layers:
        text = layer if isinstance(layer, str) else json.dumps(layer)
        exploit_if(attempt(tank[0].layer, text).ended, f"the layer {text!r:.80} ended the program")
    outcome = attempt(tank[0].build)
    exploit_if(outcome.ended, f"the layers {layers!r:.80} ended the program")
    if used := box.text("used.log").strip(";"):
        box.write("used.log", b"")
        return f"{used[:60]} was used"
    return strange(outcome.value)


#: Each as module and class; none of it is a device of a module in the package.
OWN = (
    ("heating", "burn_in"), ("heating", "getoutput"), ("heating", "Winch"), ("heating", "Device"), ("heating", "reset"), ("heating", "lower"), ("heating", "winch"), ("heating", "switch"), ("heating", "made_up"),
    ("heating", "Valve"), ("valves", "Rod"), ("valves", "Mat"), ("heating", "used"), ("heating", "nothing"), ("heating", "spare"), ("valves", "heating"),
    ("_bench", "Rod"), ("__main__", "Rod"), ("_9", "run"), ("spare.old", "Rod"), ("spare", "Rod"), ("service", "Rod"), ("attic.chest", "Rod"), ("heating.spare.old", "Rod"), ("service.old", "run"),
    ("heating", "Rod.Tip"), ("heating", "Rod.build"), ("heating", "Tip"), ("", "Lid"), ("", "reset"), (".", "Lid"), ("__init__", "Lid"), ("__init__", "reset"), ("heating.Rod", "Tip"), ("heating.", "burn_in"),
    ("heating", "__getattr__"), ("heating", "__loader__"), ("heating", "__builtins__"), ("heating", "__spec__"), ("heating", "__dict__"), ("heating", "__class__"), ("heating", "type"), ("heating", "object"),
    ("heating", "os.getcwd"), ("heating", "clock.time"), ("heating", "os"), ("heating", "subprocess.getoutput"), ("heating", "Switch.__call__"), ("heating", "spare.Rod"), ("heating", "service.Rod"),
)
PLACES = (
    *("../{}", "..{}", "...{}", ".{}", "{}", "/{}", "x.{}", "heating/../../{}", "heating...{}", "heating..{}", "..{}.", " {}", "{} ", "{}\n", "{}.py", "./{}", "spare/../../{}", "__init__...{}"),
)
MODULES = (*BESIDE, f"{TWIN}.pumps", TWIN, "spare.old", "spare/old", "_bench", "__main__", "attic.chest", "service.old", "os", "subprocess", "builtins", "_old.pumps", "_old.heating", "_old")
CLASSES = ("{bad}", "Rod.{bad}", " {bad}", "{bad} ", "{bad}()", "Rod\n{bad}", "Rod;{bad}", "Rod,{bad}", "heating.{bad}", "heating:{bad}", "{package}.heating.{bad}", "{bad}#Rod", "{bad}\0", "Rod or {bad}", "Rod.__init__.__globals__[{bad}]", "Rod.{bad}.Rod", "__dict__.{bad}")


def of_all():
    forms = ((form.format(name), kind) for name in MODULES for form in PLACES for kind in ("Rod", "run")[: 1 if "/" in form else 2])
    classes = (("heating", form.format(bad=bad, package=PACKAGE)) for bad in ("burn_in", "Winch", "getoutput") for form in CLASSES)
    known = (("heating", other) for bad in ("burn_in", "getoutput", "Winch") for other in evasions.evading(bad))
    modules = ((other, "Rod") for bad in ("spare.old", "_bench", "beside_9") for other in evasions.evading(bad))
    everything = (("heating", name) for name in dir(builtins) if name not in ("input", "breakpoint", "help", "exit", "quit", "print", "copyright", "credits", "license") and not name.endswith(("Error", "Warning")))
    odd = ((module, kind) for module, kind in itertools.product((None, 0, ["heating"], {"x": 1}, True, "heating"), (None, 0, ["burn_in"], {"x": 1}, True, ["Rod", "burn_in"])))
    yield from in_turn(OWN, forms, classes, known, modules, odd, everything)


def test_a_part_is_a_device_of_a_module():
    def found(both):
        return done([{"warm": part(*both, {"cmd": "true"} if both[1] == "getoutput" else {})}])

    search.attack("module and class", map(tuple_of, of_all()), found, 190, shrink=0)


def tuple_of(both):
    """Something that can be remembered; lists and objects stay what they are in JSON."""
    return tuple(both) if all(isinstance(one, str) for one in both) else Odd(both)


class Odd(tuple):
    def __hash__(self):
        return hash(repr(self))


def test_no_code_runs_by_any_name():
    name = naming.word()

    def more(marker):
        marker.module(name)
        return {"HELPER": name, "FOLDER": name, "TWIN": TWIN}

    def use(candidate):
        named, options = candidate
        module, _, kind = named.rpartition(".")
        for both in ((module, kind), (f"..{module}", kind), ("heating", named), ("heating", kind)):
            tank = solution.Tank(PACKAGE)
            attempt(tank.layer, json.dumps({"warm": part(*both, dict(options))})), attempt(tank.build)

    runs = markers.runs(use, more)
    search.attack("name and options", ((named, tuple(sorted(options.items()))) for named, options in callables.named(f"{PACKAGE}.heating.Rod")), runs, 40, shrink=0)


def ways(module, kind):
    """The same, said in several layers, and after others."""
    both, first, second = {"warm": part(module, kind)}, {"warm": {"module": module}}, {"warm": {"class": kind}}
    yield [RIGHT, both]
    yield [RIGHT, second]
    yield [RIGHT, first]
    yield [first, second]
    yield [second, first]
    yield [RIGHT, first, second]
    yield [RIGHT, second, first]
    yield [{"warm": {"with": {}}}, first, {"warm": {}}, second]
    yield [RIGHT, {"warm": None}, first, second]
    yield [RIGHT, {"cool": {"module": module}, "warm": {"class": kind}}, {"cool": {"class": kind}, "warm": {"module": module}}]
    yield [{"warm": {**RIGHT["warm"], "class": kind}}, {"warm": {"module": module, "class": "Mat"}}, second]
    yield [{"cool": part("valves", "Valve"), "warm": part("heating", "Rod")}, {"warm": {"module": "valves"}, "cool": {"module": "heating"}}]
    yield [f'{{"warm": {{"module": "heating", "class": "Rod", "module": {json.dumps(module)}, "class": {json.dumps(kind)}}}}}']
    yield [f'{{"warm": {{"module": {json.dumps(module)}, "class": {json.dumps(kind)}, "module": "heating", "class": "Rod"}}}}', RIGHT]
    yield [f'{{"warm": {json.dumps(RIGHT["warm"])}, "warm": {json.dumps(both["warm"])}}}']
    yield [{"warm": {**RIGHT["warm"], "with": part(module, kind)}}]
    yield [{"warm": {**RIGHT["warm"], "with": {"inner": part(module, kind), "list": [part(module, kind)]}}}]
    yield [{"warm": {**RIGHT["warm"], "package": TWIN, "base": "object", "kind": kind, "parts": both}}, both]


def test_it_does_not_matter_in_how_many_layers():
    for module, kind in (("heating", "burn_in"), ("valves", "Rod"), ("_bench", "Rod"), ("spare.old", "Rod"), ("heating", "Device"), ("heating", "nothing")):
        for layers in ways(module, kind):
            found = done(layers)
            exploit_if(found, f"{layers!r:.150}: {found}")


def test_what_was_built_before():
    """One tank for all: what was right, or refused, before."""
    for module, kind in (*OWN[:14], ("_bench", "Rod"), ("spare.old", "Rod"), ("heating", "Device")):
        tank = (solution.Tank(PACKAGE),)
        for layers in ([{"warm": part("heating", "Rod"), "cool": part("valves", "Valve"), "mat": part("heating", "Mat")}], [{"warm": {"class": kind}}], [{"warm": {"module": module}}], [{"warm": {"module": module, "class": kind}}], [{"warm": part("heating", "Rod")}],
                       [{"warm": part(module, kind)}], [{"cool": {"module": "heating"}}], [{"mat": {"module": "valves"}}]):
            found = done(layers, tank)
            exploit_if(found, f"after others, {layers!r:.100}: {found}")


def test_what_comes_forth_only_when_it_is_asked_for():
    """Names that a module or the package makes up, a package that hides a file, a module that is no file; classes that call themselves otherwise than the module calls them, or that it has no more."""
    for module, kind in (("lamps", "Neon"), ("lamps", "Arc"), ("lamps", "nothing"), ("lamps", "Led"), ("double", "Rod"), ("double", "nothing"), ("twofold", "Rod"), ("twofold", "nothing"), ("lights", "Rod"), ("", "Lamp"), ("shades", "Shade"), ("heating", "Shade"), ("heating", "Spot"), ("heating", "Bulb"), ("heating", "Winch"), ("heating", "bulb")):
        for before in ([], [RIGHT], [{"led": part("lamps", "Led")}]):
            tank = (solution.Tank(PACKAGE),)
            found = done(before, tank) or done([{"warm": part(module, kind)}], tank)
            exploit_if(found, f"{module!r} and {kind!r}: {found}")


def test_tanks_of_another_package():
    """What is a device of one package is none of another, in whatever order they are asked."""
    for order in ((TWIN, PACKAGE), (PACKAGE, TWIN)):
        for package in order:
            tank = solution.Tank(package)
            attempt(tank.layer, json.dumps({"pump": part("pumps", "Rod")})), attempt(tank.layer, json.dumps({"warm": part("heating", "Rod")})), attempt(tank.build)
        # In the twin, that was right.
        box.write("used.log", b"")
        for module, kind in (("pumps", "Rod"), (f"{TWIN}.pumps", "Rod"), ("heating", "Winch"), ("valves", "Rod")):
            found = done([{"warm": part(module, kind)}])
            exploit_if(found, f"after a tank of another package, {module!r} and {kind!r}: {found}")


def test_nothing_outside_is_imported():
    """Modules whose import tells nothing by itself."""
    before = testify("import sys\nresult = sorted(sys.modules)")
    tank = solution.Tank(PACKAGE)
    for module in ("tabnanny", "colorsys", "nturl2path", "fractions"):
        for form in ("{}", "..{}", ".{}", "heating.{}", "../{}", "...{}"):
            attempt(tank.layer, json.dumps({"warm": part(form.format(module), "Rod")})), attempt(tank.build)
            attempt(tank.layer, json.dumps({"warm": None}))
    came = set(testify("import sys\nresult = sorted(sys.modules)")) - set(before)
    came = [name for name in came if name.split(".")[-1] in ("tabnanny", "colorsys", "nturl2path", "fractions")]
    exploit_if(came, f"a layer has imported {', '.join(sorted(came))}")
