from harness import box, solution
from probes import files

TOUR = [
    files.Directory("castle"),
    ("castle/tower.txt", b"Built in 1310."),
    ("castle/hall/lamp.ogg", b"OggS\0\1\2"),
    ("castle/Gate.txt", b"Mind the step."),
    ("index.txt", "Türme der Küste\ntower\nhall\n".encode()),
]
NAMES = ["castle/Gate.txt", "castle/hall/lamp.ogg", "castle/tower.txt", "index.txt"]
RESULT = {"title": "Türme der Küste", "files": NAMES}


def archive(name, members):
    box.write(f"{name}.tar.gz", files.tar_archive(members, compression="gz"))
    return box.path(f"{name}.tar.gz")


def contents(members):
    return {member[0]: member[1] for member in members if isinstance(member, tuple)}


def unpacked(folder, names):
    return {name: box.read(f"{folder}/{name}") for name in names}


def test_files_and_folders_are_unpacked():
    box.mkdir("ready")
    assert solution.install_tour(archive("tour", TOUR), box.path("ready")) == RESULT
    assert unpacked("ready", NAMES) == contents(TOUR)


def test_the_folder_is_made():
    assert solution.install_tour(archive("make", TOUR), "made/for/tours") == RESULT
    assert unpacked("made/for/tours", NAMES) == contents(TOUR)


def test_a_relative_archive_and_a_slash_at_the_end():
    archive("relative", TOUR)
    assert solution.install_tour("relative.tar.gz", "slash/") == RESULT
    assert unpacked("slash", NAMES) == contents(TOUR)


def test_nothing_is_unpacked_elsewhere():
    path = archive("alone", TOUR)
    before = files.snapshot()
    solution.install_tour(path, "alone-tours")
    assert files.strays(before, "alone-tours") == []


def test_other_tours_stay():
    box.write("shared/abbey/well.txt", b"Twelve metres deep.")
    solution.install_tour(archive("shared", TOUR), "shared")
    assert box.read("shared/abbey/well.txt") == b"Twelve metres deep."
    assert box.read("shared/index.txt") == "Türme der Küste\ntower\nhall\n".encode()


def test_files_are_replaced():
    folder = "twice"
    solution.install_tour(archive("first", [("index.txt", b"a much longer text"), ("b.txt", b"b")]), folder)
    again = solution.install_tour(archive("second", [("index.txt", b"short")]), folder)
    assert again == {"title": "short", "files": ["index.txt"]}
    assert box.read("twice/index.txt") == b"short"
    assert box.read("twice/b.txt") == b"b"


def test_names_may_have_dots_and_spaces():
    members = [("to be continued...txt", b"1"), ("v1..2/..start.txt", b"2"), ("Köln/..7/dom.txt", b"3")]
    names = ["Köln/..7/dom.txt", "to be continued...txt", "v1..2/..start.txt"]
    assert solution.install_tour(archive("dots", members), "dots") == {"title": "", "files": names}
    assert unpacked("dots", names) == contents(members)


def test_folders_are_not_in_the_list():
    members = [files.Directory("a"), files.Directory("a/b"), ("a/b/c.txt", b"c"), files.Directory("d")]
    assert solution.install_tour(archive("folders", members), "folders") == {"title": "", "files": ["a/b/c.txt"]}
    assert box.names("folders/a/b") == ["c.txt"]


def test_the_title_of_a_tour():
    titles = {"One line": "One line", "  A b  \nsecond": "  A b  ", "": "", "\nx\n": ""}
    for number, (text, title) in enumerate(titles.items()):
        path = archive(f"title-{number}", [("index.txt", text.encode())])
        assert solution.install_tour(path, f"title-{number}") == {"title": title, "files": ["index.txt"]}


def test_an_index_of_a_sub_folder_is_no_title():
    path = archive("sub", [("castle/index.txt", b"Castle")])
    assert solution.install_tour(path, "sub") == {"title": "", "files": ["castle/index.txt"]}
