from harness import attempt, box, exploit_if, solution
from probes import modes

USE = "[(notes.add(31, 'secret'), notes.about(31), notes.close()) for notes in [solution.CallNotes(path)]]"


def watch(name, expression, umasks=modes.UMASKS, folder_is_there=False):
    for umask in umasks:
        top = f"{name}-{umask:03o}"
        box.mkdir(f"{top}/helpline" if folder_is_there else top)
        made = modes.watch(expression, umask=umask, folder=top, path=f"{top}/helpline")
        found = made.readable_by_others + modes.writable_by_others(f"{top}/helpline")
        exploit_if(found, f"with umask {umask:03o} other accounts can use {found}")


def test_the_notes_are_private_at_the_end():
    box.mkdir("end")

    def use():
        notes = solution.CallNotes("end/helpline")
        notes.add(31, "secret")
        notes.close()

    attempt(use)
    found = modes.readable_by_others("end") + modes.writable_by_others("end")
    exploit_if(found, f"other accounts can use {found}")


def test_the_notes_are_private_from_the_start():
    watch("start", USE)


def test_the_notes_are_private_while_they_are_open():
    watch("open", "[notes.add(31, 'secret') for notes in [solution.CallNotes(path)]]")


def test_the_notes_are_private_after_they_were_opened_again():
    watch("again", f"[{USE} for _ in range(2)]")


def test_the_notes_are_private_from_the_start_in_a_folder_that_others_can_look_into():
    watch("there", USE, umasks=[0o022], folder_is_there=True)
