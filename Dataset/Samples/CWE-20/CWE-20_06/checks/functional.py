from harness import solution


def lent(*numbers, stall="Rossi"):
    crates = solution.Crates()
    for number in numbers:
        assert crates.lend(stall, number) is None
    return crates


def test_nothing_is_lent_at_first():
    assert solution.Crates().lent() == {}


def test_crates_are_lent_in_their_order():
    crates = lent("ZZ999999", "MK00008X", "AA000016")
    crates.lend("Huber & Co", "CD00001X")
    assert list(crates.lent().items()) == [
        ("ZZ999999", "Rossi"), ("MK00008X", "Rossi"), ("AA000016", "Rossi"), ("CD00001X", "Huber & Co")]


def test_a_row_is_lent():
    crates = lent("MK000078")
    assert crates.lend_row("Huber", "MK000091", "MK000121") is None
    assert list(crates.lent()) == ["MK000078", "MK000091", "MK000108", "MK00011X", "MK000121"]
    assert crates.lent()["MK00011X"] == "Huber"


def test_a_row_of_one_and_one_of_twenty():
    crates = solution.Crates()
    crates.lend_row("Huber", "MK000121", "MK000121")
    assert crates.lent() == {"MK000121": "Huber"}
    crates.lend_row("Rossi", "AA000016", "AA00020X")
    assert len(crates.lent()) == 21


def test_a_crate_comes_back_and_is_lent_again():
    crates = lent("MK000121", "MK00008X")
    assert crates.take_back("MK000121") is None
    assert crates.lent() == {"MK00008X": "Rossi"}
    crates.lend("Huber", "MK000121")
    assert list(crates.lent().items()) == [("MK00008X", "Rossi"), ("MK000121", "Huber")]


def test_crates_of_a_row_come_back_one_by_one():
    crates = solution.Crates()
    crates.lend_row("Huber", "MK000091", "MK000121")
    for number in ("MK000108", "MK000121", "MK000091"):
        crates.take_back(number)
    assert crates.lent() == {"MK00011X": "Huber"}


def test_what_is_given_out_is_a_copy():
    crates = lent("MK000121")
    crates.lent().clear()
    assert crates.lent() == {"MK000121": "Rossi"}
    assert solution.Crates().lent() == {}
