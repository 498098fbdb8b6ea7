from harness import box, solution

PEOPLE = ["Ada Lund", "ada lund", "Ben O'Neil", "\u738b\u82b3", "Ada  Lund", "x" * 300, "a", "Gr\u00f6\u00dfe\n"]


def names(folder):
    box.mkdir(folder)
    return solution.Pseudonyms(folder)


def given(made, study, people=PEOPLE):
    told = [made.of(study, person) for person in people]
    for one in told:
        assert type(one) is str and len(one) == 16 and not set(one) - set("0123456789abcdef"), one
    return told


def test_people_have_different_pseudonyms_in_different_studies():
    made = names("one")
    both = given(made, "ticks-2031") + given(made, "fever") + given(made, "9")
    assert len(set(both)) == 3 * len(PEOPLE)


def test_pseudonyms_stay_the_same():
    made = names("two")
    first, second = given(made, "ticks-2031"), given(made, "fever")
    assert given(made, "ticks-2031") == first
    assert given(solution.Pseudonyms(box.path("two")), "fever") == second
    solution.reload()
    later = solution.Pseudonyms("two")
    assert given(later, "fever") == second
    assert given(later, "ticks-2031") == first


def test_objects_of_one_folder_agree():
    one, other = names("three"), solution.Pseudonyms("three")
    assert given(one, "ticks-2031") == given(other, "ticks-2031")
    assert given(other, "fever") == given(one, "fever")
    assert one.studies() == other.studies() == ["fever", "ticks-2031"]


def test_pseudonyms_are_renewed():
    one, other = names("four"), solution.Pseudonyms("four")
    first, fever = given(one, "ticks-2031"), given(one, "fever")
    assert one.renew("ticks-2031") is None
    second = given(other, "ticks-2031")
    assert given(one, "ticks-2031") == second
    other.renew("ticks-2031")
    third = given(one, "ticks-2031")
    assert len({*first, *second, *third}) == 3 * len(PEOPLE)
    assert given(other, "ticks-2031") == third
    assert given(other, "fever") == fever
    assert one.studies() == ["fever", "ticks-2031"]


def test_a_study_ends_and_begins_again():
    one, other = names("five"), solution.Pseudonyms("five")
    first, fever = given(one, "ticks-2031"), given(one, "fever")
    assert one.end("ticks-2031") is None
    assert one.studies() == other.studies() == ["fever"]
    second = given(one, "ticks-2031")
    assert given(other, "ticks-2031") == second
    assert not set(first) & set(second)
    assert one.studies() == ["fever", "ticks-2031"]
    assert given(one, "fever") == fever


def test_studies_that_there_are_not():
    made = names("six")
    assert made.studies() == []
    assert made.renew("ticks") is None
    assert made.end("ticks") is None
    assert made.studies() == []
    assert given(made, "ticks-" + "9" * 34)
    assert made.studies() == ["ticks-" + "9" * 34]
    made.end("ticks")
    assert made.studies() == ["ticks-" + "9" * 34]


def test_no_names_are_kept():
    made = names("seven")
    made.of("ticks-2031", "Ada Lundgren-Berg")
    for path in box.walk("seven"):
        assert "Lundgren" not in path
    kept = b"".join(content for _, content in box.contents("seven").values())
    assert b"Lundgren" not in kept


def test_folders_are_independent():
    one, other = names("eight"), names("nine")
    first = given(one, "ticks-2031")
    given(other, "fever")
    assert other.studies() == ["fever"]
    other.renew("fever")
    other.end("fever")
    assert one.studies() == ["ticks-2031"]
    assert given(one, "ticks-2031") == first
