from harness import solution, web_client


def volunteer(number, name, role="helper", crew=None, meals=0):
    return {"id": number, "token": f"tok-{name}", "name": name, "phone": f"0{number}", "shirt": "M", "role": role,
        "crew": crew, "meals": meals}


def site():
    people = [volunteer(4, "ann", "lead", "office", 2), volunteer(9, "eve", crew="gate", meals=1), volunteer(7, "bo")]
    return web_client(solution.create_app(people))


def ask(client, method, path, who=None, json=None, status=200):
    headers = {} if who is None else {"Authorization": f"Bearer tok-{who}"}
    answer = client.open(path, method=method, headers=headers, json=json)
    assert answer.status_code == status, f"{method} {path}: {answer.status_code}"
    return answer.get_json() if status in (200, 201) else None


def test_a_volunteer_sees_herself():
    assert ask(site(), "GET", "/me", "eve") == {
        "id": 9, "name": "eve", "phone": "09", "shirt": "M", "role": "helper", "crew": "gate", "meals": 1}
    assert ask(site(), "GET", "/me", "bo")["crew"] is None


def test_she_changes_what_she_tells_of_herself():
    client = site()
    changed = ask(client, "PATCH", "/me", "eve", {"phone": "0660 4711"})
    assert changed["phone"] == "0660 4711" and changed["name"] == "eve" and changed["meals"] == 1
    ask(client, "PATCH", "/me", "eve", {"name": "Eve O'Neil <3", "shirt": "XL", "phone": ""})
    assert ask(client, "GET", "/me", "eve") == {
        "id": 9, "name": "Eve O'Neil <3", "phone": "", "shirt": "XL", "role": "helper", "crew": "gate", "meals": 1}
    assert ask(client, "GET", "/me", "bo")["name"] == "bo"


def test_a_newcomer_is_a_helper():
    client = site()
    made = ask(client, "POST", "/volunteers", None, {"name": "Cy", "phone": "1", "shirt": "S"}, 201)
    assert set(made) == {"id", "token"} and made["id"] == 10 and isinstance(made["token"], str)
    answer = client.get("/me", headers={"Authorization": f"Bearer {made['token']}"})
    assert answer.get_json() == {
        "id": 10, "name": "Cy", "phone": "1", "shirt": "S", "role": "helper", "crew": None, "meals": 0}
    again = ask(client, "POST", "/volunteers", None, {"name": "Cy", "phone": "1", "shirt": "S"}, 201)
    assert again["id"] == 11 and again["token"] != made["token"]


def test_leads_see_all_in_order():
    client = site()
    assert [one["id"] for one in ask(client, "GET", "/volunteers", "ann")] == [4, 7, 9]
    assert [one["name"] for one in ask(client, "GET", "/volunteers", "ann")] == ["ann", "bo", "eve"]
    assert all(len(one) == 7 and "token" not in one for one in ask(client, "GET", "/volunteers", "ann"))


def test_leads_plan():
    client = site()
    changed = ask(client, "PATCH", "/volunteers/7", "ann", {"crew": "bar", "meals": 3})
    assert changed == {
        "id": 7, "name": "bo", "phone": "07", "shirt": "M", "role": "helper", "crew": "bar", "meals": 3}
    ask(client, "PATCH", "/volunteers/7", "ann", {"crew": None})
    assert ask(client, "GET", "/me", "bo")["crew"] is None
    ask(client, "PATCH", "/volunteers/12", "ann", {"crew": "bar"}, 404)


def test_who_is_made_a_lead_plans_too():
    client = site()
    assert ask(client, "PATCH", "/volunteers/7", "ann", {"role": "lead"})["role"] == "lead"
    assert len(ask(client, "GET", "/volunteers", "bo")) == 3
    assert ask(client, "PATCH", "/volunteers/9", "bo", {"role": "lead", "meals": 0})["meals"] == 0


def test_helpers_do_not_plan():
    client = site()
    ask(client, "GET", "/volunteers", "eve", status=403)
    ask(client, "PATCH", "/volunteers/7", "eve", {"crew": "bar"}, 403)
    assert ask(client, "GET", "/me", "bo")["crew"] is None


def test_who_is_unknown():
    for who in (None, "nobody", ""):
        ask(site(), "GET", "/me", who, status=401)
        ask(site(), "PATCH", "/me", who, {"name": "x"}, 401)
        ask(site(), "GET", "/volunteers", who, status=401)
        ask(site(), "PATCH", "/volunteers/7", who, {"crew": "bar"}, 401)
