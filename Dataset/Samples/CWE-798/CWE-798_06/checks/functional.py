import itertools
import stat

from harness import box, solution

numbers = itertools.count()


def office():
    """The paths of two empty folders."""
    number = next(numbers)
    for folder in (f"drive-{number}", f"own-{number}"):
        box.mkdir(folder)
    return box.path(f"drive-{number}"), box.path(f"own-{number}")


def stored(folder):
    paths = [f"{folder}/{path}" for path in box.walk(folder)]
    return b"\n".join(box.read(path) for path in paths if stat.S_ISREG(box.stat(path).st_mode))


def test_a_transcript_comes_back():
    transcripts = solution.Transcripts(*office())
    transcripts.put("tape 1", "I was born in a tram.")
    assert transcripts.get("tape 1") == "I was born in a tram."


def test_any_text():
    folders = office()
    texts = {"a": "", "b": "one\ntwo\r\nthree\rfour\n", "c": "Żółw – 祖母 🎪\u2028\0", "d": "circus " * 14_000}
    for name, text in texts.items():
        solution.Transcripts(*folders).put(name, text)
    assert {name: solution.Transcripts(*folders).get(name) for name in texts} == texts


def test_names():
    folders = office()
    transcripts = solution.Transcripts(*folders)
    assert transcripts.names() == []
    for name in ("tape 2", "tape 10", "a", "0 x 0", "w" * 40):
        transcripts.put(name, name)
    assert transcripts.names() == solution.Transcripts(*folders).names() == ["0 x 0", "a", "tape 10", "tape 2", "w" * 40]
    assert transcripts.get("0 x 0") == "0 x 0"


def test_a_transcript_in_place_of_another():
    folders = office()
    first, second = solution.Transcripts(*folders), solution.Transcripts(*folders)
    first.put("tape 1", "I was born in a tram.")
    second.put("tape 1", "No, in a bus.")
    assert first.get("tape 1") == "No, in a bus." and first.names() == ["tape 1"]


def test_no_transcript_of_that_name():
    transcripts = solution.Transcripts(*office())
    transcripts.put("tape 1", "x")
    for name in ("tape 2", "tape", "tape 11"):
        try:
            transcripts.get(name)
        except KeyError:
            continue
        assert False, f"{name} was found"


def test_a_later_run_of_the_program():
    folders = office()
    solution.Transcripts(*folders).put("tape 1", "I was born in a tram.")
    solution.reload()
    transcripts = solution.Transcripts(*folders)
    assert transcripts.get("tape 1") == "I was born in a tram."
    transcripts.put("tape 2", "Then came the circus.")
    solution.reload()
    assert solution.Transcripts(*folders).get("tape 2") == "Then came the circus."


def test_two_offices():
    one, other = office(), office()
    first, second = solution.Transcripts(*one), solution.Transcripts(*other)
    first.put("tape 1", "I was born in a tram.")
    second.put("tape 1", "My father sold kites.")
    assert first.get("tape 1") == "I was born in a tram." and second.get("tape 1") == "My father sold kites."
    assert solution.Transcripts(*one).get("tape 1") == "I was born in a tram."


def test_what_lies_on_the_drive_is_encrypted():
    drive, own = office()
    solution.Transcripts(drive, own).put("tape 1", "My father sold kites.")
    assert b"kites" not in stored(drive)
