from harness import box, solution
from probes import files

PNG, GIF = files.png(), files.gif()
OTHER_PNG, OTHER_GIF = files.png(3, 2), GIF.replace(b"GIF89a", b"GIF87a")


def bells(name):
    box.mkdir(name)
    return solution.Doorbells(box.path(name))


def stored(name):
    return {path: box.read(f"{name}/{path}") for path in box.walk(name)}


def test_a_picture_of_each_kind():
    made = bells("f1")
    assert made.put(3, "cat.png", PNG) == "3.png"
    assert made.put(12, "dog.gif", GIF) == "12.gif"
    assert made.put(1, "old.gif", OTHER_GIF) == "1.gif"
    assert stored("f1") == {"3.png": PNG, "12.gif": GIF, "1.gif": OTHER_GIF}
    assert made.show(3) == ("image/png", PNG)
    assert made.show(12) == ("image/gif", GIF)
    assert made.show(1) == ("image/gif", OTHER_GIF)
    assert made.show(2) is None


def test_names_of_all_kinds():
    made = bells("f2")
    for name in ("Our cat.PNG", "IMG_1.2.html.png", "../Fotos/猫 & Hund.Png", "x.gif.png", "a;b'\".png"):
        assert made.put(7, name, PNG) == "7.png", name
    assert made.put(8, "php.GIF", GIF) == "8.gif"
    assert stored("f2") == {"7.png": PNG, "8.gif": GIF}


def test_a_new_picture_takes_the_place_of_the_old_one():
    made = bells("f3")
    for name, data, there in (("a.png", PNG, "3.png"), ("b.png", OTHER_PNG, "3.png"), ("c.gif", GIF, "3.gif"),
                              ("d.png", PNG, "3.png")):
        assert made.put(3, name, data) == there
        assert stored("f3") == {there: data}
        assert made.show(3)[1] == data


def test_large_pictures():
    made = bells("f4")
    largest = PNG + b"\0" * (65_536 - len(PNG))
    assert made.put(3, "a.png", largest) == "3.png"
    for data in (largest + b"\0", GIF + b"x" * 70_000):
        try:
            made.put(3, "b.gif" if data[:1] == b"G" else "b.png", data)
        except ValueError:
            pass
        else:
            raise AssertionError("a picture that is too large was taken")
    assert stored("f4") == {"3.png": largest}


def test_a_family_moves():
    made = bells("f5")
    made.put(3, "a.png", PNG), made.put(4, "b.gif", GIF), made.put(13, "c.png", OTHER_PNG)
    assert made.move(3, 5) == "5.png"
    assert made.move(5, 4) == "4.png"
    assert stored("f5") == {"4.png": PNG, "13.png": OTHER_PNG}
    assert made.show(3) is None and made.show(4) == ("image/png", PNG)
    assert made.move(3, 4) is None
    assert made.move(13, 3) == "3.png"
    assert stored("f5") == {"4.png": PNG, "3.png": OTHER_PNG}


def test_pictures_from_earlier():
    made = bells("f6")
    box.write("f6/21.gif", GIF)
    made.put(2, "a.png", PNG)
    later = solution.Doorbells("f6")
    assert later.show(2) == ("image/png", PNG)
    assert later.show(21) == ("image/gif", GIF)
    assert later.put(2, "b.gif", OTHER_GIF) == "2.gif"
    assert later.move(21, 1) == "1.gif"
    assert stored("f6") == {"2.gif": OTHER_GIF, "1.gif": GIF}
