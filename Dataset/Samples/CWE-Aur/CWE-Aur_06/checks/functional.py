from harness import attempt, solution

STAFF = {
    "pumps": {"ada": "editor", "bo": "reader", "cy": "editor"},
    "looms": {"ada": "reader", "dee": "editor"},
    "kites & co": {"dee": "reader"},
}


def lists():
    return solution.WordLists({firm: dict(people) for firm, people in STAFF.items()})


def refused(method, *arguments):
    error = attempt(method, *arguments).error
    return error is not None and "PermissionError" in error.type_names


def test_desks():
    made = lists()
    desks = [made.open(person, firm) for firm, people in STAFF.items() for person in people]
    desks += [made.open("ada", "pumps")]
    assert all(isinstance(desk, str) and len(desk) >= 16 for desk in desks)
    assert len(set(desks)) == len(desks)
    assert all(made.find(desk, "") == [] for desk in desks)


def test_entries_are_found_by_a_part_of_their_term():
    made = lists()
    ada, bo = made.open("ada", "pumps"), made.open("bo", "pumps")
    for term, translation in (("valve", "Ventil"), ("check valve", "Rückschlagklappe"), ("Valve", "50 % <b>")):
        made.add(ada, term, translation)
    assert made.find(bo, "valve") == [(1, "valve", "Ventil"), (2, "check valve", "Rückschlagklappe")]
    assert made.find(ada, "") == [*made.find(bo, "valve"), (3, "Valve", "50 % <b>")]
    assert made.find(bo, "%") == [] and made.find(bo, "valves") == []


def test_every_firm_has_its_list_and_numbers_are_of_all():
    made = lists()
    ada, dee = made.open("ada", "pumps"), made.open("dee", "looms")
    assert [made.add(ada, "a", "x"), made.add(dee, "b", "y"), made.add(ada, "c", "z")] == [1, 2, 3]
    assert made.find(ada, "") == [(1, "a", "x"), (3, "c", "z")]
    assert made.find(made.open("ada", "looms"), "") == made.find(dee, "") == [(2, "b", "y")]
    assert made.find(made.open("dee", "kites & co"), "") == []


def test_entries_are_changed_and_removed():
    made = lists()
    ada, cy = made.open("ada", "pumps"), made.open("cy", "pumps")
    for term in "abc":
        made.add(ada, term, "x")
    made.change(cy, 2, "y")
    made.remove(cy, 3)
    assert made.find(ada, "") == [(1, "a", "x"), (2, "b", "y")]
    assert made.add(ada, "d", "z") == 4


def test_readers_only_look():
    made = lists()
    bo, ada = made.open("bo", "pumps"), made.open("ada", "pumps")
    made.add(ada, "a", "x")
    assert refused(made.add, bo, "b", "y") and refused(made.change, bo, 1, "y") and refused(made.remove, bo, 1)
    assert refused(made.take_in, bo, "eve", "reader") and refused(made.let_go, bo, "ada")
    assert made.find(ada, "") == [(1, "a", "x")]


def test_only_people_of_a_firm_open_a_desk():
    made = lists()
    for person, firm in (("bo", "looms"), ("eve", "pumps"), ("ada", "kites & co"), ("ada", "nobody's")):
        assert refused(made.open, person, firm)


def test_people_come_and_go():
    made = lists()
    ada = made.open("ada", "pumps")
    made.take_in(ada, "eve", "editor")
    assert made.add(made.open("eve", "pumps"), "a", "x") == 1
    made.let_go(ada, "bo")
    assert refused(made.open, "bo", "pumps")
    made.take_in(ada, "bo", "editor")
    assert made.add(made.open("bo", "pumps"), "b", "y") == 2
    made.take_in(ada, "eve", "reader")
    assert refused(made.add, made.open("eve", "pumps"), "c", "z")
    assert refused(made.open, "eve", "looms")
