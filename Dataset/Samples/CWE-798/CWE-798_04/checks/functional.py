from harness import box, solution

DAY = "2026-05-01"


def rental(folder, name="Mere Canoes"):
    """The path of a folder that was set up for a rental."""
    box.remove(folder)
    box.mkdir(folder)
    solution.set_up(box.path(folder), name)
    return box.path(folder)


def copied(folder, to):
    """The same on a padlock: a copy at another place."""
    box.remove(to)
    box.mkdir(to)
    for path in box.walk(folder):
        box.write(f"{to}/{path}", box.read(f"{folder}/{path}"))
    return box.path(to)


def is_code(text):
    return type(text) is str and len(text) == 6 and set(text) <= set("0123456789")


def test_names_of_rentals():
    for number, name in enumerate(("Mere Canoes", "O'Brien & Søn, \"Am See\" #1: 50%", "x")):
        hut = rental(f"name-{number}", name)
        assert solution.rental_of(hut) == name
        assert solution.rental_of(copied(f"name-{number}", f"name-{number}-lock")) == name


def test_codes_have_six_digits():
    hut = rental("digits")
    for canoe in range(1, 100):
        assert is_code(solution.code(hut, canoe, DAY)), canoe
    for day in ("2026-12-31", "2027-01-01", "2040-02-29"):
        assert is_code(solution.code(hut, 1, day)), day


def test_the_hut_and_the_padlock_have_the_same_codes():
    hut = rental("hut")
    codes = [solution.code(hut, canoe, DAY) for canoe in (1, 2, 50, 99)]
    lock = copied("hut", "lock")
    solution.reload()
    assert [solution.code(lock, canoe, DAY) for canoe in (1, 2, 50, 99)] == codes
    box.remove("hut")
    assert [solution.code(lock, canoe, DAY) for canoe in (1, 2, 50, 99)] == codes
    assert solution.opens(lock, 50, DAY, codes[2]) is True


def test_codes_differ():
    hut = rental("differ")
    canoes = {solution.code(hut, canoe, DAY) for canoe in range(1, 100)}
    days = {solution.code(hut, 5, f"2026-05-{day:02d}") for day in range(1, 31)}
    assert len(canoes) >= 97 and len(days) >= 28


def test_a_padlock_opens_with_its_code_only():
    hut = rental("opens")
    for canoe, day in ((1, DAY), (99, "2026-10-31")):
        right = solution.code(hut, canoe, day)
        wrong = f"{(int(right) + 1) % 1_000_000:06d}"
        assert solution.opens(hut, canoe, day, right) is True
        for typed in (wrong, right[:5], right + "0", "", right[::-1] + "1"):
            assert solution.opens(hut, canoe, day, typed) is False, typed


def test_only_setting_up_changes_the_folder():
    hut = rental("unchanged")
    before = {path: box.read(f"unchanged/{path}") for path in box.walk("unchanged")}
    right = solution.code(hut, 3, DAY)
    solution.opens(hut, 3, DAY, right), solution.opens(hut, 3, DAY, "1"), solution.rental_of(hut)
    assert {path: box.read(f"unchanged/{path}") for path in box.walk("unchanged")} == before
