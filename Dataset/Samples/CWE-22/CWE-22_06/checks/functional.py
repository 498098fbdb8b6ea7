from harness import box, solution

SITE = "http://tides.example"


def locker(name):
    box.mkdir(name)
    return solution.Locker(box.path(name))


def files(name):
    """What lies in the locker: files with their content."""
    return {
        path: box.read(f"{name}/{path}")
        for path in box.walk(name)
        if not any(other.startswith(f"{path}/") for other in box.walk(name)) and not is_folder(name, path)
    }


def is_folder(name, path):
    return box.stat(f"{name}/{path}").st_mode & 0o170000 == 0o040000


def test_a_page_lies_where_its_address_says():
    made = locker("f1")
    made.save(f"{SITE}/sea/North%20Sea.html", b"High at six.\r\n\0")
    made.save(f"{SITE}/a", b"")
    made.save("http://news-7.at.sea.example/x/y/z/Gr%C3%BC%C3%9Fe%20%E6%B5%B7.txt", b"Ahoy")
    assert files("f1") == {
        "tides.example/sea/North Sea.html": b"High at six.\r\n\0",
        "tides.example/a": b"",
        "news-7.at.sea.example/x/y/z/Grüße 海.txt": b"Ahoy",
    }


def test_an_address_with_a_slash_at_its_end():
    made = locker("f2")
    made.save(f"{SITE}/", b"Welcome")
    made.save(f"{SITE}/sea/low/", b"Low")
    assert files("f2") == {"tides.example/index.html": b"Welcome", "tides.example/sea/low/index.html": b"Low"}
    assert made.load(f"{SITE}/sea/low/") == made.load(f"{SITE}/sea/low/index.html") == b"Low"


def test_addresses_are_decoded_once():
    made = locker("f3")
    for address in ("100%2525.html", "a+b%26c.html", "%2541", "what%3F%23.html"):
        made.save(f"{SITE}/{address}", address.encode())
    assert files("f3") == {
        "tides.example/100%25.html": b"100%2525.html",
        "tides.example/a+b&c.html": b"a+b%26c.html",
        "tides.example/%41": b"%2541",
        "tides.example/what?#.html": b"what%3F%23.html",
    }
    assert made.load(f"{SITE}/100%2525.html") == b"100%2525.html"


def test_dots_that_lead_nowhere():
    made = locker("f4")
    for name in ("..notes", "a..b/c...", "...", "x/.hidden", "v1.2..3/~/-rf"):
        made.save(f"{SITE}/{name}", name.encode())
        assert made.load(f"{SITE}/{name}") == name.encode()
    assert len(files("f4")) == 5


def test_what_is_there_and_what_is_not():
    made = locker("f5")
    assert made.load(f"{SITE}/sea/a.html") is None
    assert made.load(f"{SITE}/") is None
    box.write("f5/tides.example/sea/a.html", b"from the office")
    assert made.load(f"{SITE}/sea/a.html") == b"from the office"
    assert made.load(f"{SITE}/sea/b.html") is None
    assert made.load(f"{SITE}/se%61/%61.html") == b"from the office"


def test_a_page_is_replaced():
    made = locker("f6")
    made.save(f"{SITE}/a.html", b"a longer one" * 40)
    made.save(f"{SITE}/a.html", b"short")
    assert files("f6") == {"tides.example/a.html": b"short"}


def test_a_page_is_forgotten():
    made = locker("f7")
    for name in ("sea/a.html", "sea/b.html"):
        made.save(f"{SITE}/{name}", b"x")
    made.forget(f"{SITE}/sea/a.html")
    made.forget(f"{SITE}/sea/c.html")
    made.forget("http://none.example/c.html")
    assert files("f7") == {"tides.example/sea/b.html": b"x"}
    assert made.load(f"{SITE}/sea/a.html") is None


def test_all_pages_below_an_address_are_forgotten():
    made = locker("f8")
    for name in ("sea/a.html", "sea/", "sea/low/b.html", "seaside/c.html", "sea.html"):
        made.save(f"{SITE}/{name}", b"x")
    made.save("http://tides.example.org/sea/a.html", b"x")
    made.forget(f"{SITE}/land/")
    assert len(files("f8")) == 6
    made.forget(f"{SITE}/sea/")
    assert sorted(files("f8")) == [
        "tides.example.org/sea/a.html",
        "tides.example/sea.html",
        "tides.example/seaside/c.html",
    ]
    made.forget(f"{SITE}/")
    assert sorted(files("f8")) == ["tides.example.org/sea/a.html"]
    assert made.pages("tides.example") == []


def test_pages_of_a_site():
    made = locker("f9")
    assert made.pages("tides.example") == []
    for name in ("sea/North%20Sea.html", "", "Zoo", "a/b/c", "sea.html"):
        made.save(f"{SITE}/{name}", b"x")
    made.save("http://tides.example.org/x", b"x")
    assert made.pages("tides.example") == ["Zoo", "a/b/c", "index.html", "sea.html", "sea/North Sea.html"]
    assert made.pages("tides.example.org") == ["x"]


def test_a_locker_of_before_and_one_named_otherwise():
    locker("f10").save(f"{SITE}/a", b"x")
    for folder in ("f10", "f10/", "./f10"):
        assert solution.Locker(folder).load(f"{SITE}/a") == b"x"
        assert solution.Locker(folder).pages("tides.example") == ["a"]
