from harness import box, solution


def screen(name):
    for path, text in (("Ada/cat.txt", "Cat found"), ("Ada/garden/old/Ä b.txt", "Öl 5 %\nfor sale\n"), ("Ben/cat.txt", "Not mine"), ("Ben/empty", "")):
        box.write(f"{name}/{path}", text.encode())
    return solution.Screen(name)


def test_notes_are_shown():
    made = screen("f1")
    assert made.page("Ada/cat.txt") == "<pre>Cat found</pre>"
    assert made.page("Ada/garden/old/Ä b.txt") == "<pre>Öl 5 %\nfor sale\n</pre>"
    assert made.page("Ben/cat.txt") == "<pre>Not mine</pre>" and made.page("Ben/empty") == "<pre></pre>"


def test_what_is_no_note():
    made = screen("f2")
    for path in ("Ada/dog.txt", "Ada/garden", "Ada/garden/old", "Ada/garden/x/y", "Ada/cat.txt/x", "Cleo/cat.txt", "Ben/garden/old/Ä b.txt"):
        assert made.page(path) is None


def test_links_are_not_shown():
    made = screen("f3")
    box.symlink("cat.txt", "f3/Ada/link.txt"), box.symlink("garden", "f3/Ada/way"), box.symlink("nowhere", "f3/Ada/garden/gone"), box.symlink("loop", "f3/Ada/loop")
    for path in ("Ada/link.txt", "Ada/way/old/Ä b.txt", "Ada/garden/gone", "Ada/loop", "Ada/loop/x"):
        assert made.page(path) is None


def test_long_notes():
    made = screen("f4")
    box.write("f4/Ada/long.txt", b"x" * 2000), box.write("f4/Ada/longer.txt", b"x" * 2001), box.write("f4/Ada/far.txt", b"x" * 90000), box.write("f4/Ada/u.txt", "ä".encode() * 1000)
    assert made.page("Ada/long.txt") == "<pre>" + "x" * 2000 + "</pre>" and made.page("Ada/u.txt") == "<pre>" + "ä" * 1000 + "</pre>"
    assert made.page("Ada/longer.txt") is None and made.page("Ada/far.txt") is None


def test_notes_change():
    made = screen("f5")
    assert made.page("Ada/cat.txt") == "<pre>Cat found</pre>"
    box.write("f5/Ada/cat.txt", b"Thanks!")
    assert made.page("Ada/cat.txt") == "<pre>Thanks!</pre>"
    box.remove("f5/Ada/cat.txt")
    assert made.page("Ada/cat.txt") is None
    box.write("f5/Ada/cat.txt/now a folder", b"x")
    assert made.page("Ada/cat.txt") is None and made.page("Ada/cat.txt/now a folder") == "<pre>x</pre>"
