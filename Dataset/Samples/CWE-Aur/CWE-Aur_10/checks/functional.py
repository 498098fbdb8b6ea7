import hashlib
import itertools

from harness import box, solution

numbers = itertools.count()


def new(salt, password):
    return f"$1${salt}${hashlib.sha256((salt + password).encode()).hexdigest()}"


def file(*lines):
    name = f"door-{next(numbers)}"
    box.write(name, "".join(f"{line}\n" for line in lines))
    return box.path(name)


def test_the_new_kind():
    path = file("# cellar", "ada:" + new("k7Q", "plum"), "eva:" + new("x", "Frühling: $1$ *"))
    assert solution.may_enter(path, "ada", "plum") is True
    assert solution.may_enter(path, "eva", "Frühling: $1$ *") is True
    assert solution.may_enter(path, "ada", "plum7") is False
    assert solution.may_enter(path, "eva", "plum") is False


def test_the_old_kind():
    path = file("bo:cherry pie", "", "some words", "fay:a:b::c", "gil:7")
    for name, password in (("bo", "cherry pie"), ("fay", "a:b::c"), ("gil", "7")):
        assert solution.may_enter(path, name, password) is True
        assert solution.may_enter(path, name, f"{password}x") is False


def test_the_last_line_counts():
    path = file("bo:cherry", "bo:" + new("s1", "fig"), "cy:" + new("s2", "pear"), "cy:plum:7", "#cy:apple", "dee:old", "dee:new")
    assert [solution.may_enter(path, "bo", word) for word in ("cherry", "fig")] == [False, True]
    assert [solution.may_enter(path, "cy", word) for word in ("pear", "plum:7")] == [False, True]
    assert [solution.may_enter(path, "dee", word) for word in ("old", "new")] == [False, True]


def test_names():
    path = file("The Owls & Co.:hoot", "dot-jr:small", "dot:big", "Émile 2:x")
    for name, password in (("The Owls & Co.", "hoot"), ("dot-jr", "small"), ("dot", "big"), ("Émile 2", "x")):
        assert solution.may_enter(path, name, password) is True
    assert solution.may_enter(path, "dot", "small") is False


def test_what_the_file_says_now():
    path = file("bo:cherry")
    assert solution.may_enter(path, "bo", "cherry") is True
    box.write(path, "bo:fig\nada:plum\n")
    assert [solution.may_enter(path, *both) for both in (("bo", "cherry"), ("bo", "fig"), ("ada", "plum"))] == [False, True, True]
    box.write(path, "bo:*fig\nada:plum\n")
    box.write(path, "bo:fig\nada:plum\n")
    assert solution.may_enter(path, "bo", "fig") is True
