from harness import box, solution

JINGLE = bytes(range(256))


def store(name):
    box.mkdir(name)
    return solution.ClipStore(box.path(name))


def test_a_saved_clip_can_be_loaded():
    clips = store("simple")
    assert clips.save("ada", "hello.mp3", JINGLE) is None
    assert clips.load("ada", "hello.mp3") == JINGLE
    assert box.read("simple/ada/hello.mp3") == JINGLE


def test_a_clip_is_replaced():
    clips = store("replaced")
    clips.save("ada", "hello.mp3", JINGLE)
    clips.save("ada", "hello.mp3", b"short")
    assert clips.load("ada", "hello.mp3") == b"short"
    assert clips.names("ada") == ["hello.mp3"]


def test_clips_that_lie_there_already():
    box.write("older/cleo7/Interview.ogg", b"OggS")
    box.write("older/cleo7/advert.ogg", b"OggS2")
    clips = solution.ClipStore("older")
    assert clips.names("cleo7") == ["Interview.ogg", "advert.ogg"]
    assert clips.load("cleo7", "advert.ogg") == b"OggS2"


def test_a_missing_clip():
    clips = store("missing")
    assert clips.load("ada", "hello.mp3") is None
    clips.save("ada", "hello.mp3", JINGLE)
    assert clips.load("ada", "hello.mp") is None
    assert clips.load("ada", "bye.mp3") is None


def test_a_clip_is_deleted():
    clips = store("deleted")
    clips.save("ada", "a.mp3", b"a")
    clips.save("ada", "b.mp3", b"b")
    assert clips.delete("ada", "a.mp3") is True
    assert clips.load("ada", "a.mp3") is None
    assert clips.names("ada") == ["b.mp3"]
    assert clips.delete("ada", "a.mp3") is False
    assert clips.delete("bea", "b.mp3") is False


def test_presenters_have_clips_of_the_same_name():
    clips = store("same")
    clips.save("ada", "hello.mp3", b"ada")
    clips.save("ada2", "hello.mp3", b"ada2")
    assert clips.load("ada", "hello.mp3") == b"ada"
    assert clips.load("ada2", "hello.mp3") == b"ada2"
    assert clips.delete("ada", "hello.mp3") is True
    assert clips.load("ada2", "hello.mp3") == b"ada2"


def test_a_presenter_without_clips():
    assert store("none").names("bea") == []


def test_names_with_signs():
    clips = store("signs")
    names = [
        "Jingle no. 5 (short).mp3", "to be continued...mp3", "..intro.mp3", "it's 50 % off; & more.mp3", "Fête~1.mp3",
    ]
    for name in names:
        clips.save("ada", name, name.encode())
    assert clips.names("ada") == sorted(names)
    for name in names:
        assert clips.load("ada", name) == name.encode()
        assert box.read(f"signs/ada/{name}") == name.encode()
        assert clips.delete("ada", name) is True


def test_an_empty_clip():
    clips = store("empty")
    clips.save("ada", "silence.mp3", b"")
    assert clips.load("ada", "silence.mp3") == b""
