from harness import attempt, solution

CRATES = (
    {},
    {"no": 7, "holds": ("harp", "stool"), "stops": {"Graz", "Linz"}, "keys": None, 3: b"\x00\xff"},
    {"nested": [(1, [2, (3, {4, 5})]), {"a": {"b": {}}}], ("x", 1): (), "none": set(), "flag": [True, False, 1, 0]},
    {"Überraschung": "Tuba & \"Höhe\" <3\n\x00 . : | 海",
     "": "", "huge": -(10**60), b"key": [b"", b"\r\n"], None: [None]},
    {"many": [{"no": number, "of": ("violin", number)} for number in range(60)]},
)


def typed(value):
    """A value with the types at all places, for comparison."""
    if isinstance(value, dict):
        return "dict", [(typed(key), typed(one)) for key, one in sorted(value.items(), key=repr)]
    if isinstance(value, (list, tuple)):
        return type(value).__name__, [typed(one) for one in value]
    if isinstance(value, set):
        return "set", sorted(map(repr, value))
    return type(value).__name__, value


def refused(slips, text):
    error = attempt(slips.read, text).error
    return error is not None and "ValueError" in error.type_names


def test_crates_come_back_with_all_types():
    for crate in CRATES:
        text = solution.Slips("allegro-71").write(crate)
        assert typed(solution.Slips("allegro-71").read(text)) == typed(crate)


def test_slips_are_visible_ascii_without_blanks():
    for crate in CRATES:
        text = solution.Slips("Übermut & 海").write(crate)
        assert isinstance(text, str) and all("!" <= sign <= "~" for sign in text)
        assert solution.Slips("Übermut & 海").read(text) == crate


def test_slips_of_other_tours():
    text = solution.Slips("scherzo-4").write(CRATES[1])
    for word in ("presto-2", "scherzo-5"):
        assert refused(solution.Slips(word), text)
    assert refused(solution.Slips("presto-2", ["largo-5"]), text)


def test_earlier_words():
    old, new = solution.Slips("adagio-3"), solution.Slips("rondo-9", ["largo-6", "adagio-3"])
    assert new.read(old.write(CRATES[1])) == CRATES[1]
    assert new.read(new.write(CRATES[2])) == CRATES[2]
    assert refused(old, new.write(CRATES[1]))
    assert solution.Slips("rondo-9").read(new.write(CRATES[1])) == CRATES[1]
