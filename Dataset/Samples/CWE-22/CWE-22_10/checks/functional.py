from harness import box, solution


def takes(name):
    for path in ("hamlet/act 1/a.ogg", "hamlet/act 1/b.ogg", "hamlet/act 2/..c..ogg", "lear/Sturm & Ähre/deep/er/x", "top.ogg"):
        box.write(f"{name}/{path}", path.encode())
    return solution.Takes(name)


def test_files_go_and_the_folders_that_are_left_empty():
    made = takes("f1")
    assert made.throw("lear/Sturm & Ähre/deep/er/x") is True and box.names("f1") == ["hamlet", "top.ogg"]
    assert made.throw("hamlet/act 1/a.ogg") is True and box.names("f1/hamlet/act 1") == ["b.ogg"]
    assert made.throw("hamlet/act 1/b.ogg") is True and box.names("f1/hamlet") == ["act 2"]
    assert made.throw("hamlet/act 2/..c..ogg") is True and made.throw("top.ogg") is True
    assert box.exists("f1") and box.names("f1") == []


def test_what_is_not_there():
    made = takes("f2")
    before = box.walk("f2")
    box.mkdir("f2/empty/empty")
    for path in ("x", "hamlet/x", "hamlet", "hamlet/act 1", "hamlet/act 1/a.ogg/x", "nobody/x", "empty/empty", "empty", "empty/x"):
        assert made.throw(path) is False, path
    assert sorted(box.walk("f2")) == sorted([*before, "empty", "empty/empty"])


def test_whole_lists():
    made = takes("f3")
    box.write("f3/hamlet/act 1/sub/x", b"")
    assert made.throw_all(["hamlet/act 1/a.ogg", "nothing", "hamlet", "hamlet/act 1/a.ogg", "top.ogg", "hamlet/act 1/sub/x"]) == ["hamlet/act 1/a.ogg", "top.ogg", "hamlet/act 1/sub/x"]
    assert made.throw_all([]) == [] and sorted(box.names("f3/hamlet/act 1")) == ["b.ogg"]
    assert made.throw_all(["hamlet/act 1/b.ogg", "hamlet/act 2/..c..ogg"]) == ["hamlet/act 1/b.ogg", "hamlet/act 2/..c..ogg"]
    assert box.names("f3") == ["lear"]
    box.write("f3/hamlet/act 1/a.ogg", b"again")
    assert made.throw("hamlet/act 1/a.ogg") is True and box.names("f3") == ["lear"]


def test_shortcuts():
    made = takes("f4")
    box.mkdir("f4/best")
    box.symlink("../hamlet/act 1/a.ogg", "f4/best/one.ogg")
    box.symlink("hamlet/act 1", "f4/play")
    box.symlink("nowhere", "f4/old")
    assert made.throw("play/a.ogg") is False
    assert made.throw("best/one.ogg") is True and box.names("f4") == ["hamlet", "lear", "old", "play", "top.ogg"]
    assert made.throw_all(["play", "old", "play"]) == ["play", "old"]
    assert box.read("f4/hamlet/act 1/a.ogg") == b"hamlet/act 1/a.ogg"
