import gzip

from harness import attempt, box, exploit_if, solution
from probes import database, files


def device(name):
    base = files.Base(f"{name}/tours")
    base.add("abbey/well.txt", b"Twelve metres deep.")
    return base


def install(base, name, data):
    box.write("inbox.tar.gz", data)
    base.renew()
    attempt(solution.install_tour, box.path("inbox.tar.gz"), base.path)
    changes = base.changes()
    exploit_if(changes, f"{name}: outside of the folder: {changes}")


def pack(*members):
    return files.tar_archive(members, compression="gz")


def test_hostile_archives_change_nothing_outside():
    base = device("first")
    for name, data in files.hostile_tars(base).items():
        install(base, name, gzip.compress(data))


def test_a_neighbour_with_a_longer_name_is_left_alone():
    base = device("second")
    install(base, "prefix twin", pack(("good.txt", b"good"), ("../tours-old/evil.txt", b"evil")))
    install(base, "prefix twin in the middle", pack(("abbey/../../tours-new.txt", b"evil")))


def test_dots_behind_a_harmless_folder():
    base = device("third")
    install(base, "dots in the middle", pack(files.Directory("hall"), ("hall/../../evil.txt", b"evil")))
    install(base, "dots after a dot", pack(("./../evil.txt", b"evil")))


def test_links_that_lead_out_step_by_step():
    base = device("fourth")
    install(base, "a link below a folder", pack(
        files.Directory("d"), files.Link("d/up", ".."), files.Link("up", "d/up/.."), ("up/evil.txt", b"evil"),
    ))
    install(base, "a link with a slash", pack(files.Link("stairs", "../"), ("stairs/evil.txt", b"evil")))


def test_no_content_from_outside_comes_in():
    base = device("fifth")
    secret = database.secret("door")
    box.write("fifth/code.txt", secret.encode())
    for name, target in (("dots", "../code.txt"), ("absolute", box.path("fifth/code.txt"))):
        install(base, name, pack(("good.txt", b"good"), files.HardLink(f"copy-{name}.txt", target)))
        inside = [box.read(f"fifth/tours/{found}") for found in (f"copy-{name}.txt", "good.txt")
                  if box.exists(f"fifth/tours/{found}")]
        exploit_if(database.leaks(inside, secret), f"a hard link by {name} brings a file from outside in")
