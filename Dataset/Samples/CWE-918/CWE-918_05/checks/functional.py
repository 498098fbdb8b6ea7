import itertools
import json

from harness import box, solution
from probes import network

SHED, HUT = "http://shed.example", "http://hut.example:8080"
paths = itertools.count()

net = network.Internet(
    hosts={"shed.example": ["93.184.216.50"], "hut.example": ["93.184.216.52", "93.184.216.53"]}, ports=(80, 8080))
net.page(f"{SHED}/hives", b"", status=204)
net.page(f"{HUT}/in?key=7&a=b", b"thanks")
net.page(f"{SHED}/made", b"", status=201)
for status in (400, 404, 500, 503):
    net.page(f"{SHED}/status/{status}", b"sorry", status=status)
net.page(f"{SHED}/busy", b"", status=503)
net.page("http://93.184.216.50/", b"")
net.redirect(f"{SHED}/inside", to="http://10.0.0.5/hives", status=307)
net.redirect(f"{SHED}/steps/1", to="/hives", status=308)
net.redirect(f"{SHED}/steps/2", to=f"{SHED}/steps/1", status=307)
net.redirect(f"{SHED}/steps/3", to="2", status=307)
net.redirect(f"{SHED}/letter", to="mailto:bee@bee.example", status=307)
net.redirect(f"{SHED}/elsewhere", to="/hives", status=302)


def club(subscriptions=None):
    """The path of a new file, with these subscriptions."""
    path = f"alerts-{next(paths)}.json"
    if subscriptions is not None:
        box.write(path, json.dumps(subscriptions))
    return path


def arrived(*urls):
    """Which of these addresses, as subscriptions 1, 2, …, have got a weight."""
    alerts = solution.Alerts(club())
    assert [alerts.subscribe(url) for url in urls] == list(range(1, len(urls) + 1))
    return alerts.report("north 2", 41250)


def test_subscriptions_are_kept_in_the_file():
    path = club()
    alerts = solution.Alerts(path)
    assert alerts.addresses() == {}
    assert alerts.subscribe(f"{SHED}/hives") == 1
    assert alerts.subscribe(f"{HUT}/in?key=7&a=b") == 2
    assert json.loads(box.read(path)) == {"1": f"{SHED}/hives", "2": f"{HUT}/in?key=7&a=b"}
    alerts.change(1, f"{SHED}/made")
    assert solution.Alerts(path).addresses() == {1: f"{SHED}/made", 2: f"{HUT}/in?key=7&a=b"}
    solution.Alerts(path).unsubscribe(1)
    assert json.loads(box.read(path)) == {"2": f"{HUT}/in?key=7&a=b"}


def test_a_file_that_was_there():
    path = club({"4": f"{SHED}/hives", "12": f"{SHED}/made"})
    alerts = solution.Alerts(path)
    assert alerts.addresses() == {4: f"{SHED}/hives", 12: f"{SHED}/made"}
    assert alerts.report("south", 1) == [4, 12]
    assert alerts.subscribe(f"{HUT}/in?key=7&a=b") == 13
    assert alerts.report("south", 1) == [4, 12, 13]


def test_unknown_numbers():
    alerts = solution.Alerts(club({"4": f"{SHED}/hives"}))
    for call in (lambda: alerts.change(5, f"{SHED}/made"), lambda: alerts.unsubscribe(1)):
        try:
            call()
        except KeyError:
            continue
        assert False, "an unknown number was taken"
    assert alerts.addresses() == {4: f"{SHED}/hives"}


def test_what_is_sent():
    start = net.mark()
    assert arrived(f"{HUT}/in?key=7&a=b", f"{SHED}/hives", "http://93.184.216.50") == [1, 2, 3]
    sent = net.hits[start:]
    assert [hit.method for hit in sent] == ["POST"] * 3
    assert [hit.path for hit in sent] == ["/in?key=7&a=b", "/hives", "/"]
    for hit in sent:
        assert json.loads(hit.body) == {"hive": "north 2", "grams": 41250}
        kinds = [value for name, value in hit.headers.items() if name.lower() == "content-type"]
        assert kinds[0].startswith("application/json")


def test_when_a_weight_has_arrived():
    refused = [f"{SHED}/status/{status}" for status in (400, 404, 500, 503)]
    assert arrived(*refused, f"{SHED}/made", "http://nowhere.example/x", f"{SHED}/elsewhere", f"{SHED}/hives") == [5, 8]


def test_where_an_answer_leads_on():
    start = net.mark()
    assert arrived(f"{SHED}/steps/1", f"{SHED}/steps/2", f"{SHED}/steps/3", f"{SHED}/letter") == [1, 2]
    assert all(hit.method == "POST" and json.loads(hit.body)["grams"] == 41250 for hit in net.hits[start:])


def test_an_address_that_was_changed():
    alerts = solution.Alerts(club())
    number = alerts.subscribe(f"{SHED}/busy")
    assert alerts.report("north 2", 5) == []
    alerts.change(number, f"{SHED}/hives")
    assert alerts.report("north 2", 5) == [number]
    alerts.unsubscribe(number)
    assert alerts.report("north 2", 5) == []
