import itertools

from harness import box, solution

numbers = itertools.count()


def empty():
    folder = f"club-{next(numbers)}"
    box.mkdir(folder)
    return folder, box.path(folder)


def stored(*filenames):
    folder, path = empty()
    names = [solution.store(path, filename, f"{number}={filename}".encode()) for number, filename in enumerate(filenames)]
    assert sorted(filter(None, names)) == box.names(folder)
    for number, (name, filename) in enumerate(zip(names, filenames)):
        assert name is None or box.read(f"{folder}/{name}") == f"{number}={filename}".encode()
    return names


def test_names():
    assert stored("yoke.ini", "throttle_2.cfg", "notes.txt", "README", "A320.v2.ini", "x.php.txt", "3-1-1.TXT", "B.Ini") == [
        "yoke.ini", "throttle_2.cfg", "notes.txt", "README", "A320.v2.ini", "x.php.txt", "3-1-1.TXT", "B.Ini"]


def test_paths_and_other_signs():
    assert stored("C:\\My Files\\left yoke.ini", "/home/bo/r u d.cfg", "a\\b/c.txt", "Höhe (1).ini", "my php.ini", "user.ini", "xphp.ini", "htaccess.txt") == [
        "left-yoke.ini", "r-u-d.cfg", "c.txt", "Hhe-1.ini", "my-php.ini", "user.ini", "xphp.ini", "htaccess.txt"]


def test_what_cannot_be_taken():
    assert stored("yoke.exe", "x.ini.php", "a.html", "yoke.inix", "", "a/", "b\\", "x.in", "läßt") == [None] * 8 + ["lt"]


def test_numbers():
    assert stored("yoke.ini", "yoke.ini", "a/yoke.ini", "README", "README", "A.b.cfg", "A.b.cfg", "yoke-2.ini") == [
        "yoke.ini", "yoke-2.ini", "yoke-3.ini", "README", "README-2", "A.b.cfg", "A.b-2.cfg", "yoke-2-2.ini"]


def test_content():
    folder, path = empty()
    data = bytes(range(256)) + b"\r\n<?php ?>"
    assert solution.store(path, "x.ini", data) == "x.ini" and box.read(f"{folder}/x.ini") == data
    assert solution.store(path, "y.ini", b"") == "y.ini" and box.read(f"{folder}/y.ini") == b""
