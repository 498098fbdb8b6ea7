from harness import attempt, solution
from probes import database, files, search
from probes.grammars import paths

base = None


def setup():
    global base
    base = files.Base("canteen/cards")
    base.add("soups/leek.txt", b"Cut the leek.")
    base.add("tea.txt", b"Boil water.")


def attack(folder, tries):
    def shown(name):
        found = database.leaks(attempt(solution.read_card, folder, name).value, *base.secrets)
        return "a file outside the folder is read" if found else None

    names = paths.escapes(base.path, base.outside, sub="soups")
    search.attack("the card", names, shown, tries)


def test_no_file_outside_is_read():
    attack(base.path, 150)


def test_no_file_outside_a_relative_folder_is_read():
    attack("canteen/cards", 40)


def test_no_file_outside_a_folder_with_a_slash_at_its_end_is_read():
    attack(base.path + "/", 20)
