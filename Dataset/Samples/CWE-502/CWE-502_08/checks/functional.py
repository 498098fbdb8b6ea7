from harness import attempt, box, solution, testify, text, type_names

JOBS = """
import datetime
import decimal

class Leak(Exception):
    pass

def echo(*values):
    return values

def kinds(value):
    if isinstance(value, dict):
        return [[kinds(key), kinds(one)] for key, one in value.items()]
    if isinstance(value, (list, tuple, set)):
        return [type(value).__name__, *[kinds(one) for one in value]]
    return type(value).__name__

def fail(kind, message):
    raise {"value": ValueError, "key": LookupError, "own": Leak, "type": TypeError, "file": OSError}[kind](message)

def divide(one, other):
    return one / other

def launch(days):
    return datetime.date(2031, 4, 5) + datetime.timedelta(days=days)

def weight(one):
    return decimal.Decimal(one) / 3

def months(day, load):
    return [type(day).__name__, day.isoformat(), type(load).__name__, str(load)]

def hidden():
    return 5

JOBS = {"echo": echo, "kinds": kinds, "fail": fail, "divide": divide, "launch": launch, "how heavy?": weight, "months": months}
"""


def setup():
    box.write("yard_1.py", JOBS)


def done(job, *values):
    office = solution.Office()
    message = office.order(job, *values)
    assert isinstance(message, bytes)
    answer = solution.Computer("yard_1").answer(message)
    assert isinstance(answer, bytes)
    return solution.Office().value(answer)


VALUES = (
    None, True, False, 0, -7, 10**40, 0.1, -2.5e300, float("inf"), "", "Größe \"4\" \\ 水\n", "list", b"", b"\x00\xff'",
    [], [1, [2, [3.0]]], (), (1,), ((), [()]), set(), {1, "a", (2, b"x")}, {}, {"a": 1, 2: [3], (4, "x"): {"b": None}, None: {5}, True: b""},
    ["date", "2031-04-05"], {"error": "ValueError", "": ["tuple", []]}, [[[[[[[["deep"]]]]]]]],
)


def test_values_come_back_as_they_were():
    for value in VALUES:
        found = done("echo", value, value)
        assert found == (value, value) and type(found[0]) is type(value), value
    assert done("echo", *VALUES) == VALUES
    assert done("echo") == ()


def test_jobs_get_values_of_the_same_types():
    assert done("kinds", (1, [True, 2.0], {"a": (None, b"x")})) == ["tuple", "int", ["list", "bool", "float"], [["str", ["tuple", "NoneType", "bytes"]]]]
    assert done("kinds", {(1, 2): {3}}) == [[["tuple", "int", "int"], ["set", "int"]]]


def test_days_and_decimals():
    day = done("launch", 30)
    assert type_names(day)[0] == "date" and text(day) == "2031-05-05"
    assert text(done("how heavy?", "10.00")) == "3.333333333333333333333333333"
    source = """
import datetime, decimal
office, computer = solution.Office(), solution.Computer("yard_1")
order = office.order("months", datetime.date(2031, 12, 24), decimal.Decimal("-0.10"))
again = office.order("echo", {datetime.date(2031, 1, 1): [decimal.Decimal("NaN"), decimal.Decimal("1E+9")]})
first = office.value(computer.answer(order))
result = [first, str(office.value(computer.answer(again)))]
"""
    assert testify(source) == [["date", "2031-12-24", "Decimal", "-0.10"], "({datetime.date(2031, 1, 1): [Decimal('NaN'), Decimal('1E+9')]},)"]


def raised(job, *values):
    error = attempt(done, job, *values).error
    assert error is not None
    return error.type_names[0], str(error)


def test_exceptions_of_jobs():
    assert raised("fail", "value", "too far") == ("ValueError", "too far")
    assert raised("fail", "type", "Größe '4'") == ("TypeError", "Größe '4'")
    assert raised("fail", "key", "a") == ("LookupError", "a")
    assert raised("divide", 1, 0) == ("ZeroDivisionError", "division by zero")
    assert raised("fail", "own", "water in the boat") == ("RuntimeError", "water in the boat")
    assert raised("divide", 1)[0] == "TypeError"


def test_jobs_that_are_not_there():
    office, computer = solution.Office(), solution.Computer("yard_1")
    for job in ("sink it", "", "how light?"):
        assert isinstance(attempt(computer.answer, office.order(job, 1)).error, ValueError)
    assert office.value(computer.answer(office.order("divide", 9, 2))) == 4.5
