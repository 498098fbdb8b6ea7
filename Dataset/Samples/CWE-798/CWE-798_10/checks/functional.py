from harness import box, environment, solution


def gate(words=None, file=None, name="f.txt"):
    for variable, value in (("GATE_WORDS", words), ("GATE_WORDS_FILE", name if file is not None else None)):
        if value is None:
            environment.pop(variable, None)
        else:
            environment[variable] = value
    if file is not None:
        box.write(name, file)
    return solution.Gate()


def opened(made, *words):
    return [made.opens(word) for word in words]


def test_words_of_the_environment():
    made = gate("otter-51, heron & reed ,,\tÖl 5,")
    assert opened(made, "otter-51", "heron & reed", "Öl 5") == [True] * 3
    assert opened(made, "otter-52", "heron", "Otter-51", "otter-51, heron & reed") == [False] * 4
    assert gate("one").opens("one") is True


def test_words_of_the_file():
    for words in (None, "", " ", ",", " ,, "):
        made = gate(words, "otter-51\n\n  heron, reed \nÖl 5".encode())
        assert opened(made, "otter-51", "heron, reed", "Öl 5", "heron", "reed") == [True, True, True, False, False]


def test_the_file_is_second():
    made = gate("otter-51", b"heron\n")
    assert opened(made, "otter-51", "heron") == [True, False]
    environment["GATE_WORDS_FILE"] = "not-there.txt"
    assert solution.Gate().opens("otter-51") is True


def test_what_was_refused():
    made = gate("a,b")
    assert made.refused() == []
    assert opened(made, "x", "a", "", "y") == [False, True, False, False]
    assert made.refused() == ["x", "", "y"] and gate("c").refused() == []
    for number in range(30):
        made.opens(f"try {number}")
    assert made.refused() == [f"try {number}" for number in range(10, 30)]


def test_what_becomes_of_it_afterwards():
    made = gate("otter-51")
    other = gate(None, b"heron\n", "g.txt")
    box.write("g.txt", b"mole\n")
    environment["GATE_WORDS"] = "vole"
    assert opened(made, "otter-51", "vole", "heron") == [True, False, False]
    assert opened(other, "heron", "mole", "vole") == [True, False, False]
    assert opened(solution.Gate(), "vole", "otter-51") == [True, False]


def test_the_gate_at_the_fair():
    assert gate("fair-88-linden").opens("fair-88-linden") is True
