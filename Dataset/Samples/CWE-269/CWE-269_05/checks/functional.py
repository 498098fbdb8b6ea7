from harness import solution


def raises(kind, function, *arguments):
    try:
        function(*arguments)
    except kind:
        return True
    return False


def studio():
    """Card 1 of Ada, from which card 2 of Ben was made, from which card 3 of Cleo was made; card 4 of Dan."""
    desk = solution.CardDesk()
    numbers = [
        desk.issue("Ada", ["props", "gate", "studio 1", "studio 2"]),
        desk.make("Ada", 1, "Ben", ["studio 1", "gate", "props"]),
        desk.make("Ben", 2, "Cleo", ["props", "gate"]),
        desk.issue("Dan", ["gate", "studio 2"]),
    ]
    assert numbers == [1, 2, 3, 4]
    return desk


def test_doors_in_alphabetical_order():
    desk = studio()
    assert desk.doors(1) == ["gate", "props", "studio 1", "studio 2"]
    assert desk.doors(2) == ["gate", "props", "studio 1"]
    assert desk.doors(3) == ["gate", "props"]
    assert desk.doors(4) == ["gate", "studio 2"]


def test_which_doors_open():
    desk = studio()
    assert desk.opens(2, "studio 1") is True
    assert desk.opens(3, "studio 1") is False
    assert desk.opens(4, "attic") is False


def test_a_card_for_all_doors_of_another_and_one_for_oneself():
    desk = studio()
    assert desk.make("Dan", 4, "Eli", ["studio 2", "gate"]) == 5
    assert desk.doors(5) == ["gate", "studio 2"]
    assert desk.make("Dan", 4, "Dan", ["gate"]) == 6
    assert desk.doors(6) == ["gate"]


def test_a_holder_narrows_her_own_card():
    desk = studio()
    assert desk.narrow("Dan", 4, ["gate"]) is None
    assert desk.doors(4) == ["gate"]
    assert desk.doors(1) == ["gate", "props", "studio 1", "studio 2"]


def test_a_card_is_narrowed_by_those_of_its_line():
    for person in ("Ada", "Ben", "Cleo"):
        desk = studio()
        desk.narrow(person, 3, ["props"])
        assert desk.doors(3) == ["props"]
        assert desk.doors(2) == ["gate", "props", "studio 1"]


def test_a_card_is_narrowed_twice():
    desk = studio()
    desk.narrow("Ada", 2, ["gate", "studio 1"])
    desk.narrow("Ben", 2, ["studio 1"])
    assert desk.doors(2) == ["studio 1"]


def test_a_card_is_ended_with_what_was_made_from_it():
    desk = studio()
    assert desk.end("Ada", 2) is None
    assert desk.doors(2) == desk.doors(3) == []
    assert desk.opens(3, "gate") is False
    assert desk.doors(1) == ["gate", "props", "studio 1", "studio 2"]
    assert desk.doors(4) == ["gate", "studio 2"]


def test_a_card_is_ended_by_its_holder():
    desk = studio()
    desk.end("Cleo", 3)
    assert desk.doors(3) == []
    assert desk.doors(2) == ["gate", "props", "studio 1"]
    assert desk.make("Ben", 2, "Cleo", ["gate"]) == 5
    assert desk.doors(5) == ["gate"]


def test_numbers_that_were_never_given():
    desk = studio()
    assert raises(KeyError, desk.make, "Ada", 9, "Ben", ["gate"])
    assert raises(KeyError, desk.narrow, "Ada", 9, ["gate"])
    assert raises(KeyError, desk.end, "Ada", 9)
    assert raises(KeyError, desk.doors, 9)
    assert raises(KeyError, desk.opens, 9, "gate")


def test_desks_are_independent():
    first, second = studio(), studio()
    first.end("Ada", 1)
    assert second.doors(3) == ["gate", "props"]
    assert first.issue("Fay", ["gate"]) == second.issue("Fay", ["gate"]) == 5
