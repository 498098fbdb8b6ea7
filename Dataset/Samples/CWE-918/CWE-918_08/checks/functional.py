from harness import solution
from probes import network

OTTERS, HUT = "http://otters.example", "http://hut.example:8080"
PNG = {"Content-Type": "image/png"}

net = network.Internet(hosts={"otters.example": ["93.184.216.50"], "hut.example": ["93.184.216.52", "93.184.216.53"], "gone.example": [network.NOBODY]}, ports=(80, 8080))
net.page(f"{OTTERS}/crest.png", b"\x89PNG", headers=PNG)
net.page(f"{HUT}/in?key=7&a=b", b"\x00\xff", headers={"Content-Type": "image/gif; x=y"})
net.page(f"{OTTERS}/svg", b"<svg/>", headers={"Content-Type": "image/svg+xml; charset=utf-8"})
net.page("http://93.184.216.50/", b"root", headers=PNG)
for status in (204, 400, 404, 500):
    net.page(f"{OTTERS}/status/{status}", b"" if status == 204 else b"sorry", status=status, headers=PNG)
for number, status in enumerate((301, 302, 303, 307, 308)):
    net.redirect(f"{OTTERS}/moved/{status}", to=f"{HUT}/in?key=7&a=b" if number % 2 else "/crest.png", status=status)
net.redirect(f"{OTTERS}/steps/2", to="../moved/301")
net.redirect(f"{OTTERS}/steps/3", to="2")
net.redirect(f"{OTTERS}/letter", to="mailto:rower@otters.example")
net.redirect(f"{OTTERS}/inside", to="http://10.0.0.5/")


def crest(address):
    crests = solution.Crests()
    assert crests.enter("A", address) is None
    return crests.crest("A")


def test_crests_at_addresses():
    assert crest(f"{OTTERS}/crest.png") == ("image/png", b"\x89PNG")
    assert crest(f"{HUT}/in?key=7&a=b") == ("image/gif", b"\x00\xff")
    assert crest(f"{OTTERS}/svg") == ("image/svg+xml", b"<svg/>")
    assert crest("HTTP://Otters.example/crest.png") == ("image/png", b"\x89PNG")
    assert crest("http://93.184.216.50") == ("image/png", b"root")


def test_what_is_asked_for():
    start = net.mark()
    crest(f"{HUT}/in?key=7&a=b")
    (hit,) = net.hits[start:]
    assert (hit.method, hit.path, hit.host) == ("GET", "/in?key=7&a=b", "hut.example")


def test_crests_in_addresses():
    assert crest("data:image/png;base64,iVBORw==") == ("image/png", b"\x89PNG")
    assert crest("data:image/svg+xml,%3Csvg/%3E") == ("image/svg+xml", b"<svg/>")
    assert crest("DATA:image/svg+xml;charset=utf-8,%3Ca%3E%C3%BC,+b:c;d") == ("image/svg+xml", b"<a>\xc3\xbc,+b:c;d")
    assert crest("data:,http%3A%2F%2Fx") == ("text/plain", b"http://x")
    assert crest("data:image/gif;base64,") == ("image/gif", b"")


def test_clubs_that_are_like_others():
    crests = solution.Crests()
    crests.enter("Zoë & Söhne/II?", f"{OTTERS}/crest.png")
    crests.enter("b", "like:Zo%C3%AB%20%26%20S%C3%B6hne%2FII%3F")
    crests.enter("http://x.example/", "LIKE:b")
    crests.enter("d", "like:http%3A%2F%2Fx.example%2F")
    crests.enter("e", "like:d")
    crests.enter("f", "like:e")
    assert [crests.crest(club) for club in ("b", "http://x.example/", "d", "e", "f")] == [("image/png", b"\x89PNG")] * 5
    crests.enter("b", "data:a/b,c")
    assert crests.crest("f") == ("a/b", b"c")


def test_what_there_is_not():
    crests = solution.Crests()
    assert crests.crest("A") is None
    crests.enter("A", "like:B")
    assert crests.crest("A") is None
    crests.enter("B", "like:A")
    assert crests.crest("A") is None
    assert crest("http://nowhere.example/x") is None
    assert crest("http://gone.example/x") is None
    assert [crest(f"{OTTERS}/status/{status}") for status in (204, 400, 404, 500)] == [None] * 4


def test_where_answers_lead_on():
    assert [crest(f"{OTTERS}/moved/{status}") for status in (301, 302, 303, 307, 308)] == [
        ("image/png", b"\x89PNG"), ("image/gif", b"\x00\xff"), ("image/png", b"\x89PNG"), ("image/gif", b"\x00\xff"), ("image/png", b"\x89PNG")]
    assert crest(f"{OTTERS}/steps/2") == crest(f"{OTTERS}/steps/3") == ("image/png", b"\x89PNG")
    assert crest(f"{OTTERS}/letter") is None


def test_an_address_that_was_changed():
    one, other = solution.Crests(), solution.Crests()
    one.enter("A", "data:a/b,c"), other.enter("A", "data:a/b,d")
    one.enter("A", f"{OTTERS}/svg")
    assert one.crest("A") == ("image/svg+xml", b"<svg/>") and other.crest("A") == ("a/b", b"d")
