from harness import solution, web_client

PRICES = {"cotton": 1250, "silk": 3999, "Wool & more": 77}


class Shop:
    def __init__(self):
        roles = {"ada": "customer", "Ben O'Neil": "customer", "rea": "reseller", "wil": "workshop"}
        self.app = solution.create_app({name: {"password": f"owl of {name}", "role": role} for name, role in roles.items()}, dict(PRICES))

    def client(self, name=None):
        made = web_client(self.app)
        if name:
            answer = made.post("/login", json={"name": name, "password": f"owl of {name}"})
            assert answer.status_code == 200 and answer.get_json()["name"] == name
        return made


def items(**counts):
    return [{"kind": kind, "count": count} for kind, count in counts.items()]


def asked(client, method, path, body=None, status=200):
    answer = getattr(client, method)(path, json=body) if body is not None else getattr(client, method)(path)
    assert answer.status_code == status, (path, answer.status_code)
    return answer.get_json(silent=True)


def ordered(client, number, **counts):
    quote = asked(client, "post", "/quotes", {"items": items(**counts)}, 201)
    return asked(client, "post", f"/quotes/{quote['id']}/order", {}, 201)


def test_who_logs_in():
    shop = Shop()
    assert asked(shop.client(), "post", "/login", {"name": "rea", "password": "owl of rea"}) == {"name": "rea", "role": "reseller"}
    for name, password in (("rea", "owl of ada"), ("eve", "owl of eve"), ("", "")):
        asked(shop.client(), "post", "/login", {"name": name, "password": password}, 401)


def test_quotes():
    shop = Shop()
    ada, rea = shop.client("ada"), shop.client("rea")
    made = {"id": 1, "items": items(cotton=3, silk=1), "total": 7749}
    assert asked(ada, "post", "/quotes", {"items": made["items"]}, 201) == made
    assert asked(rea, "post", "/quotes", {"items": made["items"]}, 201) == {**made, "id": 2, "total": 6199}
    assert asked(ada, "get", "/quotes/1") == made
    changed = {"id": 1, "items": [{"kind": "Wool & more", "count": 500}], "total": 38500}
    assert asked(ada, "put", "/quotes/1", {"items": changed["items"]}) == asked(ada, "get", "/quotes/1") == changed


def test_orders():
    shop = Shop()
    ada, ben, wil = (shop.client(name) for name in ("ada", "Ben O'Neil", "wil"))
    first = {"number": 1, "customer": "ada", "items": items(cotton=3), "total": 3750}
    second = {"number": 2, "customer": "Ben O'Neil", "items": items(silk=1, cotton=1), "total": 5249}
    assert ordered(ada, 1, cotton=3) == first
    assert ordered(ben, 2, silk=1, cotton=1) == second
    assert asked(ada, "get", "/orders") == [first]
    assert asked(ben, "get", "/orders") == [second]
    assert asked(wil, "get", "/orders") == [first, second]


def test_a_quote_is_ordered_once():
    ada = Shop().client("ada")
    order = ordered(ada, 1, cotton=3)
    asked(ada, "put", "/quotes/1", {"items": items(cotton=1)}, 409)
    asked(ada, "post", "/quotes/1/order", {}, 409)
    assert asked(ada, "get", "/orders") == [order]


def test_items_that_are_none():
    ada = Shop().client("ada")
    asked(ada, "post", "/quotes", {"items": items(cotton=3)}, 201)
    for wrong in ([], items(paper=1), items(cotton=0), items(cotton=501), items(cotton=1, silk=-1)):
        asked(ada, "post", "/quotes", {"items": wrong}, 400)
        asked(ada, "put", "/quotes/1", {"items": wrong}, 400)
    assert asked(ada, "get", "/quotes/1")["total"] == 3750


def test_rebates():
    shop = Shop()
    ada, wil = shop.client("ada"), shop.client("wil")
    order = ordered(ada, 1, silk=1)
    lower = {**order, "total": 3599}
    assert asked(wil, "post", "/orders/1/rebate", {"percent": 10}) == lower
    assert asked(ada, "get", "/orders") == asked(wil, "get", "/orders") == [lower]
    asked(wil, "post", "/orders/1/rebate", {"percent": 51}, 400)
    asked(wil, "post", "/orders/2/rebate", {"percent": 10}, 404)
    asked(ada, "post", "/orders/1/rebate", {"percent": 10}, 403)


def test_roles():
    shop = Shop()
    ada, wil = shop.client("ada"), shop.client("wil")
    asked(ada, "post", "/quotes", {"items": items(cotton=3)}, 201)
    assert asked(wil, "put", "/people/ada/role", {"role": "reseller"}) == {"name": "ada", "role": "reseller"}
    assert asked(ada, "get", "/quotes/1")["total"] == 3000
    assert asked(ada, "post", "/quotes/1/order", {}, 201)["total"] == 3000
    assert asked(wil, "put", "/people/ada/role", {"role": "customer"}) == {"name": "ada", "role": "customer"}
    assert asked(ada, "get", "/orders")[0]["total"] == 3000
    asked(wil, "put", "/people/eve/role", {"role": "reseller"}, 404)
    asked(ada, "put", "/people/ada/role", {"role": "reseller"}, 403)


def test_what_is_not_there_or_not_ones_own():
    shop = Shop()
    ada, ben = shop.client("ada"), shop.client("Ben O'Neil")
    asked(ada, "post", "/quotes", {"items": items(cotton=3)}, 201)
    for client, number in ((ben, 1), (ada, 2)):
        asked(client, "get", f"/quotes/{number}", status=404)
        asked(client, "put", f"/quotes/{number}", {"items": items(cotton=1)}, 404)
        asked(client, "post", f"/quotes/{number}/order", {}, 404)
    assert asked(ada, "get", "/quotes/1")["total"] == 3750


def test_without_login():
    shop = Shop()
    ordered(shop.client("ada"), 1, cotton=3)
    nobody = shop.client()
    asked(nobody, "get", "/quotes/1", status=401)
    asked(nobody, "get", "/orders", status=401)
    asked(nobody, "post", "/quotes", {"items": items(cotton=1)}, 401)
    asked(nobody, "post", "/orders/1/rebate", {"percent": 1}, 401)
    asked(nobody, "put", "/people/ada/role", {"role": "reseller"}, 401)
