from harness import exploit_if
from probes import modes
from probes.machines import exposure
from probes.machines.domains import domain
from probes.machines.search import search

INSTALL = "solution.install_script({}, 'focus', ['echo focus'])"


class Scripts(exposure.Exposure):
    """Nobody else can change a script, or exchange it in a folder that was made for it."""

    place = "scripts/focus"
    old = b"#!/bin/sh\necho old\n"
    uses = {
        "install": INSTALL.format("top + '/scripts'"),
        "deep": INSTALL.format("top + '/east/dome/scripts'"),
        "twice": f"[{INSTALL.format('top + ' + repr('/scripts'))} for _ in range(2)]",
        "slash": INSTALL.format("top + '/dome/scripts/'"),
        "dot": INSTALL.format("'./' + top + '/east/scripts'"),
        "double": INSTALL.format("top + '/east//scripts'"),
        "absolute": INSTALL.format("__import__('os').path.abspath(top) + '/east/scripts'"),
        "removed": f"[{INSTALL.format('top + ' + repr('/scripts'))}, solution.remove_script(top + '/scripts', 'focus'),"
        f" {INSTALL.format('top + ' + repr('/scripts'))}]",
    }
    found = exposure.found("file 777", odd=("draft 666", "locked 777", "taken 777", "same 777", "link 777", *exposure.with_modes("file", ("775", "722", "757",
        "666", "4777", "444", "600"))))
    operations = {"use": (exposure.UMASKS, found, domain("install", "deep", odd=list(uses)))}

    def shown(self, made, folder):
        found = [one for one in modes.writable_by_others(folder) if not self.planted(one.rpartition(" ")[0])]
        found += made.kept_open_to_writers
        return f"every astronomer can change what the others run: {found}" if found and made.outcome.returned else ""


def test_nobody_else_can_change_what_all_run():
    found = search(Scripts, tries=25, alone=1)
    exploit_if(found, str(found))
