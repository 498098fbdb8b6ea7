import posixpath
import stat

from harness import attempt, box, solution
from probes import database, files, search
from probes.grammars import tars

INBOX = "/box/tmp/inbox.tar.gz"
base = None


def setup():
    global base
    base = files.Base("device/tours")
    base.add("abbey/well.txt", b"Twelve metres deep.")


def links_outwards():
    """Links in the folder by which whoever plays the tour reads what lies outside."""
    found = box.contents(base.path).items()
    links = [(name, content) for name, (status, content) in found if stat.S_ISLNK(status.st_mode)]
    targets = {name: posixpath.join(base.path, posixpath.dirname(name), content.decode()) for name, content in links}
    return [name for name, path in targets.items() if not f"{posixpath.normpath(path)}/".startswith(f"{base.path}/")]


def device():
    """The device as it came; `use` installs a tour, `look` tells what is changed outside of the folder, or came in."""
    base.restore()
    titles = []

    def use(members):
        for archive in tars.parted(members):
            box.write(INBOX, files.tar_archive(archive, compression="gz"))
            titles.append(attempt(solution.install_tour, INBOX, base.path).value)

    def look():
        if found := base.changes():
            return f"files outside of the folder are changed: {found}"
        if found := links_outwards():
            return f"links lead out of the folder: {found}"
        inside = [content for _, content in box.contents(base.path).values()]
        return "a file from outside came in" if database.leaks([titles, inside], *base.secrets) else None

    return use, look


def test_a_tour_stays_in_its_folder():
    search.attack_in_groups("a tour of", tars.hostile(base.path, base.outside), device, tries=190)
