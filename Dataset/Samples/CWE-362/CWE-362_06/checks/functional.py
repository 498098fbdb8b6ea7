from harness import solution
from probes import interleave

SETUP = """
pond, barn = solution.Enclosure(3), solution.Enclosure(3)
for name in ("otter", "heron", "swan"):
    pond.admit(name)
names = iter(("otter", "heron", "swan"))
"""


def centre():
    pond, barn = solution.Enclosure(2), solution.Enclosure(1)
    assert [pond.admit("otter"), pond.admit("heron"), barn.admit("owl")] == [True] * 3
    return pond, barn


def test_admitting():
    pond, _ = centre()
    assert pond.admit("swan") is False
    assert pond.release("heron") is True
    assert pond.admit("otter") is False
    assert pond.admit("swan") is True
    assert pond.animals() == ["otter", "swan"]


def test_releasing():
    pond, barn = centre()
    assert barn.release("otter") is False
    assert pond.release("otter") is True
    assert pond.release("otter") is False
    assert (pond.animals(), barn.animals()) == (["heron"], ["owl"])


def test_the_names_are_a_list_of_ones_own():
    pond, _ = centre()
    pond.animals().clear()
    solution.census(pond)[0].clear()
    assert pond.animals() == ["heron", "otter"]


def test_moving():
    pond, barn = centre()
    assert solution.move("otter", pond, barn) is False
    assert solution.move("owl", pond, barn) is False
    assert solution.census(pond, barn) == [["heron", "otter"], ["owl"]]
    barn.release("owl")
    assert solution.move("otter", pond, barn) is True
    assert solution.census(pond, barn) == [["heron"], ["otter"]]
    assert solution.move("otter", pond, barn) is False
    assert solution.move("otter", barn, pond) is True
    assert solution.census(pond, barn) == [["heron", "otter"], []]


def test_moving_to_the_same_enclosure():
    pond, _ = centre()
    pond.release("heron")
    assert solution.move("otter", pond, pond) is False
    assert pond.animals() == ["otter"]


def test_swapping():
    pond, barn = centre()
    assert solution.swap("otter", pond, "owl", barn) is True
    assert solution.census(pond, barn) == [["heron", "owl"], ["otter"]]
    assert solution.swap("otter", barn, "heron", pond) is True
    assert solution.census(pond, barn) == [["otter", "owl"], ["heron"]]


def test_swapping_what_is_not_there():
    pond, barn = centre()
    for one, first, other, second in (
        ("owl", pond, "owl", barn), ("otter", pond, "heron", barn), ("swan", pond, "owl", barn),
        ("otter", pond, "heron", pond), ("otter", barn, "owl", pond),
    ):
        assert solution.swap(one, first, other, second) is False
    assert solution.census(pond, barn) == [["heron", "otter"], ["owl"]]


def test_the_census():
    pond, barn = centre()
    assert solution.census() == []
    assert solution.census(barn, pond, barn) == [["owl"], ["heron", "otter"], ["owl"]]
    assert solution.census(solution.Enclosure(1)) == [[]]


def test_many_threads():
    run = interleave.barrage(
        setup=SETUP, step="solution.move(next(names), pond, barn)", threads=3, after="solution.census(pond, barn)")
    assert run.after == [[], ["heron", "otter", "swan"]]
