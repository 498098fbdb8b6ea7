from harness import solution, web_client
from probes import database

COLUMNS = "id INTEGER PRIMARY KEY, maker TEXT, model TEXT, year INTEGER, price INTEGER, paid INTEGER, sold INTEGER"
ROWS = [
    (1, "Hermes", "Baby", 1951, 140, 60, 0),
    (2, "Hermes", "3000", 1962, 300, 110, 0),
    (3, "Olivetti", "Lettera 22", 1958, 220, 90, 1),
    (4, "Olivetti", "Lettera 32", 1963, 95, 20, 0),
    (7, "Groma", "Kolibri; flat -- \"blue\"", 1955, 1200, 700, 0),
    (5, "L'Avenir & Fils", "No. 5", 1931, 480, 300, 0),
    (6, "Hermes", "Media or min", 1951, 80, 30, 1),
    (8, "Hermes", "Media (2)", 1936, 180, 40, 0),
]
db = None


def setup():
    global db
    db = database.create("typing/shop.db", {"machines": (COLUMNS, ROWS)})


def ask(path, **conditions):
    response = web_client(solution.create_app(db.path)).get(path, query_string=conditions)
    assert response.status_code == 200
    return response.get_json()


def ids(**conditions):
    return [machine["id"] for machine in ask("/machines", **conditions)]


def test_all_that_are_in_stock_in_order_of_id():
    keys = ("id", "maker", "model", "year", "price")
    stock = [dict(zip(keys, row)) for row in sorted(ROWS) if not row[-1]]
    assert ask("/machines") == stock


def test_equal():
    assert ids(maker="Hermes") == [1, 2, 8]
    assert ids(model="3000") == [2]
    assert ids(year="1951") == [1]
    assert ids(price="95") == [4]
    assert ids(maker="Herm") == []


def test_or_more_and_or_less():
    assert ids(year__min="1955") == [2, 4, 7]
    assert ids(year__max="1951") == [1, 5, 8]
    assert ids(price__min="300") == [2, 5, 7]
    assert ids(price__max="140") == [1, 4]
    assert ids(maker__min="L") == [4, 5]
    assert ids(model__max="Baby") == [1, 2]


def test_contains():
    assert ids(maker__contains="erm") == [1, 2, 8]
    assert ids(model__contains="Lettera 3") == [4]
    assert ids(model__contains="Continental") == []


def test_several_conditions():
    assert ids(maker="Hermes", year__min="1940", price__max="200") == [1]
    assert ids(year__min="1951", year__max="1955") == [1, 7]
    assert ids(model__contains="tt", maker__contains="vett", price="95") == [4]


def test_values_may_hold_signs_and_words():
    assert ids(model='Kolibri; flat -- "blue"') == [7]
    assert ids(maker__contains="Avenir & F") == [5]
    assert ids(model__contains="-- \"blue") == [7]
    assert ids(model="Media (2)") == [8]


def test_a_summary():
    assert ask("/summary") == {"count": 6, "lowest": 95, "highest": 1200}
    assert ask("/summary", maker="Hermes", year__max="1955") == {"count": 2, "lowest": 140, "highest": 180}
    assert ask("/summary", price__min="500", model__contains="flat") == {"count": 1, "lowest": 1200, "highest": 1200}


def test_a_summary_of_nothing():
    assert ask("/summary", maker="Adler") == {"count": 0, "lowest": None, "highest": None}


def test_a_machine_that_was_sold_meanwhile():
    till = database.create("typing/till.db", {"machines": (COLUMNS, ROWS[:2])})
    client = web_client(solution.create_app(till.path))
    assert [machine["id"] for machine in client.get("/machines").get_json()] == [1, 2]
    till.change("UPDATE machines SET sold = 1 WHERE id = 2")
    assert [machine["id"] for machine in client.get("/machines").get_json()] == [1]
    assert client.get("/summary").get_json() == {"count": 1, "lowest": 140, "highest": 140}
