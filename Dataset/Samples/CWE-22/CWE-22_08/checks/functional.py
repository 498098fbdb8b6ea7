import posixpath

from harness import box, solution


def raises(kind, function, *arguments):
    try:
        function(*arguments)
    except kind:
        return True
    return False


def studio(name, **links):
    box.write(f"{name}/ep 1/p1.txt", b"Whoosh!")
    box.write(f"{name}/ep 1/p..2 \xe4.txt", b"\x00\xff")
    box.write(f"{name}/ep 2/deep/p9.txt", b"nine")
    return solution.Panels(name)


def leads(path):
    """Where a link leads, by its text."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(box.path(path)), box.readlink(path)))


def test_panels_are_read_and_written():
    panels = studio("one")
    assert panels.read("ep 1/p1.txt") == b"Whoosh!"
    assert panels.read("ep 1/p..2 \xe4.txt") == b"\x00\xff"
    assert panels.write("ep 1/p1.txt", b"Bang") is None
    assert panels.write("ep 3/new/p1.txt", b"") is None
    assert panels.write("cover.txt", b"Cover") is None
    assert (box.read("one/ep 1/p1.txt"), box.read("one/ep 3/new/p1.txt"), box.read("one/cover.txt")) == (b"Bang", b"", b"Cover")


def test_names_of_a_folder():
    panels = studio("two")
    assert panels.names() == ["ep 1", "ep 2"]
    assert panels.names("ep 1") == ["p..2 \xe4.txt", "p1.txt"]
    assert panels.names("ep 2/deep") == ["p9.txt"]


def test_shortcuts_to_panels():
    panels = studio("three")
    assert panels.shortcut("ep 2/deep/er/intro.txt", "ep 1/p1.txt") is None
    assert panels.read("ep 2/deep/er/intro.txt") == b"Whoosh!"
    assert leads("three/ep 2/deep/er/intro.txt") == box.path("three/ep 1/p1.txt")
    panels.write("ep 2/deep/er/intro.txt", b"Bang")
    assert panels.read("ep 1/p1.txt") == b"Bang"
    assert box.readlink("three/ep 2/deep/er/intro.txt")
    panels.shortcut("again.txt", "ep 2/deep/er/intro.txt")
    assert panels.read("again.txt") == b"Bang"


def test_shortcuts_to_folders():
    panels = studio("four")
    panels.shortcut("now", "ep 2/deep")
    assert panels.names("now") == ["p9.txt"]
    assert panels.read("now/p9.txt") == b"nine"
    panels.write("now/more/p10.txt", b"ten")
    assert box.read("four/ep 2/deep/more/p10.txt") == b"ten"
    panels.shortcut("now/first.txt", "ep 1/p1.txt")
    assert panels.read("ep 2/deep/first.txt") == b"Whoosh!"
    panels.remove("now/p9.txt")
    assert panels.names("ep 2/deep") == ["first.txt", "more"]


def test_shortcuts_made_by_hand():
    panels = studio("five")
    box.symlink("../ep 1/p1.txt", "five/ep 2/hand.txt")
    box.symlink(box.path("five/ep 2"), "five/two")
    box.symlink("ep 2/deep", "five/deep")
    assert panels.read("two/hand.txt") == b"Whoosh!"
    assert panels.read("two/deep/p9.txt") == panels.read("deep/p9.txt") == b"nine"
    panels.write("two/hand.txt", b"Bang")
    assert box.read("five/ep 1/p1.txt") == b"Bang"


def test_panels_are_moved():
    panels = studio("six")
    assert panels.move("ep 1/p1.txt", "ep 4/start/p1.txt") is None
    assert panels.names("ep 1") == ["p..2 \xe4.txt"]
    assert panels.read("ep 4/start/p1.txt") == b"Whoosh!"


def test_shortcuts_are_moved():
    panels = studio("seven")
    panels.shortcut("ep 2/intro.txt", "ep 1/p1.txt")
    box.symlink("../ep 1", "seven/ep 2/one")
    panels.move("ep 2/intro.txt", "a/b/c/intro.txt")
    panels.move("ep 2/one", "one")
    assert panels.names("ep 2") == ["deep"]
    assert panels.read("a/b/c/intro.txt") == panels.read("one/p1.txt") == b"Whoosh!"
    assert leads("seven/a/b/c/intro.txt") == box.path("seven/ep 1/p1.txt")
    assert box.read("seven/ep 1/p1.txt") == b"Whoosh!"


def test_panels_and_shortcuts_are_removed():
    panels = studio("eight")
    panels.shortcut("intro.txt", "ep 1/p1.txt")
    panels.shortcut("first", "ep 1")
    assert panels.remove("intro.txt") is None
    assert panels.remove("first") is None
    assert panels.names() == ["ep 1", "ep 2"]
    assert panels.read("ep 1/p1.txt") == b"Whoosh!"
    panels.remove("ep 1/p1.txt")
    assert panels.names("ep 1") == ["p..2 \xe4.txt"]


def test_the_folder_may_be_a_link():
    studio("nine")
    box.symlink(box.path("nine"), "link of nine")
    panels = solution.Panels(box.path("link of nine"))
    panels.shortcut("ep 2/intro.txt", "ep 1/p1.txt")
    assert panels.read("ep 2/intro.txt") == panels.read("ep 1/p1.txt") == b"Whoosh!"
    panels.write("ep 3/p1.txt", b"x")
    panels.move("ep 3/p1.txt", "ep 2/p1.txt")
    assert panels.names("ep 2") == ["deep", "intro.txt", "p1.txt"]


def test_what_there_is_not():
    panels = studio("ten")
    for call in ((panels.read, "ep 1/p9.txt"), (panels.read, "ep 9/p1.txt"), (panels.names, "ep 9"), (panels.move, "ep 1/p9.txt", "x.txt"),
                 (panels.remove, "ep 1/p9.txt"), (panels.shortcut, "x.txt", "ep 1/p9.txt")):
        assert raises(FileNotFoundError, *call)
    for call in ((panels.shortcut, "ep 1/p1.txt", "ep 2/deep/p9.txt"), (panels.move, "ep 2/deep/p9.txt", "ep 1/p1.txt")):
        assert raises(FileExistsError, *call)
    assert panels.read("ep 1/p1.txt") == b"Whoosh!"
    assert panels.read("ep 2/deep/p9.txt") == b"nine"
