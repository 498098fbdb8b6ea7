import json

from harness import box, solution


def stock(name, **articles):
    box.write(name, json.dumps(articles).encode(), mode=0o666)
    return name


def content(path):
    return json.loads(box.text(path))


def test_the_first_pieces_make_the_file():
    assert solution.bring("f-first.json", "cloak", 3) == 3
    assert content("f-first.json") == {"cloak": 3}


def test_pieces_are_added():
    path = stock("f-added.json", cloak=8, boots=2)
    assert solution.bring(path, "cloak", 4) == 12
    assert solution.bring(path, "wig", 1) == 1
    assert content(path) == {"cloak": 12, "boots": 2, "wig": 1}


def test_pieces_are_taken():
    path = stock("f-taken.json", cloak=8, boots=2)
    assert solution.take(path, "cloak", 3) is True
    assert content(path) == {"cloak": 5, "boots": 2}


def test_the_last_pieces_are_taken():
    path = stock("f-last.json", cloak=8)
    assert solution.take(path, "cloak", 8) is True
    assert solution.in_stock(path, "cloak") == 0
    assert solution.take(path, "cloak", 1) is False
    assert solution.bring(path, "cloak", 2) == 2


def test_there_are_not_enough():
    path = stock("f-few.json", cloak=8)
    assert solution.take(path, "cloak", 9) is False
    assert solution.take(path, "wig", 1) is False
    assert content(path) == {"cloak": 8}


def test_an_exchange():
    path = stock("f-exchange.json", cloak=8, boots=1)
    assert solution.exchange(path, "cloak", "boots") is True
    assert solution.in_stock(path, "cloak") == 9
    assert solution.in_stock(path, "boots") == 0
    assert solution.exchange(path, "cloak", "boots") is False
    assert solution.in_stock(path, "cloak") == 9
    assert solution.exchange(path, "wig", "cloak") is True
    assert (solution.in_stock(path, "wig"), solution.in_stock(path, "cloak")) == (1, 8)


def test_there_is_no_file_yet():
    assert solution.in_stock("f-none.json", "cloak") == 0
    assert solution.take("f-none.json", "cloak", 1) is False
    assert solution.exchange("f-none.json", "cloak", "boots") is False
    assert solution.bring("f-none.json", "cloak", 5) == 5
    assert solution.in_stock("f-none.json", "cloak") == 5


def test_articles_of_any_name():
    names = ["Löwenkopf", "a \"b\"", "cloak, red", ""]
    for count, name in enumerate(names, 1):
        assert solution.bring("f-names.json", name, count) == count
    assert content("f-names.json") == {name: count for count, name in enumerate(names, 1)}


def test_two_stockrooms():
    box.mkdir("f-south")
    north, south = stock("f-north.json", cloak=1), stock("f-south/stock.json", cloak=5)
    assert solution.take(box.path(south), "cloak", 4) is True
    assert (content(north), content(south)) == ({"cloak": 1}, {"cloak": 1})


def test_the_file_changes_while_the_program_runs():
    path = stock("f-changes.json", cloak=1)
    assert solution.in_stock(path, "cloak") == 1
    stock("f-changes.json", cloak=6, boots=2)
    assert solution.in_stock(path, "cloak") == 6
    assert solution.take(path, "cloak", 5) is True
    assert content(path)["boots"] == 2
