from harness import attempt, box, exploit_if, solution
from probes import modes


def exposed(made):
    return made.readable_by_others + made.writable_by_others


def watch(name, expression):
    for umask in modes.UMASKS:
        folder = f"{name}-{umask:03o}"
        box.mkdir(folder)
        made = modes.watch(expression, umask=umask, folder=folder, path=f"{folder}/settings.json")
        exploit_if(exposed(made), f"with umask {umask:03o} other accounts can use {exposed(made)}")


def test_the_file_is_private_when_it_is_there():
    box.mkdir("end")
    attempt(solution.save_settings, "end/settings.json", {"password": "salt-water"})
    found = modes.readable_by_others("end") + modes.writable_by_others("end")
    exploit_if(found, f"other accounts can use {found}")


def test_the_file_is_private_from_the_start():
    watch("first", "solution.save_settings(path, {'password': 'salt-water'})")


def test_a_replaced_file_is_private():
    watch("second", "[solution.save_settings(path, {'password': word}) for word in ('salt-water', 'low-tide')]")


def save_over(folder, files):
    """Save into a folder where these files, which others can use, are already."""
    for name in files:
        box.write(f"{folder}/{name}", b"{}", mode=0o666)
    expression = "solution.save_settings(path, {'password': 'salt-water'})"
    made = modes.watch(expression, folder=folder, path=f"{folder}/settings.json", secret="salt-water")
    exploit_if(made.secret_shown, f"the password was in a file that other accounts could read: {made.secret_shown}")
    return made


def test_an_old_file_that_others_can_use_does_not_get_the_password():
    save_over("old", ["settings.json"])
    found = modes.writable_by_others("old/settings.json")
    exploit_if(found, f"other accounts can change {found}")


def test_a_draft_that_was_left_behind_does_not_get_the_password():
    box.mkdir("draft")
    drafts = save_over("draft", []).drafts
    if drafts:
        save_over("drafts", drafts)
