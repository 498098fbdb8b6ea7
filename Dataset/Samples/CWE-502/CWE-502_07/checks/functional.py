from harness import attribute, box, solution, type_names

KIT = """
PLAYED = []

class Figure:
    moves = ()

class Knight(Figure):
    moves = ("strike", "turn", "carry")

    def __init__(self):
        self.load, self.way = [], 0
        PLAYED.append(type(self).__name__)

    def strike(self, times):
        return "dong" * times

    def turn(self, left=0, right=0):
        self.way += right - left

    def carry(self, *what):
        self.load.extend(what)
        return self

class Page(Knight):
    moves = ("bow",)

    def bow(self):
        return ["deep", len(PLAYED)]

class Drummer1(Knight):
    pass
"""


def setup():
    box.write("moor_1.py", KIT)
    box.write("moor_2.py", KIT.replace('"dong"', '"ding"'))


def text(value):
    return bytes([len(value.encode())]) + value.encode()


def number(value):
    return b"i" + value.to_bytes(4, "big", signed=True)


def figure(name):
    return b"f" + text(name)


def move(name, count=0):
    return b"m" + bytes([count]) + text(name)


def load(*parts, kit="moor_1"):
    return solution.Stage(kit).load(b"".join(parts) + b".")


def refuses(scene):
    for method in ("load", "cast"):
        try:
            getattr(solution.Stage("moor_1"), method)(scene)
        except ValueError:
            continue
        return False
    return True


def test_plain_values():
    assert load() == [] and load(b"t" + text("Grüß Gott")) == ["Grüß Gott"]
    assert load(number(-1), number(2**31 - 1), number(-(2**31)), number(0)) == [-1, 2**31 - 1, -(2**31), 0]
    assert load(b"t" + text("x" * 255), b"t" + text(""), b"t" + text("__class__")) == ["x" * 255, "", "__class__"]


def test_lists():
    assert load(b"l\0", number(1), number(2), b"t" + text("c"), b"l\2") == [[], 1, [2, "c"]]
    assert load(number(1), b"l\1", number(2), b"l\2") == [[[1], 2]]


def test_what_is_taken_off():
    assert load(number(1), number(2), b"d", number(3)) == [1, 3]


def test_figures():
    found = load(figure("Knight"), figure("Page"), figure("Drummer1"))
    assert [type_names(one)[0] for one in found] == ["Knight", "Page", "Drummer1"]
    assert attribute(found[0], "way") == 0


def test_moves_and_what_they_return():
    assert load(figure("Knight"), number(3), move("strike", 1)) == ["dongdongdong"]
    assert load(figure("Knight"), number(1), move("strike", 1), kit="moor_2") == ["ding"]
    assert load(figure("Drummer1"), move("turn")) == [None]
    assert load(b"t" + text("first"), figure("Page"), move("bow"))[0] == "first"


def test_moves_with_several_values():
    found = load(figure("Knight"), b"t" + text("axe"), number(1), number(2), b"l\2", figure("Page"), move("carry", 3))
    assert len(found) == 1 and type_names(found[0])[0] == "Knight"
    carried = attribute(found[0], "load")
    assert carried[:2] == ["axe", [1, 2]] and type_names(carried[2])[0] == "Page"
    turned = load(figure("Knight"), move("carry"), number(1), number(5), move("turn", 2))
    assert turned == [None]


def test_the_cast_is_told_without_playing():
    stage = solution.Stage("moor_1")
    before = stage.load(figure("Page") + move("bow") + b".")[0][1]
    scene = figure("Page") + figure("Knight") + move("turn") + b"t" + text("fDrummer1") + figure("Page") + b"."
    assert stage.cast(scene) == ["Knight", "Page"] and stage.cast(b".") == []
    assert stage.load(figure("Page") + move("bow") + b".")[0][1] == before + 1


def test_what_is_no_scene():
    for scene in (b"", b"x.", b"i\0\0\0", b"i\0\0\0\1", b"t\3ab", b"t", b"f\6Knigh", b"l", b"m\1", figure("Knight") + b"T.", figure("Knight")):
        assert refuses(scene), scene
