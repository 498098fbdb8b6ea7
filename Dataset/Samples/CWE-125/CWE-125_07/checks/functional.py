from harness import solution

FIRST = "Ich sah die Küste\nund weinte, 海 und Möwen 🌊🌊 vor uns. Gott sei Dank"
SECOND = "Dagen er lang"
THIRD = "Ö"


def desk():
    """Diaries with other texts around them; each text ends with a line break."""
    memory, table = b"Notes of the archive.\n", {}
    for name, text in (("Ida", FIRST), ("Lars", SECOND), ("Åse", THIRD)):
        table[name] = (len(memory), len(text.encode()))
        memory += text.encode() + b"\n"
    return solution.Diaries(memory + b"Draft\n", table)


def place(character):
    """At which byte of the first diary this character of it begins."""
    return len(FIRST[:character].encode())


def test_it_is_read_on():
    diaries = desk()
    assert diaries.forward("Ida", 0, 11) == ("Ich sah die", 11)
    assert diaries.forward("Ida", place(12), 5) == ("Küste", place(17))
    assert diaries.forward("Lars", 6, 2) == ("er", 8)


def test_it_is_read_on_to_the_end_piece_by_piece():
    for count in (1, 2, 3, 7, 10):
        diaries, read, byte = desk(), [], 0
        for _ in range(-(-len(FIRST) // count)):
            text, byte = diaries.forward("Ida", byte, count)
            read.append(text)
            assert byte == len("".join(read).encode())
        assert "".join(read) == FIRST
        assert all(len(text) == count for text in read[:-1])


def test_there_are_fewer_at_the_end():
    diaries = desk()
    assert diaries.forward("Lars", 9, 40) == ("lang", 13)
    assert diaries.forward("Lars", 13, 4) == ("", 13)
    assert diaries.forward("Åse", 0, 1) == ("Ö", 2)


def test_it_is_read_back():
    diaries = desk()
    assert diaries.backward("Ida", place(17), 5) == ("Küste", place(12))
    assert diaries.backward("Ida", place(46), 8) == (FIRST[38:46], place(38))
    assert diaries.backward("Lars", 13, 4) == ("lang", 9)


def test_it_is_read_back_to_the_beginning_piece_by_piece():
    for count in (1, 2, 3, 7, 10):
        diaries, read, byte = desk(), "", place(len(FIRST))
        for _ in range(-(-len(FIRST) // count)):
            text, byte = diaries.backward("Ida", byte, count)
            read = text + read
        assert (read, byte) == (FIRST, 0)


def test_there_are_fewer_at_the_beginning():
    diaries = desk()
    assert diaries.backward("Lars", 5, 40) == ("Dagen", 0)
    assert diaries.backward("Lars", 0, 4) == ("", 0)


def test_words():
    diaries = desk()
    for word in ("sah", "Küste", "und", "weinte,", "海", "Möwen", "🌊🌊", "Gott"):
        start = FIRST.index(word)
        for character in range(start, start + len(word)):
            assert diaries.word("Ida", place(character)) == word
    assert diaries.word("Ida", place(3)) == diaries.word("Ida", place(17)) == ""


def test_words_at_both_ends():
    diaries = desk()
    assert diaries.word("Lars", 0) == diaries.word("Lars", 4) == "Dagen"
    assert diaries.word("Lars", 9) == diaries.word("Lars", 12) == "lang"
    assert diaries.word("Åse", 0) == "Ö"
