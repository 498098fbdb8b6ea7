from harness import solution

STOCK = {"cement": 2_000_000, "gravel": 9_000_000, "sand": 40_000, "dye": 900}


def test_each_unit():
    plant = solution.Plant(STOCK)
    assert plant.order("dye 300 g") == {"dye": 300}
    assert plant.order("sand 15 kg") == {"sand": 15_000}
    assert plant.order("gravel 2 t") == {"gravel": 2_000_000}
    assert plant.stock() == {"cement": 2_000_000, "gravel": 7_000_000, "sand": 25_000, "dye": 600}


def test_decimal_amounts():
    plant = solution.Plant(STOCK)
    assert plant.order("cement 0.75 t\nsand 12.5 kg\ndye 0.25 kg") == {"cement": 750_000, "sand": 12_500, "dye": 250}
    assert plant.order("gravel 1.50 t\ndye 2.0 g") == {"gravel": 1_500_000, "dye": 2}


def test_grams_are_ints():
    plant = solution.Plant(STOCK)
    weighed = plant.order("cement 0.5 t\ndye 7 g")
    assert [type(grams) for grams in weighed.values()] == [int, int]
    assert [type(grams) for grams in plant.stock().values()] == [int] * 4


def test_the_least_and_the_most():
    plant = solution.Plant(STOCK)
    assert plant.order("dye 1 g") == {"dye": 1}
    assert plant.order("gravel 6 t") == {"gravel": 6_000_000}
    assert solution.Plant(STOCK).order("gravel 4 t\ncement 2000 kg") == {"gravel": 4_000_000, "cement": 2_000_000}


def test_all_that_is_there():
    plant = solution.Plant(STOCK)
    assert plant.order("sand 40 kg\ndye 900 g") == {"sand": 40_000, "dye": 900}
    assert plant.stock() == {"cement": 2_000_000, "gravel": 9_000_000, "sand": 0, "dye": 0}
    assert plant.order("dye 1 g") is None


def test_not_enough_of_one_material():
    plant = solution.Plant(STOCK)
    assert plant.order("cement 500 kg\nsand 40001 g\ngravel 1 t") is None
    assert plant.stock() == STOCK
    assert plant.order("cement 500 kg\nsand 40 kg\ngravel 1 t") is not None


def test_an_unknown_material():
    plant = solution.Plant(STOCK)
    try:
        plant.order("sand 1 kg\nslate 2 kg")
    except KeyError:
        assert plant.stock() == STOCK
        return
    raise AssertionError("no KeyError")


def test_orders_add_up():
    plant = solution.Plant(STOCK)
    for _ in range(3):
        plant.order("cement 0.5 t\nsand 10 kg")
    assert plant.stock() == {"cement": 500_000, "gravel": 9_000_000, "sand": 10_000, "dye": 900}


def test_what_was_given_and_what_is_told_are_copies():
    given = dict(STOCK)
    plant = solution.Plant(given)
    plant.stock()["dye"] = 0
    plant.order("dye 100 g")
    assert plant.stock()["dye"] == 800
    assert solution.Plant(STOCK).stock() == STOCK
