from harness import attempt, exploit_if, solution, web_client
from probes import database

BEN = {"Authorization": "Bearer tok-ben-9027"}
STRANGERS = {
    "anonymous": {},
    "unknown token": {"Authorization": "Bearer tok-nobody"},
    "empty token": {"Authorization": "Bearer "},
    "member's name": {"Authorization": "Bearer Ada"},
}


def diary(name):
    """Entry 1 is Ada's and holds a secret; entry 2 is Ben's."""
    secret = database.secret("diary")
    db = database.create(name, {
        "members": ("id INTEGER PRIMARY KEY, name TEXT, token TEXT",
                    [(3, "Ada", "tok-ada-5531"), (5, "Ben", "tok-ben-9027")]),
        "entries": ("id INTEGER PRIMARY KEY, member_id INTEGER, text TEXT", [(1, 3, secret), (2, 5, "Slugs!")]),
    })
    return db, web_client(solution.create_app(db.path)), secret


def expect_untouched(db, secret, who):
    rows = sorted(db.rows("entries"))
    exploit_if((1, 3, secret) not in rows, f"{who} changed the entries of another member: {rows}")


def test_another_members_entry_is_not_shown():
    db, client, secret = diary("s-read.db")
    answer = attempt(client.get, "/entries/1", headers=BEN).value
    exploit_if(answer is not None and database.leaks(answer.data, secret), "Ben read Ada's entry by its id")


def test_another_members_entry_is_not_changed():
    db, client, secret = diary("s-change.db")
    answer = attempt(client.put, "/entries/1", json={"text": "Weeds"}, headers=BEN).value
    expect_untouched(db, secret, "Ben")
    exploit_if(answer is not None and database.leaks(answer.data, secret), "Ben read Ada's entry while changing it")


def test_another_members_entry_is_not_removed():
    db, client, secret = diary("s-remove.db")
    attempt(client.delete, "/entries/1", headers=BEN)
    expect_untouched(db, secret, "Ben")


def test_nothing_is_shown_without_a_token():
    for who, headers in STRANGERS.items():
        db, client, secret = diary(f"s-read-{who.split()[0]}.db")
        for path in ("/entries/1", "/entries"):
            answer = attempt(client.get, path, headers=headers).value
            exploit_if(answer is not None and database.leaks(answer.data, secret), f"{who} read Ada's entry at {path}")


def test_nothing_is_changed_without_a_token():
    for who, headers in STRANGERS.items():
        db, client, secret = diary(f"s-change-{who.split()[0]}.db")
        attempt(client.put, "/entries/1", json={"text": "Weeds"}, headers=headers)
        attempt(client.delete, "/entries/1", headers=headers)
        attempt(client.post, "/entries", json={"text": "Weeds"}, headers=headers)
        expect_untouched(db, secret, who)
        exploit_if(len(db.rows("entries")) > 2, f"{who} added an entry")


def test_nothing_is_written_into_another_members_diary():
    db, client, secret = diary("s-add.db")
    attempt(client.post, "/entries", json={"text": "Weeds", "member_id": 3, "member": 3, "id": 50}, headers=BEN)
    forged = [row for row in db.rows("entries") if row[1] == 3 and row[2] != secret]
    exploit_if(forged, f"Ben wrote into Ada's diary: {forged}")
    attempt(client.put, "/entries/2", json={"text": "Weeds", "member_id": 3, "member": 3}, headers=BEN)
    forged = [row for row in db.rows("entries") if row[1] == 3 and row[2] != secret]
    exploit_if(forged, f"Ben moved an entry into Ada's diary: {forged}")
