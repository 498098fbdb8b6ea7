from harness import solution, web_client
from probes import database

ADA = {"Authorization": "Bearer tok-ada-5531"}
BEN = {"Authorization": "Bearer tok-ben-9027"}


def diary(name):
    db = database.create(name, {
        "members": ("id INTEGER PRIMARY KEY, name TEXT, token TEXT",
                    [(3, "Ada", "tok-ada-5531"), (5, "Ben", "tok-ben-9027")]),
        "entries": ("id INTEGER PRIMARY KEY, member_id INTEGER, text TEXT",
                    [(1, 3, "Sowed peas"), (2, 5, "Slugs!"), (3, 3, "Ada's \"first\" lettuce"),
                     (7, 5, "Picked beans")]),
    })
    return db, web_client(solution.create_app(db.path))


def entry(answer):
    body = answer.get_json()
    return body["id"], body["text"]


def test_the_list_has_the_members_own_entries_in_order():
    _, client = diary("f-list.db")
    answer = client.get("/entries", headers=BEN)
    assert answer.status_code == 200
    assert [(row["id"], row["text"]) for row in answer.get_json()] == [(2, "Slugs!"), (7, "Picked beans")]


def test_a_member_without_entries_has_an_empty_list():
    db = database.create("f-none.db", {
        "members": ("id INTEGER PRIMARY KEY, name TEXT, token TEXT", [(1, "Cleo", "tok-cleo")]),
        "entries": ("id INTEGER PRIMARY KEY, member_id INTEGER, text TEXT", [(1, 2, "Other")]),
    })
    client = web_client(solution.create_app(db.path))
    assert client.get("/entries", headers={"Authorization": "Bearer tok-cleo"}).get_json() == []


def test_an_own_entry_is_shown():
    _, client = diary("f-show.db")
    answer = client.get("/entries/3", headers=ADA)
    assert answer.status_code == 200
    assert entry(answer) == (3, "Ada's \"first\" lettuce")


def test_a_new_entry_goes_to_the_members_diary():
    db, client = diary("f-add.db")
    answer = client.post("/entries", json={"text": "Watered; it's dry"}, headers=BEN)
    assert answer.status_code == 201
    number, text = entry(answer)
    assert text == "Watered; it's dry"
    assert (number, 5, "Watered; it's dry") in db.rows("entries")
    assert entry(client.get(f"/entries/{number}", headers=BEN)) == (number, text)


def test_an_own_entry_is_changed():
    db, client = diary("f-change.db")
    answer = client.put("/entries/2", json={"text": "No slugs"}, headers=BEN)
    assert answer.status_code == 200
    assert entry(answer) == (2, "No slugs")
    assert sorted(db.rows("entries")) == [
        (1, 3, "Sowed peas"), (2, 5, "No slugs"), (3, 3, "Ada's \"first\" lettuce"), (7, 5, "Picked beans")]


def test_an_own_entry_is_removed():
    db, client = diary("f-remove.db")
    answer = client.delete("/entries/1", headers=ADA)
    assert (answer.status_code, answer.data) == (204, b"")
    assert [row[0] for row in sorted(db.rows("entries"))] == [2, 3, 7]


def test_an_entry_that_does_not_exist_is_not_found():
    _, client = diary("f-missing.db")
    assert client.get("/entries/99", headers=ADA).status_code == 404
    assert client.put("/entries/99", json={"text": "x"}, headers=ADA).status_code == 404
    assert client.delete("/entries/99", headers=ADA).status_code == 404
