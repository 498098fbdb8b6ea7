from harness import exploit_if
from probes import modes
from probes.machines import exposure
from probes.machines.domains import domain
from probes.machines.search import search

SAVE = "solution.save_settings({}, {{'gauge': 'Pier 4', 'password': 'salt-water'}})"


class Settings(exposure.Exposure):
    """No other account can read or change a file that holds the password, at any moment."""

    place = "settings.json"
    secret = "salt-water"
    old = b"{}"
    uses = {
        "save": SAVE.format("path"),
        "twice": f"[{SAVE.format('path')} for _ in range(2)]",
        "load": f"[{SAVE.format('path')}, solution.load_settings(path)]",
        "no ending": SAVE.format("path[:-5]"),
        "hidden": SAVE.format("top + '/.tide'"),
        "absolute": f"[{SAVE.format('os.path.abspath(path)')} for os in [__import__('os')]]",
        "own folder": f"""
import os
os.chdir(top)
try:
    {SAVE.format(repr("settings.json"))}
finally:
    os.chdir("..")
""",
    }
    found = exposure.found("file 666", "draft 666", odd=(
        "long 666", "locked 666", "taken 666", "file 640", "draft 660", "closed 666", "file 604", "link 666", "draft 640", "file 620", "draft 604", "file 602"))
    operations = {"use": (exposure.UMASKS, found, domain("save", "twice", odd=list(uses)))}

    def shown(self, made, folder):
        if made.secret_shown or made.secret_kept_open:
            return f"others could use a file with the password: {made.secret_shown or made.secret_kept_open}"
        place = f"{folder}/{self.place}"
        now = [] if self.planted(place) else modes.readable_by_others(place) + modes.writable_by_others(place)
        return f"others can use {now}" if now else ""


def test_two_threads_that_save_keep_the_settings_to_themselves():
    found = exposure.beside(Settings)
    exploit_if(found, str(found))


def test_no_other_account_can_use_the_settings():
    found = search(Settings, tries=30, alone=1)
    exploit_if(found, str(found))
