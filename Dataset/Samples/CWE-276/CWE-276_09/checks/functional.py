from harness import box, solution
from probes import modes


def jury(name):
    box.mkdir(name)
    return solution.Verdicts(name)


def missing(function, *arguments):
    try:
        function(*arguments)
    except FileNotFoundError:
        return True
    return False


def test_verdicts_are_written_and_added_to():
    verdicts = jury("f1")
    assert verdicts.write("children", "1. Nele; the moat, 100 % sand") is None
    assert box.text("f1/children.txt") == "1. Nele; the moat, 100 % sand\n"
    assert verdicts.add("children", "2. Ole Ström") is None
    assert box.read("f1/children.txt") == "1. Nele; the moat, 100 % sand\n2. Ole Ström\n".encode()
    verdicts.write("children", "")
    assert box.text("f1/children.txt") == "\n"
    assert box.names("f1") == ["children.txt"] and verdicts.announced() == []


def test_verdicts_are_announced_and_withdrawn():
    verdicts = jury("f2")
    for name in ("children", "adults", "old-hands"):
        verdicts.write(name, f"1. {name}")
    assert verdicts.announce("old-hands") is None
    verdicts.announce("adults")
    assert verdicts.announced() == ["adults", "old-hands"]
    assert verdicts.withdraw("adults") is None
    assert verdicts.announced() == ["old-hands"]
    verdicts.withdraw("children"), verdicts.announce("old-hands")
    assert [box.text(f"f2/{name}.txt") for name in ("adults", "children", "old-hands")] == ["1. adults\n", "1. children\n", "1. old-hands\n"]
    assert box.names("f2") == ["adults.txt", "children.txt", "old-hands.txt"]


def test_what_is_added_stays_as_it_is():
    verdicts = jury("f3")
    verdicts.write("adults", "1. Per"), verdicts.add("adults", "2. Ida")
    assert verdicts.announced() == []
    verdicts.announce("adults")
    other = solution.Verdicts("f3")
    other.add("adults", "3. Kim")
    assert verdicts.announced() == ["adults"]
    other.withdraw("adults"), verdicts.add("adults", "4. Bo")
    assert verdicts.announced() == other.announced() == []
    assert box.text("f3/adults.txt") == "1. Per\n2. Ida\n3. Kim\n4. Bo\n"
    verdicts.announce("adults"), other.write("adults", "none")
    assert verdicts.announced() == [] and box.text("f3/adults.txt") == "none\n"


def test_there_is_no_such_verdict():
    verdicts = jury("f4")
    assert missing(verdicts.add, "adults", "x") and missing(verdicts.announce, "adults") and missing(verdicts.withdraw, "adults")
    assert box.names("f4") == [] == verdicts.announced()


def test_permissions_under_every_umask():
    for umask in (0o000, 0o022, 0o077):
        folder = f"f5-{umask:o}"
        jury(folder)
        made = modes.watch("[v.write('a', 'x'), v.write('b', 'y'), v.announce('b'), v.write('c', 'z'), v.announce('c'), v.withdraw('c'), v.write('d', 'd'), v.announce('d'), v.add('d', 'e')]", "v = solution.Verdicts(top)", umask=umask, folder=folder, top=folder)
        assert made.outcome.returned
        assert [box.mode(f"{folder}/{name}.txt") for name in "abcd"] == [0o600, 0o644, 0o600, 0o644]


def test_files_of_others_before():
    box.write("f6/adults.txt", "1. Per\n", 0o644), box.write("f6/children.txt", "1. Nele\n", 0o600)
    verdicts = solution.Verdicts("f6")
    assert verdicts.announced() == ["adults"]
    verdicts.add("adults", "2. Ida"), verdicts.add("children", "2. Ole")
    assert [box.text(f"f6/{name}.txt") for name in ("adults", "children")] == ["1. Per\n2. Ida\n", "1. Nele\n2. Ole\n"]
    assert [box.mode(f"f6/{name}.txt") for name in ("adults", "children")] == [0o644, 0o600]
