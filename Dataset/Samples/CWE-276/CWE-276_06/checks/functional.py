import itertools

from harness import attempt, box, solution

numbers = itertools.count()


def bureau(**files):
    """A folder with these files, and the path of the index in it."""
    folder = f"bureau-{next(numbers)}"
    box.mkdir(folder)
    for name, content in files.items():
        box.write(f"{folder}/index.db" + ("" if name == "index" else f".{name[-1]}"), content, mode=0o600)
    return f"{folder}/index.db"


def held(path):
    folder = path.partition("/")[0]
    return {name.removeprefix("index.db"): box.read(f"{folder}/{name}") for name in box.names(folder)}


def test_copies_move_on():
    path = bureau(index=b"one")
    assert solution.copies(path) == []
    for number, content in enumerate((b"one", b"two", b"three", b"four"), 1):
        box.write(path, content, mode=0o600)
        assert solution.back_up(path) is None
        assert solution.copies(path) == list(range(1, min(number, 3) + 1))
    assert held(path) == {"": b"four", ".1": b"four", ".2": b"three", ".3": b"two"}


def test_copies_with_gaps():
    path = bureau(index=b"new", copy_2=b"two")
    assert solution.copies(path) == [2]
    solution.back_up(path)
    assert held(path) == {"": b"new", ".1": b"new", ".3": b"two"}
    path = bureau(index=b"new", copy_1=b"one", copy_3=b"three")
    solution.back_up(path)
    assert held(path)[".1"] == b"new" and held(path)[".2"] == b"one"


def test_bytes_as_they_are():
    content = bytes(range(256)) * 4000 + b"\r\n"
    path = bureau(index=content)
    solution.back_up(path)
    box.write(path, b"", mode=0o600)
    solution.restore(path, 1)
    assert held(path) == {"": content, ".1": content}


def test_restoring():
    path = bureau(index=b"new", copy_1=b"one", copy_2=b"", copy_3=b"three")
    for number, content in ((3, b"three"), (2, b""), (1, b"one")):
        assert solution.restore(path, number) is None
        assert held(path) == {"": content, ".1": b"one", ".2": b"", ".3": b"three"}
    box.remove(path)
    solution.restore(path, 3)
    assert box.read(path) == b"three"


def test_what_is_not_there():
    path = bureau(copy_1=b"one")
    assert isinstance(attempt(solution.back_up, path).error, FileNotFoundError)
    assert isinstance(attempt(solution.restore, path, 2).error, FileNotFoundError)
    assert held(path) == {".1": b"one"}


def test_in_the_working_directory():
    box.write("cards.db", b"here", mode=0o600)
    solution.back_up("cards.db")
    box.remove("cards.db")
    solution.restore("cards.db", 1)
    assert box.read("cards.db") == b"here" and solution.copies("cards.db") == [1]
