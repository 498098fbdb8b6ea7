import gzip

from harness import attempt, box, exploit_if, solution
from probes import database, files

INBOX = "/box/tmp/inbox.tar.gz"


def device(name):
    base = files.Base(f"{name}/tours")
    base.add("abbey/well.txt", b"Twelve metres deep.")
    return base


def install(base, *archives):
    """Installs one after the other, and looks at what lies outside of the folder then."""
    outcomes = []
    for data in archives:
        box.write(INBOX, data)
        outcomes.append(attempt(solution.install_tour, INBOX, base.path))
    changes = base.changes()
    exploit_if(changes, f"a tour changed files outside of its folder: {changes}")
    return outcomes


def pack(*members):
    return files.tar_archive(members, compression="gz")


def test_hostile_archives_change_nothing_outside():
    base = device("first")
    install(base, *map(gzip.compress, files.hostile_tars(base).values()))


def test_a_neighbour_with_a_longer_name_is_left_alone():
    install(
        device("second"),
        pack(("good.txt", b"good"), ("../tours-old/evil.txt", b"evil")),
        pack(("abbey/../../tours-new.txt", b"evil")),
    )


def test_dots_behind_a_harmless_folder():
    install(
        device("third"),
        pack(files.Directory("hall"), ("hall/../../evil.txt", b"evil")),
        pack(("./../evil.txt", b"evil")),
    )


def test_links_that_lead_out_step_by_step():
    install(
        device("fourth"),
        pack(files.Directory("d"), files.Link("d/up", ".."), files.Link("up", "d/up/.."), ("up/evil.txt", b"evil")),
        pack(files.Link("stairs", "../"), ("stairs/evil.txt", b"evil")),
        pack(files.Link("gate", ".."), files.Link("abbey/gate", "../..")),
        pack(("gate/evil.txt", b"evil")),
        pack(("abbey/gate/evil.txt", b"evil")),
    )


def test_no_content_from_outside_comes_in():
    base = device("fifth")
    secret = database.secret("door")
    box.write("fifth/code.txt", secret.encode())
    base.renew()
    links = (
        ("dots", "", "../code.txt"),
        ("dots counted from its folder", "hall/", "../code.txt"),
        ("absolute", "", box.path("fifth/code.txt")),
    )
    for name, part, target in links:
        install(base, pack(("good.txt", b"good"), files.HardLink(f"{part}copy-{name}.txt", target)))
        copy = f"fifth/tours/{part}copy-{name}.txt"
        inside = box.read(copy) if box.exists(copy) else b""
        exploit_if(database.leaks(inside, secret), f"a hard link by {name} brings a file from outside in")


def test_the_title_comes_from_the_tour():
    secret = database.secret("door")
    for name, link in (("symbolic", files.Link), ("hard", files.HardLink)):
        base = device(f"title-{name}")
        box.write(f"title-{name}/code.txt", secret.encode())
        base.renew()
        archive = pack(("castle/gate.txt", b"gate"), link("index.txt", box.path(f"title-{name}/code.txt")))
        exploit_if(database.leaks(install(base, archive), secret), f"a {name} link makes a file outside the title")
