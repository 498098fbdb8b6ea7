import itertools

from harness import box, solution

numbers = itertools.count()


def shelf(*names):
    """A shelf on a fresh folder, and the folder; each file holds its own name at first."""
    folder = f"f-{next(numbers)}"
    box.mkdir(folder)
    made = solution.PatternShelf(box.path(folder))
    for name in names:
        assert made.add(name, name.encode()) == name
    return made, folder


def contents(folder):
    return {name: box.text(f"{folder}/{name}") for name in box.names(folder)}


def raises(error, call, *arguments):
    try:
        call(*arguments)
    except error:
        return True
    return False


def test_files_are_stored_under_their_names():
    names = ["trousers 2.0.pdf", "Skirt.PDF", "hat.png", "hat.v2.jpg", "sizes, men's.csv", "étole.PNG", "a-b_c(1).CSV"]
    made, folder = shelf(*names)
    assert made.names() == sorted(names)
    assert contents(folder) == {name: name for name in names}


def test_an_empty_shelf_and_one_that_was_there():
    made, folder = shelf()
    assert made.names() == []
    box.write(f"{folder}/cape.pdf", b"old")
    assert made.names() == ["cape.pdf"]
    assert solution.PatternShelf(box.path(folder)).rename("cape.pdf", "cloak") == "cloak.pdf"
    assert contents(folder) == {"cloak.pdf": "old"}


def test_a_content_may_be_anything():
    made, folder = shelf()
    made.add("all.png", bytes(range(256)))
    made.add("none.csv", b"")
    made.copy("all.png", "again.png")
    assert box.read(f"{folder}/all.png") == box.read(f"{folder}/again.png") == bytes(range(256))
    assert box.read(f"{folder}/none.csv") == b""


def test_a_name_that_is_taken():
    made, folder = shelf("hat.png", "cap.png")
    assert raises(FileExistsError, made.add, "hat.png", b"new")
    assert raises(FileExistsError, made.rename, "hat.png", "cap.png")
    assert raises(FileExistsError, made.rename, "hat.png", "cap")
    assert raises(FileExistsError, made.copy, "hat.png", "cap.png")
    assert contents(folder) == {"hat.png": "hat.png", "cap.png": "cap.png"}


def test_renaming():
    made, folder = shelf("hat.png", "cap.JPG")
    assert made.rename("hat.png", "top hat 1.5.png") == "top hat 1.5.png"
    assert made.rename("cap.JPG", "flat cap") == "flat cap.JPG"
    assert contents(folder) == {"top hat 1.5.png": "hat.png", "flat cap.JPG": "cap.JPG"}
    assert made.rename("flat cap.JPG", "html") == "html.JPG"
    assert made.rename("html.JPG", "index.php.jpg") == "index.php.jpg"
    assert made.names() == ["index.php.jpg", "top hat 1.5.png"]


def test_copying():
    made, folder = shelf("hat.png")
    assert made.copy("hat.png", "cap") == "cap.png"
    assert made.copy("cap.png", "cap 2.0.png") == "cap 2.0.png"
    assert contents(folder) == dict.fromkeys(("hat.png", "cap.png", "cap 2.0.png"), "hat.png")


def test_a_file_that_is_not_there():
    made, folder = shelf("hat.png")
    assert raises(FileNotFoundError, made.rename, "cap.png", "beret.png")
    assert raises(FileNotFoundError, made.copy, "cap.png", "beret")
    assert made.names() == ["hat.png"]


def test_replacing():
    made, folder = shelf("hat 2024.pdf", "2024 cape 2024.csv", "skirt.pdf", "php.png")
    assert made.replace("2024", "2025") == ["2025 cape 2025.csv", "hat 2025.pdf"]
    assert made.replace("trousers", "skirt") == []
    assert made.replace("h", ".h.") == [".h.at 2025.pdf", "p.h.p.png"]
    assert contents(folder) == {
        ".h.at 2025.pdf": "hat 2024.pdf", "2025 cape 2025.csv": "2024 cape 2024.csv", "skirt.pdf": "skirt.pdf",
        "p.h.p.png": "php.png"}
    assert made.replace(" 2025", "") == [".h.at.pdf", "2025 cape.csv"]
