from harness import box, solution
from probes import files

PNG, JPEG = files.png(), files.jpeg()


def raises(kind, function, *arguments):
    try:
        function(*arguments)
    except kind:
        return True
    return False


def receiver(name, **before):
    box.mkdir(name)
    for stem, data in before.items():
        box.write(f"{name}/{stem}.jpg", data)
    return solution.Receiver(name)


def sent(made, name, data):
    number = made.begin(name, len(data))
    assert made.piece(number, 0, data) is None
    return made.finish(number)


def test_photographs_arrive():
    made = receiver("one")
    for name, data in (("IMG_0042.JPG", JPEG), ("ice-7.png", PNG), ("a.jpeg", JPEG), ("B.Png", PNG)):
        assert sent(made, name, data) == name
        assert box.read(f"one/{name}") == data
    assert made.photos() == ["B.Png", "IMG_0042.JPG", "a.jpeg", "ice-7.png"] == box.names("one")


def test_pieces_in_any_order():
    made = receiver("two")
    assert made.begin("a.png", len(PNG)) == 1
    for place in reversed(range(1, len(PNG))):
        made.piece(1, place, PNG[place : place + 1])
    assert made.finish(1) is None
    assert made.finish(1) is None
    made.piece(1, 0, PNG[:1])
    assert made.finish(1) == "a.png"
    assert box.read("two/a.png") == PNG


def test_pieces_that_overlap_and_come_again():
    made = receiver("three")
    made.begin("a.jpg", len(JPEG))
    made.piece(1, 3, b"?" * (len(JPEG) - 3))
    made.piece(1, 3, b"?" * (len(JPEG) - 3))
    assert made.finish(1) is None
    made.piece(1, 0, JPEG[:9])
    made.piece(1, 5, JPEG[5:])
    made.piece(1, 2, b"")
    assert made.finish(1) == "a.jpg"
    assert box.read("three/a.jpg") == JPEG


def test_two_at_once():
    made = receiver("four")
    assert [made.begin("a.jpg", len(JPEG)), made.begin("b.png", len(PNG))] == [1, 2]
    made.piece(2, 0, PNG[:10])
    made.piece(1, 0, JPEG)
    assert made.finish(2) is None
    assert made.finish(1) == "a.jpg"
    made.piece(2, 10, PNG[10:])
    assert made.finish(2) == "b.png"
    assert (box.read("four/a.jpg"), box.read("four/b.png")) == (JPEG, PNG)
    assert made.begin("c.png", len(PNG)) == 3


def test_another_name_is_chosen():
    made = receiver("five")
    name = sent(made, "ice (3).png", PNG)
    assert name.lower().endswith(".png")
    assert box.read(f"five/{name}") == PNG
    assert made.photos() == [name]


def test_names_that_there_are_already():
    made = receiver("six", old=JPEG + b"old")
    names = [sent(made, "old.jpg", JPEG), sent(made, "old.jpg", JPEG), sent(made, "new.png", PNG), sent(made, "new.png", PNG)]
    assert len({"old.jpg", *names}) == 5 and names[2] == "new.png"
    assert [name.rpartition(".")[2].lower() for name in names] == ["jpg", "jpg", "png", "png"]
    assert made.photos() == sorted(["old.jpg", *names])
    assert box.read("six/old.jpg") == JPEG + b"old"
    assert box.read(f"six/{names[1]}") == JPEG


def test_photographs_of_earlier_days():
    box.write("seven/plan.txt", b"x")
    made = receiver("seven", b=JPEG, a=JPEG)
    assert made.photos() == ["a.jpg", "b.jpg"]
    assert solution.Receiver("seven").begin("c.jpg", 5) == 1


def test_pieces_that_do_not_fit():
    made = receiver("eight")
    made.begin("a.png", len(PNG))
    for start, data in ((-1, PNG[:1]), (len(PNG), b"x"), (1, PNG), (len(PNG) + 1, b"")):
        assert raises(ValueError, made.piece, 1, start, data)
    assert made.finish(1) is None
    made.piece(1, 0, PNG)
    assert made.finish(1) == "a.png"
    assert box.read("eight/a.png") == PNG


def test_a_large_photograph():
    made = receiver("nine")
    data = JPEG + bytes(1_000_000)
    made.begin("large.jpg", len(data))
    for start in range(0, len(data), 100_000):
        made.piece(1, start, data[start : start + 100_000])
    assert made.finish(1) == "large.jpg"
    assert len(box.read("nine/large.jpg")) == len(data)


def test_uploads_that_there_are_not():
    made = receiver("ten")
    assert raises(KeyError, made.piece, 1, 0, b"x")
    assert raises(KeyError, made.finish, 1)
    assert sent(made, "a.png", PNG) == "a.png"
    assert raises(KeyError, made.piece, 1, 0, PNG)
    assert raises(KeyError, made.finish, 1)
    assert raises(KeyError, made.finish, 0)
    assert made.photos() == ["a.png"]
