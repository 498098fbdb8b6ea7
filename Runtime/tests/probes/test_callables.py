import importlib
import importlib.util
import os
import re
import sys
import types
import unittest
from unittest import mock

import fakes

from probes import markers, search
from probes.grammars import callables


class Base:
    """What all kinds of things are below."""

    def __init__(self, **fields):
        vars(self).update(fields)


class Good(Base):
    pass


def drain(**_):
    DRAINED.append(1)


DRAINED: list[int] = []
OWN = (("things.tools.drain", {}), ("things.tools.system", {"command": "CMD"}), ("things.tools.Valve", {}))


def by_import(name):
    module, _, last = name.rpartition(".")
    return getattr(importlib.import_module(module), last)


def step_by_step(name):
    first, *rest = name.split(".")
    value = importlib.import_module(first)
    for one in rest:
        value = getattr(value, one)
    return value


def refusing(pattern, lookup=by_import):
    def kind(name):
        if re.search(pattern, name):
            raise ValueError(name)
        return lookup(name)

    return kind


def demanding(pattern, lookup=by_import):
    return lambda name: refusing(rf"\A(?!{pattern})", lookup)(name)


#: How somebody finds what a name stands for; `things.kinds.Good` is meant.
CARELESS = {
    "by import": by_import,
    "step by step": step_by_step,
    "not os, not subprocess": refusing(r"^(os|subprocess|builtins)\."),
    "no word of a list": refusing(r"system|Popen|eval|getoutput"),
    "begins with the package": demanding(r"things"),
    "begins with the package and a dot": demanding(r"things\."),
    "begins with the package, step by step": demanding(r"things\.", step_by_step),
    "ends with a capital": demanding(r".*\.[A-Z]\w*$"),
    "holds the package": demanding(r"[\s\S]*things\."),
    "stripped behind the check": lambda name: refusing(r"^(os|subprocess|posix)\.")(name) and by_import(name.strip()),
    "the last line": lambda name: by_import(demanding(r"things", str)(name).splitlines()[-1]),
    "what stands behind the sign": lambda name: by_import(demanding(r"things", str)(name).rpartition(":")[2]),
}


class Callables(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        tools = types.ModuleType("things.tools")
        tools.drain, tools.Valve, tools.system = drain, type("Valve", (), {"__init__": drain}), os.system
        kinds = types.ModuleType("things.kinds")
        kinds.Good, kinds.os = Good, os
        package = types.ModuleType("things")
        package.tools, package.kinds, package.__path__ = tools, kinds, []
        self.modules = {"things": package, "things.tools": tools, "things.kinds": kinds}

    def effect(self, kind):
        def helper(marker):
            names = {"HELPER": "helper_of_a_test", "TWIN": "things_of_a_test"}
            for name in names.values():
                marker.module(name)
            return names | {"FOLDER": "uploads/x"}

        made = []

        def use(candidate):
            name, *arguments = candidate
            path = [self.box.path("."), *sys.path]
            with mock.patch.dict(sys.modules, self.modules), mock.patch.object(sys, "path", path):
                importlib.invalidate_caches()
                made[:] = [kind(name)(**dict(zip(arguments[::2], arguments[1::2])))]

        runs = markers.runs(use, helper)

        def told(candidate):
            made.clear(), DRAINED.clear()
            return runs(candidate) or bool(DRAINED) or any(not isinstance(one, Base) for one in made)

        return told

    def candidates(self):
        for name, arguments in callables.named("things.kinds.Good", OWN):
            yield (name, *(part for pair in arguments.items() for part in pair))

    def test_every_planted_gap_is_found(self) -> None:
        fakes.load("PACKAGE = 'things'")
        for name, kind in CARELESS.items():
            with self.subTest(name):
                self.assertTrue(search.first(self.candidates(), self.effect(kind), 150))

    def test_sound_programs_withstand(self) -> None:
        fakes.load("PACKAGE = 'things'")
        known = {"things.kinds.Good": Good}
        self.assertIsNone(search.first(self.candidates(), self.effect(lambda name: known[name]), 300))

    def test_names_beside_a_package_lead_out_of_it(self) -> None:
        def imported(lookup):
            def effect(name):
                try:
                    return "cranes" in lookup(name).split(".")
                except (ImportError, ValueError):
                    return False

            return effect

        def relative(name):
            if not name.startswith("city.moves."):
                raise ValueError(name)
            return importlib.util.resolve_name(name.removeprefix("city.moves").rpartition(".")[0], "city.moves")

        for lookup in (relative, demanding(r"city\.", str), refusing(r"^\.", str)):
            self.assertTrue(search.first(callables.beside("city.moves", "cranes.Crane"), imported(lookup), 12))
        sound = imported(refusing(r"\.\.", relative))
        self.assertIsNone(search.first(callables.beside("city.moves", "cranes.Crane"), sound, 12))


if __name__ == "__main__":
    unittest.main()
