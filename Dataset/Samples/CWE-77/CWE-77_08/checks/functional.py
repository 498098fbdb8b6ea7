import itertools

from harness import box, solution

numbers = itertools.count()
HAND = "# by hand\ns/Frankfort/Frankfurt/g\n/^Golf/d\n"


def style(text=None):
    path = f"style-{next(numbers)}.sed"
    if text is not None:
        box.write(path, text)
    return solution.Style(path), path


def test_texts_are_replaced():
    made, _ = style()
    assert made.add("Munich 1860", "1860 Munich", "club") is None
    made.add("Łódź", "Lodz; Poland", "places")
    assert made.edit("Munich 1860 in Łódź\nMunich 18\n\nMunich 1860, Munich 1860\n") == "1860 Munich in Lodz; Poland\nMunich 18\n\n1860 Munich, 1860 Munich\n"


def test_rules_come_one_after_the_other():
    made, _ = style()
    made.add("a", "b", "first")
    made.add("b", "cc", "second")
    made.add("d", "", "third")
    assert made.edit("a b d x\n") == "cc cc  x\n"


def test_slashes_and_quotes():
    made, _ = style()
    made.add("1/2", "one/half", "fractions")
    made.add("it's", "it \"is\"", "it's; so")
    made.add("(n.V.)", "a.e.t.", "extra time: 100 %")
    assert made.edit("1/2 it's (n.V.), 1/2/3\n") == "one/half it \"is\" a.e.t., one/half/3\n"


def test_only_in_some_lines():
    made, _ = style()
    made.add("love", "0", "tennis", "Tennis")
    made.add("set", "game", "tennis/golf", only="A/B 1")
    assert made.edit("Tennis: love, love set\nI love a set\nA/B 1: set\n") == "Tennis: 0, 0 set\nI love a set\nA/B 1: game\n"


def test_rules_stand_in_two_lines_each():
    made, path = style()
    made.add("a", "b", "one, two; three")
    made.add("c", "d", "it's Łódź", "x")
    lines = box.text(path).splitlines()
    assert len(lines) == 4 and lines[0] == "# one, two; three" and lines[2] == "# it's Łódź"
    assert made.notes() == ["one, two; three", "it's Łódź"]


def test_what_was_there_stays():
    made, path = style(HAND)
    made.add("Berne", "Bern", "Swiss")
    assert box.text(path).startswith(HAND)
    assert made.edit("Golf: x\nFrankfort, Berne\n") == "Frankfurt, Bern\n"
    assert made.notes() == solution.Style(path).notes() == ["by hand", "Swiss"]


def test_without_a_script():
    made, _ = style()
    assert made.edit("a\nb\n") == "a\nb\n"
    assert made.notes() == []
    empty, _ = style("")
    assert empty.edit("a\nb\n") == "a\nb\n" and empty.notes() == []
    other, path = style("#x\n")
    box.write(path, "s/x/y/\n")
    assert other.edit("x\n") == "y\n"
