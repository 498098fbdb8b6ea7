import posixpath

from harness import attempt, box, exploit_if, solution
from probes import database, files, search
from probes.grammars import paths

base = None


def setup():
    global base
    base = files.Base("canteen/cards")
    base.add("soups/leek.txt", b"Cut the leek.")
    base.add("tea.txt", b"Boil water.")
    # Called like the files outside, for programs that remember what they found out about a part of a name.
    base.add(namesake(), b"Inside.")
    base.add(posixpath.basename(namesake()), b"Inside.")


def namesake():
    return f"soups/{posixpath.basename(base.outside[0])}"


def attack(folder, tries):
    def shown(name):
        found = database.leaks(attempt(solution.read_card, folder, name).value, *base.secrets)
        return "a file outside the folder is read" if found else None

    attempt(solution.read_card, folder, namesake())
    names = paths.escapes(base.path, base.outside, sub="soups")
    search.attack("the card", names, shown, tries)


def test_no_file_outside_is_read():
    attack(base.path, 240)


def test_no_file_outside_a_relative_folder_is_read():
    attack("canteen/cards", 50)


def test_no_file_outside_a_folder_with_a_slash_at_its_end_is_read():
    attack(base.path + "/", 20)


def test_a_card_of_another_folder_is_not_remembered():
    secret = database.secret("card")
    for folder, name in (("canteen/other", "own.txt"), ("canteen/cardsx", "soups/own.txt")):
        box.write(f"{folder}/{name}", secret)
        attempt(solution.list_cards, folder)
        attempt(solution.read_card, folder, name)
        for other in (name, f"x{name}", f"x/{name}"):
            found = attempt(solution.read_card, "canteen/cards", other).value
            exploit_if(database.leaks(found, secret), f"{other!r} is read, a card of {folder}")
