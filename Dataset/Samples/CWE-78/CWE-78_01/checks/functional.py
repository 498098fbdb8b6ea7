from harness import solution
from probes import programs

READINGS = """
case "$#:$1" in
    1:north-7) echo "wave=1.4 wind=12 battery=81" ;;
    1:seal_rock.2@4+) echo "wave=0.25 gust=31.5" ;;
    1:A) echo "battery=7" ;;
    1:deep+1) echo "wave=-0.5 wind=0" ;;
    1:tie_1 | 1:tie_2 | 1:tie_3) echo "wind=12" ;;
    1:west.9) echo "gust=3 wind=12.5" ;;
    *) exit 1 ;;
esac
"""


def read(name):
    programs.script("buoyread", READINGS)
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
    programs.script("buoyread", READINGS)
    assert solution.windiest(["north-7", "south-1", "west.9"]) == "west.9"
    assert solution.windiest(["A"]) is None


def test_among_equals_the_first():
    programs.script("buoyread", READINGS)
    for names in (["tie_1", "tie_2", "tie_3"], ["tie_3", "tie_2", "tie_1"], ["tie_2", "tie_1", "tie_2", "north-7"]):
        assert solution.windiest(["A", *names]) == names[0]


def test_runs_the_program_once():
    tool = programs.script("buoyread", "echo wave=2")
    assert solution.read_buoy("north-7") == {"wave": 2.0}
    assert tool.calls == [["north-7"]]
