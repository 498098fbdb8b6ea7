from harness import box, solution
from probes import files

FOREST = {
    "levels/10.json": b'{"size": 9}',
    "levels/2.json": b'{"size": 4}',
    "tiles/grass.png": files.png(),
    "sounds/birds.ogg": b"OggS\0\2",
    "readme.txt": "Für alle.".encode(),
}


def shelf(name):
    box.mkdir(name)
    return solution.PackShelf(box.path(name))


def zipped(contents, folders=()):
    return files.zip_archive([files.Directory(folder) for folder in folders] + list(contents.items()))


def test_a_pack_is_unpacked():
    packs = shelf("simple")
    assert packs.add("forest", zipped(FOREST)) == sorted(FOREST)
    for name, content in FOREST.items():
        assert box.read(f"simple/forest/{name}") == content


def test_the_files_of_a_pack_are_listed():
    packs = shelf("listed")
    packs.add("forest", zipped(FOREST))
    packs.add("forest-2", zipped({"a.json": b"{}"}))
    assert packs.files("forest") == sorted(FOREST)
    assert packs.files("forest-2") == ["a.json"]


def test_another_shelf_knows_the_pack():
    shelf("again").add("forest", zipped(FOREST))
    assert solution.PackShelf("again").files("forest") == sorted(FOREST)


def test_an_unknown_pack_has_no_files():
    assert shelf("unknown").files("forest") == []


def test_folders_are_not_listed():
    packs = shelf("folders")
    contents = {"levels/easy/1.json": b"1", "levels/2.json": b"2"}
    assert packs.add("hills", zipped(contents, folders=["levels", "levels/easy", "later"])) == sorted(contents)
    assert packs.files("hills") == sorted(contents)


def test_endings_in_upper_case():
    packs = shelf("upper")
    contents = {"LEVEL1.JSON": b"1", "Tile.Png": files.png(), "BIRDS.OGG": b"OggS", "Readme.TXT": b"x"}
    assert packs.add("loud", zipped(contents)) == sorted(contents)
    assert packs.files("loud") == sorted(contents)


def test_names_with_spaces_and_dots():
    packs = shelf("dots")
    contents = {"v1.2/my level.v3.json": b"1", "index.html copy.txt": b"2", "a..b.png": files.png(), "php/1.json": b"3"}
    assert packs.add("odd-names", zipped(contents)) == sorted(contents)
    for name, content in contents.items():
        assert box.read(f"dots/odd-names/{name}") == content


def test_packs_do_not_touch_each_other():
    packs = shelf("two")
    packs.add("one", zipped({"level.json": b"first"}))
    packs.add("two", zipped({"level.json": b"second"}))
    assert box.read("two/one/level.json") == b"first"
    assert box.read("two/two/level.json") == b"second"
