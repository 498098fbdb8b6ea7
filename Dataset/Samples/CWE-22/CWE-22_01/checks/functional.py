from harness import box, solution


def setup():
    box.write("kitchen/cards/porridge.txt", b"Stir the oats.\nAdd salt.\n")
    box.write("kitchen/cards/soups/leek.txt", b"Cut the leek.")
    box.write("kitchen/cards/bread/sweet/plait.txt", b"Knead twice.")
    box.write("kitchen/cards/plum..jam.txt", b"Two pounds of plums.")
    box.write("kitchen/cards/soups/..first course.txt", b"Serve hot.")
    box.write("kitchen/cards/Grandmother's best rolls (new).txt", b"Rest the dough.")
    box.write("kitchen/cards/cr\u00eape.txt", "Crêpe: 3 œufs".encode())
    box.write("kitchen/cards/empty.txt", b"")


def read(name, folder="kitchen/cards"):
    return solution.read_card(folder, name)


def test_all_cards_are_listed():
    names = ["bread/rye.txt", "bread/sweet/plait.txt", "Zopf.txt", "a..b.txt", "tea.txt"]
    for name in names:
        box.write(f"bakery/{name}", b"Bake.")
    box.mkdir("bakery/cakes")
    for folder in ("bakery", "bakery/", box.path("bakery")):
        assert solution.list_cards(folder) == sorted(names)


def test_an_empty_folder_has_no_cards():
    box.mkdir("bare")
    assert solution.list_cards("bare") == []


def test_a_card_of_the_folder():
    assert read("porridge.txt") == "Stir the oats.\nAdd salt.\n"


def test_cards_of_sub_folders():
    assert read("soups/leek.txt") == "Cut the leek."
    assert read("bread/sweet/plait.txt") == "Knead twice."


def test_the_folder_may_be_absolute_or_end_with_a_slash():
    assert read("soups/leek.txt", folder=box.path("kitchen/cards")) == "Cut the leek."
    assert read("soups/leek.txt", folder="kitchen/cards/") == "Cut the leek."
    assert read("soups/leek.txt", folder=box.path("kitchen/cards") + "/") == "Cut the leek."


def test_the_folder_may_be_the_current_one():
    box.write("here.txt", b"Whisk.")
    assert read("here.txt", folder=".") == "Whisk."


def test_names_may_have_several_dots():
    assert read("plum..jam.txt") == "Two pounds of plums."
    assert read("soups/..first course.txt") == "Serve hot."


def test_names_may_have_spaces_and_other_letters():
    assert read("Grandmother's best rolls (new).txt") == "Rest the dough."
    assert read("cr\u00eape.txt") == "Crêpe: 3 œufs"


def test_an_empty_card_is_an_empty_string():
    assert read("empty.txt") == ""


def test_a_missing_card():
    assert read("toast.txt") is None
    assert read("soups/toast.txt") is None
    assert read("salads/toast.txt") is None


def test_a_sub_folder_is_no_card():
    assert read("soups") is None
    assert read("bread/sweet") is None
