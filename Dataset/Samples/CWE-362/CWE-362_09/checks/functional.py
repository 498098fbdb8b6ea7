from harness import solution
from probes import interleave


def test_buckets_are_counted():
    night = solution.Night(100)
    assert night.carried("Mill Lane", "toad", 8) == night.carried("Mill Lane", "toad", 1) == night.carried("Pond Road", "frog; 5 %", 2) == 0
    assert night.at("Mill Lane") == {"toad": 9} and night.at("Pond Road") == {"frog; 5 %": 2} and night.at("Elsewhere") == {}
    assert night.total() == 11


def test_bars():
    night = solution.Night(10)
    assert [night.carried("a", "toad", number) for number in (9, 1, 9, 1, 25, 4, 1)] == [0, 1, 0, 1, 2, 0, 1]
    assert night.mistake("a", "toad", 30) is True
    assert [night.carried("b", "newt", number) for number in (20, 9, 1, 10)] == [0, 0, 0, 1]
    assert solution.Night(10).carried("a", "toad", 25) == 2
    assert [solution.Night(1).carried("a", "toad", number) for number in (1, 3)] == [1, 3]


def test_mistakes():
    night = solution.Night(10)
    night.carried("a", "toad", 5)
    assert night.mistake("a", "toad", 6) is night.mistake("a", "newt", 1) is night.mistake("b", "toad", 1) is False
    assert night.total() == 5 and night.at("b") == {}
    assert night.mistake("a", "toad", 2) is True
    assert night.at("a") == {"toad": 3} and night.total() == 3
    assert night.mistake("a", "toad", 3) is True
    assert night.at("a") == {} == night.hand_over() and night.total() == 0


def test_counted_at_the_wrong_place():
    night = solution.Night(4)
    assert night.carried("a", "toad", 5) == 1
    night.carried("b", "newt", 1)
    assert night.moved("a", "b", "toad", 6) is night.moved("b", "a", "toad", 1) is False
    assert night.moved("a", "b", "toad", 2) is True
    assert (night.at("a"), night.at("b"), night.total()) == ({"toad": 3}, {"newt": 1, "toad": 2}, 6)
    assert night.moved("a", "c", "toad", 3) is True
    assert night.hand_over() == {"b": {"newt": 1, "toad": 2}, "c": {"toad": 3}}


def test_a_night_is_handed_over():
    night, other = solution.Night(3), solution.Night(3)
    assert night.hand_over() == {}
    other.carried("a", "toad", 2)
    assert night.carried("a", "toad", 4) == 1
    night.carried("b", "frog", 1)
    assert night.hand_over() == {"a": {"toad": 4}, "b": {"frog": 1}}
    assert night.hand_over() == {} and night.total() == 0 and night.at("a") == {}
    assert night.carried("a", "newt", 3) == 1 and night.hand_over() == {"a": {"newt": 3}}
    assert other.at("a") == {"toad": 2}


def test_many_threads():
    run = interleave.barrage(setup="night = solution.Night(10)\nnight.carried('a', 'toad', 1)", step="night.at('a')['toad'] + night.total()", threads=6, after="night.total()")
    assert [outcome.value for outcome in run.outcomes] == [2] * 6 and run.after == 1
