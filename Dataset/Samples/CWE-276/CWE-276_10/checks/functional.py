from harness import box, solution


def office(name):
    box.mkdir(name)
    return solution.Cases(name)


def raises(error, function, *arguments):
    try:
        function(*arguments)
    except error:
        return True
    return False


def test_papers_are_kept():
    cases = office("f1")
    assert cases.keep("2031/Lund 7", "talk.txt", b"calm\x00\xff") is None
    cases.keep("2031/Lund 7", "Brief & Öl.txt", b"")
    cases.keep("2031", "list", b"1")
    cases.keep("a/b/c d/e", "x", b"x" * 70000)
    assert box.read("f1/2031/Lund 7/talk.txt") == b"calm\x00\xff" and box.read("f1/2031/Lund 7/Brief & Öl.txt") == b""
    assert box.read("f1/2031/list") == b"1" and box.read("f1/a/b/c d/e/x") == b"x" * 70000
    assert sorted(box.walk("f1")) == ["2031", "2031/Lund 7", "2031/Lund 7/Brief & Öl.txt", "2031/Lund 7/talk.txt", "2031/list", "a", "a/b", "a/b/c d", "a/b/c d/e", "a/b/c d/e/x"]


def test_a_paper_that_is_there_stays():
    cases = office("f2")
    cases.keep("2031", "x", b"first")
    assert raises(FileExistsError, cases.keep, "2031", "x", b"second")
    assert box.read("f2/2031/x") == b"first" and box.names("f2/2031") == ["x"]


def test_cases_are_moved():
    cases = office("f3")
    box.write("f3/2031/Lund 7/talk/x", b"x")
    box.write("f3/done/y", b"y")
    assert cases.move("2031/Lund 7", "done/2030/Lund") is None
    assert box.read("f3/done/2030/Lund/talk/x") == b"x" and box.names("f3/2031") == []
    cases.move("done/2030/Lund", "Lund")
    assert box.read("f3/Lund/talk/x") == b"x" and box.names("f3/done") == ["2030", "y"]
    cases.keep("Lund", "new", b"n")
    cases.move("Lund", "2031/Lund 7")
    assert sorted(box.names("f3/2031/Lund 7")) == ["new", "talk"]


def test_what_cannot_be_moved():
    cases = office("f4")
    box.write("f4/a/b/x", b"x"), box.write("f4/c/y", b"y")
    assert raises(FileNotFoundError, cases.move, "a/nothing", "d")
    assert raises(FileExistsError, cases.move, "a/b", "c")
    assert raises(FileExistsError, cases.move, "a", "c/y")
    assert sorted(box.walk("f4")) == ["a", "a/b", "a/b/x", "c", "c/y"] and box.read("f4/c/y") == b"y"


def test_modes_of_the_folders():
    cases = office("f5")
    box.chmod("f5", 0o755)
    cases.keep("a/b/c", "x", b"x")
    assert [box.mode(f"f5/{path}") for path in ("a", "a/b", "a/b/c")] == [0o700] * 3 and box.mode("f5") == 0o755
    cases.move("a", "new/deep/a")
    assert [box.mode(f"f5/{path}") for path in ("new", "new/deep", "new/deep/a")] == [0o700] * 3 and box.mode("f5") == 0o755
    assert box.read("f5/new/deep/a/b/c/x") == b"x"
