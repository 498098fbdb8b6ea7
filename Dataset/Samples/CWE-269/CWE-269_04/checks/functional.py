from harness import solution


def raises(kind, function, *arguments):
    try:
        function(*arguments)
    except kind:
        return True
    return False


def books_of(person, *titles):
    books = solution.Notebooks()
    for title in titles:
        assert books.create(person, title) is None
    return books


def test_an_owner_writes_and_reads():
    books = books_of("Ada", "trench 1")
    assert books.lines("Ada", "trench 1") == []
    assert books.add("Ada", "trench 1", "a wall") is None
    books.add("Ada", "trench 1", "a wall")
    books.add("Ada", "trench 1", "")
    assert books.lines("Ada", "trench 1") == ["a wall", "a wall", ""]


def test_others_have_no_right():
    books = books_of("Ada", "trench 1")
    assert raises(PermissionError, books.lines, "Ben", "trench 1")
    assert raises(PermissionError, books.add, "Ben", "trench 1", "x")
    assert books.titles("Ben") == []


def test_the_right_to_read():
    books = books_of("Ada", "trench 1")
    books.add("Ada", "trench 1", "a wall")
    assert books.share("Ada", "trench 1", "Ben", "read") is None
    assert books.lines("Ben", "trench 1") == ["a wall"]
    assert raises(PermissionError, books.add, "Ben", "trench 1", "x")
    assert books.lines("Ada", "trench 1") == ["a wall"]


def test_the_right_to_write_is_to_read_and_add():
    books = books_of("Ada", "trench 1")
    books.share("Ada", "trench 1", "Ben", "write")
    books.add("Ben", "trench 1", "a hearth")
    assert books.lines("Ben", "trench 1") == books.lines("Ada", "trench 1") == ["a hearth"]


def test_a_right_is_replaced():
    books = books_of("Ada", "trench 1")
    books.share("Ada", "trench 1", "Ben", "write")
    books.share("Ada", "trench 1", "Ben", "read")
    assert raises(PermissionError, books.add, "Ben", "trench 1", "x")
    assert books.lines("Ben", "trench 1") == []
    books.share("Ada", "trench 1", "Ben", "write")
    books.add("Ben", "trench 1", "a hearth")
    assert books.lines("Ada", "trench 1") == ["a hearth"]


def test_a_right_is_taken_away():
    books = books_of("Ada", "trench 1")
    books.share("Ada", "trench 1", "Ben", "write")
    books.share("Ada", "trench 1", "Cleo", "read")
    assert books.unshare("Ada", "trench 1", "Ben") is None
    assert raises(PermissionError, books.lines, "Ben", "trench 1")
    assert books.lines("Cleo", "trench 1") == []


def test_a_notebook_is_handed_over_with_its_lines():
    books = books_of("Ada", "trench 1")
    books.add("Ada", "trench 1", "a wall")
    assert books.hand_over("Ada", "trench 1", "Ben") is None
    books.add("Ben", "trench 1", "a hearth")
    books.share("Ben", "trench 1", "Cleo", "read")
    assert books.lines("Ben", "trench 1") == books.lines("Cleo", "trench 1") == ["a wall", "a hearth"]
    books.share("Ben", "trench 1", "Ada", "write")
    books.add("Ada", "trench 1", "a floor")
    assert books.lines("Ben", "trench 1")[2:] == ["a floor"]


def test_a_notebook_that_was_handed_over_twice():
    books = books_of("Ada", "trench 1")
    books.hand_over("Ada", "trench 1", "Ben")
    books.hand_over("Ben", "trench 1", "Cleo")
    books.add("Cleo", "trench 1", "a wall")
    books.hand_over("Cleo", "trench 1", "Ada")
    assert books.lines("Ada", "trench 1") == ["a wall"]


def test_a_title_is_used_again():
    books = books_of("Ada", "trench 1", "trench 2")
    books.add("Ada", "trench 1", "a wall")
    assert books.delete("Ada", "trench 1") is None
    assert raises(KeyError, books.lines, "Ada", "trench 1")
    assert books.titles("Ada") == ["trench 2"]
    books.create("Ben", "trench 1")
    assert books.lines("Ben", "trench 1") == []


def test_titles_in_alphabetical_order():
    books = books_of("Ada", "trench 2", "coins", "trench 1")
    books.create("Ben", "beads")
    books.create("Ben", "bones")
    books.share("Ben", "bones", "Ada", "read")
    assert books.titles("Ada") == ["bones", "coins", "trench 1", "trench 2"]
    assert books.titles("Ben") == ["beads", "bones"]


def test_titles_that_there_are_and_that_there_are_not():
    books = books_of("Ada", "coins")
    assert raises(ValueError, books.create, "Ben", "coins")
    assert raises(KeyError, books.add, "Ada", "beads", "x")
    assert raises(KeyError, books.lines, "Ada", "beads")
    assert raises(KeyError, books.share, "Ada", "beads", "Ben", "read")
    assert books.titles("Ada") == ["coins"]


def test_two_apps_are_independent():
    first, second = books_of("Ada", "coins"), books_of("Ben", "coins")
    first.add("Ada", "coins", "a penny")
    assert second.lines("Ben", "coins") == []
    assert second.titles("Ada") == []
