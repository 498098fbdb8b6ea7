"""Names of functions and classes, with keyword arguments, for documents that say what is to be made.

In the arguments, CMD and PYTHON stand for code of a marker (`markers.runs`); HELPER, TWIN and FOLDER are what the check
plants: a module whose import is an effect, one whose name begins like a package that is allowed, and a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from probes.grammars import evasions
from probes.grammars.ranked import in_turn

Named = tuple[str, Mapping[str, Any]]

#: Functions of the standard library that run what they get by the name of a parameter.
FUNCTIONS: tuple[Named, ...] = (
    ("subprocess.getoutput", {"cmd": "CMD"}),
    ("os.system", {"command": "CMD"}),
    ("HELPER.run", {}),
    ("timeit.timeit", {"stmt": "PYTHON", "number": 1}),
    ("subprocess.Popen", {"args": "CMD", "shell": True}),
    ("subprocess.check_output", {"args": "CMD", "shell": True}),
    ("os.popen", {"cmd": "CMD"}),
    ("importlib.import_module", {"name": "HELPER"}),
    ("runpy.run_module", {"mod_name": "HELPER"}),
    ("pkgutil.resolve_name", {"name": "HELPER"}),
    ("cProfile.run", {"statement": "PYTHON"}),
    ("subprocess.run", {"args": "CMD", "shell": True}),
    ("runpy.run_path", {"path_name": "FOLDER.py"}),
    ("subprocess.call", {"args": "CMD", "shell": True}),
    ("posix.system", {"command": "CMD"}),
    ("HELPER", {}),
    ("builtins.__import__", {"name": "HELPER"}),
    ("pdb.run", {"statement": "PYTHON"}),
)
#: What is made instead of what is meant, and does nothing by itself.
CLASSES: tuple[Named, ...] = (
    ("types.SimpleNamespace", {"x": 1}),
    ("builtins.dict", {"x": 1}),
    ("collections.UserDict", {"x": 1}),
    ("threading.Lock", {}),
    ("json.JSONDecoder", {}),
    ("logging.Formatter", {}),
)
_MIXED = (
    *("{good}.{bad}", "{bad}.{good}", "{bad}#{good}", "{good}\n{bad}", "{bad}\n{good}", "{package}.{bad}", " {bad}"),
    *("{bad} ", "{package}:{bad}", "{bad};{good}", "{module}.{bad}", "{module}.__builtins__.eval", "{bad}/{good}"),
    *("{package}..{bad}", "{package}.__init__.{bad}", "{package}.{package}.{bad}", "{good},{bad}", "{bad},{package}."),
)
_WAYS = ("../uploads/HELPER.run", "uploads.HELPER.run", "uploads/HELPER.run", "FOLDER.run", ".HELPER.run", ".")
_OF_EVERY_MODULE = ("__loader__", "__builtins__", "__spec__", "__doc__", "__dict__", "__class__", "__init__", "")


def named(good: str, own: Sequence[Named] = ()) -> Iterator[Named]:
    """Names that lead elsewhere than `good`, the dotted name of a class; `own` are those of the check's package."""
    module, _, name = good.rpartition(".")
    package = good.partition(".")[0]
    mixed = (
        (form.format(good=good, bad=bad, package=package, module=module), arguments)
        for bad, arguments in FUNCTIONS[:2]
        for form in _MIXED
    )
    yield from in_turn(
        own,
        FUNCTIONS,
        (("TWIN.run", {}), ("TWIN", {}), (f"TWIN.{name}", {}), (f"{package}.TWIN.run", {}), (f"HELPER.{good}", {})),
        CLASSES,
        mixed,
        ((other, arguments) for bad, arguments in (*own[:1], *FUNCTIONS[:2]) for other in evasions.evading(bad)),
        ((way, {}) for way in _WAYS),
        ((f"{module}.{name}", {}) for name in _OF_EVERY_MODULE),
    )


def beside(package: str, name: str) -> Iterator[str]:
    """Names that lead from a package, the dotted name of one within another, to `name` in a module beside it."""
    above, _, last = package.rpartition(".")
    module = name.rpartition(".")[0]
    forms = (
        *("{package}..{name}", "{above}.{name}", "..{name}", "{package}..{module}", "{last}..{name}"),
        *("{package}/../{name}", "{package}.__init__..{name}", "{package}...{above}.{name}", ".{name}"),
        *("{package}.x...{name}", "{name}"),
    )
    return (form.format(package=package, above=above, last=last, module=module, name=name) for form in forms)
