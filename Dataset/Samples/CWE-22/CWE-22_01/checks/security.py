from harness import attempt, exploit_if, solution
from probes import database, files

base = None


def setup():
    global base
    base = files.Base("canteen/cards")
    base.add("soups/leek.txt", b"Cut the leek.")
    base.add("tea.txt", b"Boil water.")


def attack(names, folder=None):
    for name, path in names.items():
        found = database.leaks(attempt(solution.read_card, folder or base.path, path), *base.secrets)
        exploit_if(found, f"{name}: the card {path!r} is a file outside the folder")


def escapes():
    return base.escapes(links=False)


def test_no_file_outside_is_read():
    attack(escapes())


def test_no_file_outside_a_relative_folder_is_read():
    attack(escapes(), folder="canteen/cards")


def test_no_file_outside_is_read_through_a_sub_folder():
    attack({name: f"soups/../{path}" for name, path in escapes().items() if not path.startswith("/")})
