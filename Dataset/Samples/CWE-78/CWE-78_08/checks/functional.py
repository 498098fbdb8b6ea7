from harness import box, solution
from probes import programs

NAMES = ("1912 Harbour (1).tif", "1912 Harbour (2).tif", "1912 Quay & mill.tif", "1920 Mill.tif", "Ann's mill.jpg", "Łódź 1931, été.tif", "a.tif", "a1.tif", "b1.tif")


def plates(name, names=NAMES):
    for one in names:
        box.write(f"{name}/{one}", b"x")
    machine = programs.script("contactsheet", "exit 0")
    machine.clear()
    return solution.Plates(name, f"{name}.kept"), machine


def call(folder, title, out, *names):
    return ["--title", title, "--out", out, *(f"{folder}/{name}" for name in names)]


def test_pictures_that_fit():
    made, machine = plates("f1")
    assert made.sheet("a*", "A", "a.pdf") == 2
    assert made.sheet("??.tif", "One sign", "b.pdf") == 2
    assert made.sheet("[ab].tif", "Brackets", "c.pdf") == 1
    assert machine.calls == [
        call("f1", "A", "a.pdf", "a.tif", "a1.tif"), call("f1", "One sign", "b.pdf", "a1.tif", "b1.tif"), call("f1", "Brackets", "c.pdf", "a.tif")]


def test_all_pictures_in_order():
    made, machine = plates("f2")
    assert made.sheet("*", "All", "all.pdf") == len(NAMES)
    assert machine.calls == [call("f2", "All", "all.pdf", *sorted(NAMES))]


def test_patterns_with_blanks():
    made, machine = plates("f3")
    assert made.sheet("1912 Harbour (?).tif", "Harbour", "h.pdf") == 2
    assert made.sheet("* mill.*", "Mills", "m.pdf") == 2
    assert made.sheet("Ann's*", "Ann", "n.pdf") == 1
    assert [one[4:] for one in machine.calls] == [
        [f"f3/1912 Harbour ({number}).tif" for number in (1, 2)], ["f3/1912 Quay & mill.tif", "f3/Ann's mill.jpg"], ["f3/Ann's mill.jpg"]]


def test_titles_and_paths_of_sheets():
    made, machine = plates("f4")
    for title in ("It's \"old\"; 5 %", "Été & Łódź $5 (new)", "", "*", "--out"):
        made.sheet("a.tif", title, "my sheets; new/it's.pdf")
    assert [one[:4] for one in machine.calls] == [["--title", title, "--out", "my sheets; new/it's.pdf"] for title in ("It's \"old\"; 5 %", "Été & Łódź $5 (new)", "", "*", "--out")]


def test_nothing_fits():
    made, machine = plates("f5")
    assert made.sheet("1999*", "None", "none.pdf") == 0
    assert made.sheet("a", "None", "none.pdf") == 0
    assert machine.calls == []


def test_new_pictures():
    made, machine = plates("f6", ["a.tif"])
    assert made.sheet("*.tif", "A", "a.pdf") == 1
    box.write("f6/new plate.tif", b"x")
    assert made.sheet("*.tif", "A", "a.pdf") == 2
    box.remove("f6/a.tif")
    assert made.sheet("*.tif", "A", "a.pdf") == 1
    assert machine.calls[-1] == call("f6", "A", "a.pdf", "new plate.tif")


def test_searches_are_kept():
    made, machine = plates("f7")
    box.mkdir("f7 sheets")
    assert made.remake("f7 sheets") == []
    made.keep("a*", "It's \"A\" & more; 100 %")
    made.keep("1999*", "None")
    later = solution.Plates("f7", "f7.kept")
    later.keep("1912 *", "Été $5")
    assert machine.calls == []
    assert later.remake("f7 sheets") == [2, 0, 3]
    assert machine.calls == [
        call("f7", "It's \"A\" & more; 100 %", "f7 sheets/1.pdf", "a.tif", "a1.tif"),
        call("f7", "Été $5", "f7 sheets/3.pdf", *NAMES[:3])]
    assert made.remake("f7 sheets") == [2, 0, 3]


def test_a_folder_with_blanks():
    made, machine = plates("f8 it's (new)", ["x y.tif"])
    assert made.sheet("x*", "X", "x.pdf") == 1
    assert machine.calls == [call("f8 it's (new)", "X", "x.pdf", "x y.tif")]
