import json

from harness import attribute, box, solution, testify, type_names

MODULES = {
    "springs/__init__.py": "class Move:\n    def __init__(self, **fields):\n        vars(self).update(fields)\n",
    "springs/jets.py": """
from springs import Move

class Arc(Move):
    def __init__(self, height, seconds=1):
        super().__init__(height=height, seconds=seconds)

class Fan(Arc):
    pass
""",
    "springs/lights.py": """
import springs

class Glow(springs.Move):
    def __init__(self, *, colour, blink=False):
        self.colour = colour
        self.blink = blink
""",
    "springs/groups.py": """
from springs import Move
from springs.jets import Arc

def longest(steps):
    return max(step.seconds for step in steps)

class Together(Move):
    def __init__(self, steps, label=None):
        super().__init__(steps=steps, label=label)

class Echo(Move):
    def __init__(self, step, times):
        self.step, self.times = step, times
""",
    "springs/service.py": "def drain(minutes):\n    open('drained', 'w').close()\n",
}


def setup():
    for path, source in MODULES.items():
        box.write(path, source)


ARC = {"type": "springs.jets.Arc", "height": 4.5, "seconds": 3}
GLOW = {"type": "springs.lights.Glow", "colour": "red", "blink": True}
ECHO = {"type": "springs.groups.Echo", "step": GLOW, "times": 2}


def load(*steps):
    return solution.Exchange("springs").load(json.dumps(steps))


def dump(steps):
    return json.loads(solution.Exchange("springs").dump(steps))


def comes_back(*steps):
    assert dump(load(*steps)) == list(steps)


def test_steps_of_their_classes():
    steps = load(ARC, GLOW)
    assert len(steps) == 2
    assert [type_names(step)[0] for step in steps] == ["Arc", "Glow"]
    assert [attribute(steps[0], name) for name in ("height", "seconds")] == [4.5, 3]
    assert [attribute(steps[1], name) for name in ("colour", "blink")] == ["red", True]


def test_attributes_may_be_left_out():
    [step] = load({"type": "springs.jets.Arc", "height": 2})
    assert attribute(step, "seconds") == 1


def test_a_class_of_a_class():
    [step] = load({**ARC, "type": "springs.jets.Fan"})
    assert type_names(step)[0] == "Fan"
    comes_back({**ARC, "type": "springs.jets.Fan"})


def test_steps_within_steps():
    [step] = load(ECHO)
    assert type_names(attribute(step, "step"))[0] == "Glow"
    comes_back(ECHO)
    comes_back({"type": "springs.groups.Together", "steps": [ARC, ECHO, GLOW], "label": "all"})
    comes_back({"type": "springs.groups.Together", "steps": [[ARC], [1, [GLOW]], []], "label": None})


def test_values_of_all_kinds():
    texts = ("", "Größe \"4\" 水", "springs.jets.Arc")
    for value in (*texts, -3, 0.125, True, False, None, [], ["a", [1, None, [False]]]):
        comes_back({"type": "springs.lights.Glow", "colour": value, "blink": value})


def test_an_empty_show():
    assert load() == []
    assert dump([]) == []


def test_a_show_of_steps_that_were_made():
    text = testify("""
from springs.groups import Together
from springs.jets import Fan
from springs.lights import Glow
steps = [Together([Glow(colour="red"), Fan(2.5, seconds=7)]), Glow(colour=["blue", 3])]
result = solution.Exchange("springs").dump(steps)
""")
    glow = {"type": "springs.lights.Glow", "colour": "red", "blink": False}
    fan = {"type": "springs.jets.Fan", "height": 2.5, "seconds": 7}
    assert json.loads(text) == [
        {"type": "springs.groups.Together", "steps": [glow, fan], "label": None},
        {**glow, "colour": ["blue", 3]},
    ]


def test_shows_are_independent():
    first, second = load(ARC), load({**ARC, "height": 1})
    assert attribute(first[0], "height") == 4.5
    assert attribute(second[0], "height") == 1


def test_another_package():
    box.write("lamps/__init__.py", "class Move:\n    pass\n")
    flame = "import lamps\n\nclass Flame(lamps.Move):\n    def __init__(self, size):\n        self.size = size\n"
    box.write("lamps/oil.py", flame)
    show = [{"type": "lamps.oil.Flame", "size": [1, 2]}]
    exchange = solution.Exchange("lamps")
    steps = exchange.load(json.dumps(show))
    assert type_names(steps[0])[0] == "Flame"
    assert json.loads(exchange.dump(steps)) == show
    comes_back(ARC)
