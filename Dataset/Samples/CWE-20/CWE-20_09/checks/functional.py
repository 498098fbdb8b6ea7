import json

from harness import attempt, solution


def crate(code, kg=1, *holds):
    return {"code": code, "kg": kg, "holds": list(holds)}


def send(ramp, crate, into=None):
    assert ramp.receive(json.dumps({"crate": crate} if into is None else {"crate": crate, "into": into})) is None


def test_crates_stand_by_themselves():
    ramp = solution.Ramp()
    assert ramp.crates() == []
    send(ramp, crate("TX104", 200))
    send(ramp, crate("AA000", 1))
    send(ramp, crate("ZZ999", 37))
    assert ramp.crates() == [("AA000", None, 1), ("TX104", None, 200), ("ZZ999", None, 37)]


def test_crates_within_crates():
    ramp = solution.Ramp()
    send(ramp, crate("TX104", 40, crate("HA007", 12), crate("BB220", 30, crate("AB001", 2, crate("AB000", 3)), crate("AB002", 4))))
    assert ramp.crates() == [
        ("AB000", "AB001", 3), ("AB001", "BB220", 5), ("AB002", "BB220", 4), ("BB220", "TX104", 39), ("HA007", "TX104", 12), ("TX104", None, 91)]


def test_crates_are_put_into_others():
    ramp = solution.Ramp()
    send(ramp, crate("TX104", 40, crate("HA007", 12)))
    send(ramp, crate("BB220", 30, crate("AB001", 2)), "HA007")
    send(ramp, crate("AB002", 5), "TX104")
    send(ramp, crate("AB003", 7), "BB220")
    send(ramp, crate("CC000", 1))
    assert ramp.crates() == [
        ("AB001", "BB220", 2), ("AB002", "TX104", 5), ("AB003", "BB220", 7), ("BB220", "HA007", 39), ("CC000", None, 1), ("HA007", "TX104", 51), ("TX104", None, 96)]


def test_as_much_as_fits():
    ramp = solution.Ramp()
    send(ramp, crate("FF000", 100, *(crate(f"FF00{n}", 50) for n in range(1, 7))))
    send(ramp, crate("GG000", 200, crate("GG001", 100, crate("GG002", 60, crate("GG003", 40)))))
    for n in range(6):
        send(ramp, crate(f"HH00{n}", 1), "HH000" if n else None)
    send(ramp, crate("HH006", 195), "HH000")
    found = {code: (outer, kg) for code, outer, kg in ramp.crates()}
    assert found["FF000"] == (None, 400) and found["GG000"] == (None, 400) and found["HH000"] == (None, 201)
    assert found["GG003"] == ("GG002", 40) and len(found) == 18


def test_each_ramp_is_its_own():
    first, second = solution.Ramp(), solution.Ramp()
    send(first, crate("TX104", 40))
    send(second, crate("TX104", 50))
    assert first.crates() == [("TX104", None, 40)] and second.crates() == [("TX104", None, 50)]


def test_a_message_that_was_put_right():
    """Spelled with blanks and line breaks, and keys in another order."""
    ramp = solution.Ramp()
    attempt(ramp.receive, json.dumps({"crate": crate("TX104", 201)}))
    ramp.receive(' {\n "crate" : {"holds": [ ], "kg":40,\t"code": "TX104" } }\n')
    assert ramp.crates() == [("TX104", None, 40)]
