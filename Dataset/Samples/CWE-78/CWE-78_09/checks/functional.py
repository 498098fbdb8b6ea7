from harness import box, solution
from probes import programs

NAMES = ("- no title -.txt", "-l.txt", "Aunt Ida & Uncle Bo (1911).jpg", "Fire of 1911; the mill.txt", "a.txt", "b  c.txt", "Łódź, été.wav")


def village(name, names=NAMES, folder=None):
    folder = folder or name
    box.mkdir(folder)
    for one in names:
        box.write(f"{folder}/{one}", b"x")
    # Where it is started, it has to find the files.
    programs.script("unburnt", '[ "$1" = --null ] && cd "$2" && for file in *; do [ ! -f "$file" ] || printf "%s\\0" "$file"; done')
    machine = programs.script("burn", f'[ -f "./$4" ] || echo "$PWD" >> /box/work/astray-{name}.txt')
    machine.clear()
    return solution.Chronicle(folder, f"index {name}.txt"), machine


def burnt(machine):
    """Labels with their names, as `burn` got them."""
    assert all(call[0] == "--label" and call[2] == "--" for call in machine.calls)
    return [(call[1], call[3:]) for call in machine.calls]


def test_one_disc():
    chronicle, machine = village("f1")
    assert chronicle.discs() == {}
    assert chronicle.burn("Summer") == 1
    ((label, names),) = burnt(machine)
    assert label == "Summer 1" and sorted(names) == sorted(NAMES)
    assert chronicle.discs() == {"Summer 1": names}
    assert not box.exists("astray-f1.txt")


def test_several_discs():
    names = [f"page {number:02d}.txt" for number in range(19)]
    chronicle, machine = village("f2", names)
    assert chronicle.burn("Pages") == 3
    assert burnt(machine) == [("Pages 1", names[:8]), ("Pages 2", names[8:16]), ("Pages 3", names[16:])]
    assert chronicle.discs() == dict(burnt(machine))
    for name in names[16:]:
        box.remove(f"f2/{name}")
    assert chronicle.burn("Two full ones") == 2
    assert [len(names) for _, names in burnt(machine)] == [8, 8, 3, 8, 8]


def test_nothing_to_burn():
    chronicle, machine = village("f3", ())
    assert chronicle.burn("Winter") == 0
    assert machine.calls == [] and chronicle.discs() == {}


def test_labels():
    chronicle, machine = village("f4", ["a.txt"])
    labels = ("Summer & autumn; 1911", "Łódź (été)", "--label", "5 % of it", "*", "#1")
    for label in labels:
        assert chronicle.burn(label) == 1
    assert burnt(machine) == [(f"{label} 1", ["a.txt"]) for label in labels]
    assert chronicle.discs() == dict(burnt(machine))


def test_discs_are_told_later():
    chronicle, machine = village("f5", ["a.txt"])
    chronicle.burn("First")
    box.write("f5/b c.txt", b"x")
    later = solution.Chronicle("f5", "index f5.txt")
    assert later.discs() == {"First 1": ["a.txt"]}
    assert later.burn("Second") == 1
    assert chronicle.discs() == later.discs() == {"First 1": ["a.txt"], "Second 1": ["a.txt", "b c.txt"]}


def test_once_more():
    chronicle, machine = village("f6")
    chronicle.burn("Summer & more")
    chronicle.burn("Winter")
    first, second = burnt(machine)
    later = solution.Chronicle("f6", "index f6.txt")
    later.again("Summer & more 1")
    chronicle.again("Winter 1")
    assert burnt(machine) == [first, second, first, second]
    assert later.discs() == {"Summer & more 1": first[1], "Winter 1": second[1]}
    for label in ("Summer & more", "Summer & more 2", "winter 1"):
        try:
            later.again(label)
        except KeyError:
            continue
        raise AssertionError("no KeyError")
    assert len(machine.calls) == 4 and not box.exists("astray-f6.txt")


def test_a_folder_with_blanks():
    chronicle, machine = village("f7", ["a b.txt"], "f7 of all; our (letters) & more")
    assert chronicle.burn("X") == 1
    chronicle.again("X 1")
    assert burnt(machine) == [("X 1", ["a b.txt"])] * 2
    assert not box.exists("astray-f7.txt")
