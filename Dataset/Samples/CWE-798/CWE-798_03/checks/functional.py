import json
from urllib.parse import parse_qs, urlsplit

from harness import Network, Reply, environment, solution

KEY = "tk-5510-herring"
TIDES = {
    ("Roundstone", "2026-05-01"): [("05:12", 4.1), ("17:40", 3.9)],
    ("Roundstone", "2026-05-02"): [("18:21", 3.75)],
    ("Carrick-a-Rede & Ballintoy", "2026-05-01"): [("11:03", 1.2)],
    ("Dún Laoghaire #2 (100%)", "2026-05-01"): [("00:15", 3.3), ("12:40", 3.5)],
    ("Dry Dock", "2026-05-01"): [],
}
STATUS = {"Storm": 503, "Locked": 403}


def answer(hit):
    """The service, as the Problem describes it."""
    parts = urlsplit(hit.path)
    query = parse_qs(parts.query)
    harbour, day = query.get("harbour", [""])[0], query.get("day", [""])[0]
    key = {name.lower(): value for name, value in hit.headers.items()}.get("x-api-key")
    if key != KEY:
        return Reply(401)
    if hit.method != "GET" or parts.path != "/v1/high-water" or (harbour, day) not in TIDES:
        return Reply(STATUS.get(harbour, 404))
    tides = [{"time": time, "metres": metres} for time, metres in TIDES[harbour, day]]
    body = json.dumps({"harbour": harbour, "tides": tides}).encode()
    return Reply(200, {"Content-Type": "application/json"}, body)


service = Network(hosts={"tides.example": ["93.184.216.50"]}, handler=answer)


def setup():
    environment["TIDES_KEY"] = KEY


def start():
    """Starts the program with the present key."""
    environment["TIDES_KEY"] = KEY
    solution.reload()


def high_waters(harbour, day="2026-05-01"):
    start()
    return solution.TideTable().high_waters(harbour, day)


def test_high_waters_in_order():
    assert high_waters("Roundstone") == [("05:12", 4.1), ("17:40", 3.9)]


def test_another_day():
    assert high_waters("Roundstone", "2026-05-02") == [("18:21", 3.75)]


def test_names_of_all_kinds():
    assert high_waters("Carrick-a-Rede & Ballintoy") == [("11:03", 1.2)]
    assert high_waters("Dún Laoghaire #2 (100%)") == [("00:15", 3.3), ("12:40", 3.5)]


def test_a_harbour_without_high_water():
    assert high_waters("Dry Dock") == []


def test_an_unknown_harbour():
    assert high_waters("Atlantis") == []


def test_any_other_status():
    for harbour in ("Storm", "Locked"):
        try:
            found = high_waters(harbour)
        except RuntimeError:
            continue
        assert False, f"{harbour} gave {found!r}"


def test_one_table_for_several_questions():
    start()
    table = solution.TideTable()
    assert table.high_waters("Roundstone", "2026-05-02") == [("18:21", 3.75)]
    assert table.high_waters("Atlantis", "2026-05-02") == []
    assert table.high_waters("Roundstone", "2026-05-01") == [("05:12", 4.1), ("17:40", 3.9)]
