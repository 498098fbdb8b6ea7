from harness import solution


def sheet(**cells):
    made = solution.Sheet()
    for cell, text in cells.items():
        made.put(cell, text)
    return made


def worked_out(formula, **cells):
    return sheet(Z99=formula, **cells).value("Z99")


def same(one, other):
    return type(one) is type(other) and one == other


def test_numbers_and_texts():
    made = sheet(A1="20", A2=" -3 ", A3="17.5", A4="Fly", A5="  ", A6="1.", A7="3 dogs", B1="-0.25", B2="Moss & \"Gyp\"")
    assert same(made.value("A1"), 20) and same(made.value("A2"), -3)
    assert same(made.value("A3"), 17.5) and same(made.value("B1"), -0.25)
    assert [made.value(cell) for cell in ("A4", "A5", "A6", "A7", "B2", "C1")] == [
        "Fly", None, "1.", "3 dogs", 'Moss & "Gyp"', None]


def test_arithmetic():
    for formula, value in (
        ("=1 + 2 * 3", 7), ("=(1+2)*3", 9), ("=10 - 4 - 3", 3), ("=8 / 4 / 2", 1.0), ("=-3 + 5", 2), ("=2 * -3", -6),
        ("=7/2", 3.5), ("= 0.5*4 ", 2.0), ("=((2))", 2), ("=-(1 + 2)", -3), ("=" + "(" * 20 + "5" + ")" * 20, 5),
        ("=" + " + ".join("1" * 40), 40),
    ):
        assert same(worked_out(formula), value), formula


def test_cells():
    made = sheet(A1="3", B12="0.5", C1="=A1 * B12", D1="=C1 + A1 - D9")
    assert same(made.value("D1"), 4.5)
    made.put("A1", "4")
    assert same(made.value("D1"), 6.0)
    made.put("A1", "=2*B12")
    assert same(made.value("D1"), 1.5)


def test_functions():
    cells = {"A1": "4", "A2": "Fly", "B1": "=A1 / 2", "B3": "-1.5", "C9": "100"}
    assert same(worked_out("=SUM(A1:B3)", **cells), 4.5)
    assert same(worked_out("=MAX( A1 : C9 ) - MIN (A1:B3)*2", **cells), 103.0)
    assert same(worked_out("=SUM(A1:A1)", **cells), 4)
    assert [worked_out(f"={name}(A2:A5)", **cells) for name in ("SUM", "MIN", "MAX")] == [0, 0, 0]


def test_what_cannot_be_worked_out():
    cells = {"A1": "4", "A2": "Fly", "B1": "=1/0", "B2": "=B3", "B3": "=B2 + 1", "B4": "=B4"}
    made = sheet(**cells)
    assert [made.value(cell) for cell in ("B1", "B2", "B3", "B4")] == [None] * 4
    for formula in ("=A2 + 1", "=B1 + 1", "=B4", "=", "=1 +", "=(1", "=1)", "=1 2", "=A1 A1", "=* 2", "=SUM()", "=SUM(A1)", "=Fly"):
        assert worked_out(formula, **cells) is None, formula


def test_loading():
    made = sheet(A1="5", Z99="7")
    made.load('dog,"pen, shed",total\r\n"Fly ""the"" Third",8.5,=B2*2\r\n\r\nMoss,"=MAX(B2:B3)"\r\n')
    assert made.value("Z99") is None and made.value("A1") == "dog"
    assert [made.value(cell) for cell in ("B1", "A2", "C2", "A3", "A4", "B4")] == [
        "pen, shed", 'Fly "the" Third', 17.0, None, "Moss", 8.5]
    made.put("B2", "9")
    assert made.value("C2") == 18


def test_sheets_of_their_own():
    one, other = sheet(A1="1"), sheet(A1="2")
    assert (one.value("A1"), other.value("A1")) == (1, 2)
