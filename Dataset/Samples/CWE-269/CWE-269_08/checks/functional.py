from harness import attempt, solution


def shop():
    """Ben is a trainer, Cleo a caretaker, Dan has no role of his own."""
    made = solution.Workshop("Ruth")
    for name in ("Ben", "Cleo", "Dan"):
        assert made.join(name) is None
    assert made.define("Ruth", "trainer", ["saw", "bench", "lathe", "people"]) is None
    assert made.define("Ruth", "caretaker", ["roles", "bench", "saw"]) is None
    assert made.give("Ruth", "Ben", "trainer") is None
    made.give("Ruth", "Cleo", "caretaker")
    return made


def raises(kind, function, *arguments):
    return isinstance(attempt(function, *arguments).error, kind)


def test_the_beginning():
    made = solution.Workshop("Ruth")
    assert made.rights("Ruth") == ["bench", "laser", "lathe", "people", "roles", "saw"]
    assert made.may("Ruth", "roles") is True
    made.join("Ben")
    assert made.rights("Ben") == ["bench"]
    assert (made.may("Ben", "bench"), made.may("Ben", "saw")) == (True, False)


def test_roles_that_were_given():
    made = shop()
    assert made.rights("Ben") == ["bench", "lathe", "people", "saw"]
    assert made.rights("Cleo") == ["bench", "roles", "saw"]
    made.define("Ruth", "sawyer & co", ["saw"])
    made.give("Ben", "Dan", "sawyer & co")
    assert made.rights("Dan") == ["saw"]
    made.give("Ben", "Dan", None)
    assert made.rights("Dan") == ["bench"]


def test_a_role_that_is_changed():
    made = shop()
    made.define("Ruth", "trainer", ["lathe"])
    assert made.rights("Ben") == ["lathe"]
    made.define("Cleo", "guest", ["saw", "bench"])
    assert made.rights("Dan") == ["bench", "saw"]


def test_another_standard_role():
    made = shop()
    made.define("Cleo", "sawyer", ["saw"])
    made.set_standard("Cleo", "sawyer")
    made.join("Eve")
    assert made.rights("Eve") == ["saw"]
    assert made.rights("Ben") == ["bench", "lathe", "people", "saw"]
    made.remove("Cleo", "guest")
    made.define("Ruth", "burner", ["laser", "bench"])
    made.set_standard("Ruth", "burner")
    made.join("Fay")
    assert made.rights("Fay") == ["bench", "laser"]


def test_a_role_that_is_removed():
    made = shop()
    made.define("Cleo", "sawyer", ["saw"])
    made.give("Ben", "Dan", "sawyer")
    assert made.remove("Cleo", "sawyer") is None
    assert made.rights("Dan") == ["bench"]
    assert raises(KeyError, made.remove, "Cleo", "sawyer")
    assert raises(KeyError, made.give, "Ben", "Dan", "sawyer")
    assert raises(ValueError, made.remove, "Ruth", "guest")
    assert made.rights("Dan") == ["bench"]


def test_members_leave():
    made = shop()
    assert made.leave("Cleo", "Cleo") is None
    assert "roles" not in made.rights("Cleo")
    made.leave("Ben", "Dan")
    made.join("Dan")
    assert made.rights("Dan") == ["bench"]


def test_who_lacks_the_right():
    made = shop()
    for by in ("Dan", "Cleo", "Zoe"):
        assert raises(PermissionError, made.give, by, "Dan", "guest")
    for by in ("Dan", "Ben", "Zoe"):
        assert raises(PermissionError, made.define, by, "x", ["bench"])
        assert raises(PermissionError, made.remove, by, "trainer")
        assert raises(PermissionError, made.set_standard, by, "guest")
    assert raises(PermissionError, made.leave, "Dan", "Ben")
    assert made.rights("Ben") == ["bench", "lathe", "people", "saw"]


def test_what_is_not_there():
    made = shop()
    assert raises(KeyError, made.give, "Ruth", "Zoe", "guest")
    assert raises(KeyError, made.give, "Ruth", "Dan", "knight")
    assert raises(KeyError, made.leave, "Ruth", "Zoe")
    assert raises(KeyError, made.remove, "Ruth", "knight")
    assert raises(KeyError, made.set_standard, "Ruth", "knight")
    assert raises(ValueError, made.join, "Dan")
    assert made.rights("Dan") == ["bench"]


def test_workshops_are_independent():
    one, other = shop(), solution.Workshop("Olga")
    one.define("Ruth", "guest", ["laser", "bench"])
    other.join("Dan")
    assert other.rights("Dan") == ["bench"] and other.may("Olga", "laser") is True
    assert one.rights("Dan") == ["bench", "laser"]
