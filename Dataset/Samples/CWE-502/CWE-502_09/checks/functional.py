import json

from harness import attribute, box, solution, type_names

INIT = """
class Device:
    def __init__(self, **options):
        self.options = options
"""
HEATING = """
import os
from tanks_f import Device

class Rod(Device):
    pass

class Mat(Device):
    pass

Heater = Rod
"""
PUMPS = """
from .heating import Mat
from . import Device as Base

class Pump(Base):
    pass

class SmallPump(Pump):
    def __init__(self, speed=1, *, colour=None):
        super().__init__(speed=speed, colour=colour)
"""


def setup():
    box.write("tanks_f/__init__.py", INIT)
    box.write("tanks_f/heating.py", HEATING)
    box.write("tanks_f/pumps.py", PUMPS)


def built(*layers):
    tank = solution.Tank("tanks_f")
    for layer in layers:
        assert tank.layer(json.dumps(layer)) is None
    return {name: (type_names(device)[0], attribute(device, "options")) for name, device in tank.build().items()}


def part(module, kind, **options):
    return {"module": module, "class": kind, "with": options}


def test_one_layer():
    assert solution.Tank("tanks_f").build() == {}
    found = built({"warm": part("heating", "Rod", watts=300), "left pump": part("pumps", "SmallPump", speed=2), "mat": {"module": "pumps", "class": "Mat"}})
    assert found == {"warm": ("Rod", {"watts": 300}), "left pump": ("SmallPump", {"speed": 2, "colour": None}), "mat": ("Mat", {})}
    assert list(found) == ["warm", "left pump", "mat"]


def test_options_arrive_as_they_are():
    options = {"text": "It's {x}; %s", "list": [1, [2.5, None]], "class": "Mat", "part": {"module": "heating", "class": "Rod"}, "on": True}
    assert built({"warm": part("heating", "Heater", **options)}) == {"warm": ("Rod", options)}


def test_later_layers_count():
    layers = [
        {"warm": {"module": "heating", "with": {"watts": 300, "end": "left"}}, "pump": {"with": {"speed": 3}}},
        {"warm": {"class": "Rod", "with": {"watts": 150}}, "pump": part("pumps", "Pump", hose="long")},
        {"pump": {"class": "SmallPump", "with": {"colour": "red"}}, "warm": {}},
    ]
    assert built(*layers[:2]) == {"warm": ("Rod", {"watts": 150, "end": "left"}), "pump": ("Pump", {"speed": 3, "hose": "long"})}
    del layers[1]["pump"]["with"]["hose"]
    assert built(*layers)["pump"] == ("SmallPump", {"speed": 3, "colour": "red"})
    assert built(*layers, {"warm": {"module": "pumps", "class": "Mat"}})["warm"] == ("Mat", {"watts": 150, "end": "left"})


def test_parts_are_forgotten():
    first = {"warm": part("heating", "Rod", watts=300), "pump": part("pumps", "Pump")}
    assert built(first, {"warm": None}) == {"pump": ("Pump", {})}
    assert built(first, {"warm": None}, {"warm": part("heating", "Mat", on=False)})["warm"] == ("Mat", {"on": False})
    assert built({"nothing": None}) == {}


def test_built_more_than_once():
    tank = solution.Tank("tanks_f")
    tank.layer(json.dumps({"warm": part("heating", "Rod", watts=300)}))
    first, second = tank.build()["warm"], tank.build()["warm"]
    assert first != second and attribute(second, "options") == {"watts": 300}
    tank.layer(json.dumps({"warm": {"class": "Mat"}, "pump": part("pumps", "Pump")}))
    assert {name: type_names(device)[0] for name, device in tank.build().items()} == {"warm": "Mat", "pump": "Pump"}
    assert solution.Tank("tanks_f").build() == {}


def test_a_module_that_is_added_later():
    tank = solution.Tank("tanks_f")
    tank.layer(json.dumps({"pump": part("pumps", "Pump")}))
    tank.build()
    box.write("tanks_f/lamps.py", "from tanks_f import Device\n\nclass Lamp(Device):\n    pass\n")
    tank.layer(json.dumps({"lamp": part("lamps", "Lamp", lumen=800)}))
    assert type_names(tank.build()["lamp"])[0] == "Lamp"
