from harness import attempt, box, exploit_if, solution
from probes import modes

INSTALL = "solution.install_script(folder_of_scripts, 'focus', ['echo focus'])"


def install(folder, umask=0):
    return modes.watch(INSTALL, umask=umask, folder=folder.partition("/")[0], folder_of_scripts=folder)


def test_a_script_cannot_be_changed():
    for umask in modes.UMASKS:
        folder = f"scripts-{umask:03o}"
        box.mkdir(folder)
        install(folder, umask)
        found = modes.writable_by_others(folder)
        exploit_if(found, f"with umask {umask:03o} every astronomer can change what the others run: {found}")


def test_a_new_folder_cannot_be_changed():
    for umask in modes.UMASKS:
        top = f"dome-{umask:03o}"
        box.mkdir(top)
        install(f"{top}/scripts", umask)
        found = modes.writable_by_others(top)
        exploit_if(found, f"with umask {umask:03o} scripts can be exchanged: {found}")


def test_no_new_folder_above_can_be_changed():
    box.mkdir("deep")
    install("deep/east/dome/scripts")
    found = modes.writable_by_others("deep")
    exploit_if(found, f"with umask 000 scripts can be exchanged: {found}")


def test_a_replaced_script_cannot_be_changed():
    box.write("replaced/focus", b"#!/bin/sh\necho old\n", mode=0o777)
    install("replaced")
    found = modes.writable_by_others("replaced")
    exploit_if(found, f"with umask 000 every astronomer can change what the others run: {found}")


def test_a_script_cannot_be_changed_with_the_usual_umask():
    attempt(solution.install_script, "usual/scripts", "focus", ["echo focus"])
    found = modes.writable_by_others("usual")
    exploit_if(found, f"every astronomer can change what the others run: {found}")
