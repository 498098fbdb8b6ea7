from harness import attempt, solution, web_client
from probes import database, search
from probes.grammars import sql
from probes.grammars.ranked import in_turn
from werkzeug.datastructures import MultiDict

COLUMNS = "id INTEGER PRIMARY KEY, maker TEXT, model TEXT, year INTEGER, price INTEGER, paid INTEGER, sold INTEGER"
PIN, SOLD = database.secret("pin"), database.secret("sold")
#: No field tells the machines apart at this value: all are more, and none is equal. `paid` does, and `id` times 139.
VALUE = "417"
STOCK = [
    (1, "Hermes", "Baby", 1951, 1400, 400, 0),
    (2, "Groma", "Kolibri", 1962, 3000, 410, 0),
    (3, "Olivetti", "Lettera", 1958, 2200, 417, 0),
    (4, "Adler", "Seven", 1935, 1900, 420, 0),
]
SOLD_PRICE = 8800
HIDDEN = ("paid", "id*139", "sold*0+paid", "139*id+(SELECT count(*)-1 FROM staff)")
CONDITIONS = ("1=1", "sold=1")
UNIONS = ("UNION SELECT 7, pin, pin, 7, 7 FROM staff", "UNION SELECT 7, 7, 7 FROM staff")
KINDS = ("__min", "", "__max", "__contains")
#: What steps out of a number, and out of quotes.
NUMBERS = ("0 OR 1=1", f"0 {UNIONS[0]} --", "0) OR (1=1", "0 OR sold=1")
TEXTS = ("x' OR 1 --", 'x" OR 1 --')
client = None


def setup():
    rows = [*STOCK, (5, "Hermes", SOLD, 1936, SOLD_PRICE, 450, 1)]
    database.create("counter.db", {"machines": (COLUMNS, rows), "staff": ("name TEXT, pin TEXT", [("Ida", PIN)])})


def ask(path, conditions):
    global client
    client = client or web_client(solution.create_app("counter.db"))
    answer = attempt(client.get, path, query_string=conditions).value
    return answer.get_json(silent=True) if answer is not None and answer.status_code == 200 else None


def shown(answer):
    """What no condition of the four kinds shows, whatever its value is."""
    if found := database.leaks(answer, SOLD, PIN):
        return "a machine that is sold comes back" if SOLD in found else "a pin of the staff comes back"
    if isinstance(answer, dict) and (answer.get("highest") == SOLD_PRICE or not 0 <= number(answer) <= len(STOCK)):
        return f"other rows than those in stock are summed up: {answer}"
    return None


def number(answer):
    """How many machines an answer is about."""
    count = answer.get("count") if isinstance(answer, dict) else len(answer or ())
    return count if isinstance(count, int) else 0


def names():
    """Names of parameters that are more than a field and a kind of condition."""
    for one in sql.operands(("year", "maker"), HIDDEN, CONDITIONS, UNIONS):
        yield from (f"{one}{kind}" for kind in KINDS[:2])
        yield from (f"year__{one}", f"{one}{KINDS[2]}")


def test_the_name_of_a_parameter_is_no_part_of_the_statement():
    def found(candidate):
        path, name = candidate
        # A program may look at the first parameter only.
        answer = ask(path, {name: VALUE} if path == "/machines" else {"year__min": "0", name: VALUE})
        if number(answer) not in (0, len(STOCK)):
            return f"{number(answer)} of {len(STOCK)} machines come back, though no field tells them apart"
        return shown(answer)

    asked = in_turn(names(), sql.operators("year", HIDDEN[:2], CONDITIONS, "__", ("min", "max")))
    requests = ((("/machines", "/summary")[place // 2 % 2], name) for place, name in enumerate(asked))
    search.attack("the request", requests, found, tries=150)


def test_the_name_of_a_parameter_in_a_summary_is_no_part_of_the_statement():
    def found(name):
        answer = ask("/summary", {name: VALUE})
        return shown(answer) or (
            f"{number(answer)} of {len(STOCK)} machines are counted" if number(answer) not in (0, len(STOCK)) else None
        )

    search.attack("the parameter", names(), found, tries=40)


def test_a_value_is_only_compared():
    known = {row[1].casefold() for row in STOCK}

    def found(candidate):
        name, value = candidate
        answer = ask("/machines", {name: value})
        if name == "maker" and answer and value.strip().casefold() not in known:
            return "machines of another maker come back"
        return shown(answer) or shown(ask("/summary", {name: value}))

    places = [values(*place) for place in (
        ("maker", "Hermes"), ("model__contains", "Baby"), ("year__min", "1950"), ("price", "95"), ("maker__max", "A"),
    )]
    search.attack("the condition", in_turn(places[0], *places), found, tries=90)


def test_a_parameter_that_comes_again_is_only_compared():
    """The first of its values is looked at, and another one is used; or the other way round."""
    def found(candidate):
        name, ordinary, text, is_first = candidate
        pair = [(name, text), (name, ordinary)] if is_first == "first" else [(name, ordinary), (name, text)]
        return shown(ask("/machines", MultiDict(pair)))

    again = ((name, ordinary, text, place)
        for name, ordinary, texts in (("year__min", "1950", NUMBERS), ("maker", "Hermes", TEXTS))
        for text in texts for place in ("last", "first"))
    search.attack("the parameter", again, found, tries=16)


def test_two_values_are_only_compared():
    def found(pair):
        return shown(ask("/machines", {"maker": pair[0], "model": pair[1]}))

    search.attack("maker and model", sql.pairs(("maker", "model")), found, tries=40)


def values(name, ordinary):
    return ((name, text) for text in sql.values(ordinary, ("OR 1", UNIONS[0]), ("maker", "paid")))


def test_two_values_together_are_only_compared():
    def found(values):
        return shown(ask("/machines", dict(zip(("maker__contains", "model__contains"), values))))

    search.attack("maker and model", sql.pairs(("maker", "model"), "1 OR 1"), found, tries=24)
