from harness import program, solution

READINGS = """
import sys
readings = {
    "north-7": "wave=1.4 wind=12 battery=81",
    "seal_rock.2@4+": "wave=0.25 gust=31.5",
    "A": "battery=7",
    "deep+1": "wave=-0.5 wind=0",
    "west.9": "gust=3 wind=12.5",
}
name = argv[1] if len(argv) == 2 else None
if name not in readings:
    sys.exit(1)
print(readings[name])
"""


def read(name):
    program("buoyread", code=READINGS)
    return solution.read_buoy(name)


def test_reads_several_values():
    assert read("north-7") == {"wave": 1.4, "wind": 12.0, "battery": 81.0}


def test_every_character_of_a_name_arrives():
    assert read("seal_rock.2@4+") == {"wave": 0.25, "gust": 31.5}


def test_one_value():
    assert read("A") == {"battery": 7.0}


def test_numbers_are_floats():
    readings = read("deep+1")
    assert readings == {"wave": -0.5, "wind": 0.0}
    assert [type(number) for number in readings.values()] == [float, float]


def test_unknown_buoy():
    assert read("south-1") is None


def test_the_windiest_buoy():
    program("buoyread", code=READINGS)
    assert solution.windiest(["north-7", "south-1", "west.9"]) == "west.9"
    assert solution.windiest(["A"]) is None


def test_runs_the_program_once():
    tool = program("buoyread", stdout="wave=2\n")
    tool.clear()
    assert solution.read_buoy("north-7") == {"wave": 2.0}
    assert [call.argv[1:] for call in tool.calls] == [["north-7"]]
