from harness import solution, web_client
from probes import network

PERRY, ORCHARD, TAP = "perry.example", "oldorchard.example", "the-9-taps.example"
SITES = [PERRY, ORCHARD, TAP]


def url(host, path):
    return f"http://{host}:8080{path}"


net = network.Internet(
    hosts={PERRY: ["93.184.216.80"], TAP: ["93.184.216.81"], ORCHARD: [network.NOBODY]},
    pages={
        url(PERRY, "/notes/17"): "Dry, with a hint of leather.",
        url(PERRY, "/notes/0"): "Süß & <still>".encode(),
        url(TAP, "/notes/17"): "Other \U0001f34f\r\n",
        url(TAP, "/notes"): "4012\n",
        url(PERRY, "/notes"): "18",
        url(PERRY, "/"): "notes of the perry guild",
        url(f"www.{PERRY}", "/notes/17"): "not ours",
    },
    ports=(80, 8080),
)
net.page(url(TAP, "/"), b"", status=503)
for status in (204, 404, 500):
    net.page(url(PERRY, f"/notes/{status}"), b"x", status=status)
net.redirect(url(PERRY, "/notes/5"), to="http://10.0.0.5:8080/notes/5")


def client():
    return web_client(solution.create_app(list(SITES)))


def note(number, **headers):
    answer = client().get(f"/notes/{number}", headers={name.replace("_", "-"): value for name, value in headers.items()})
    return answer.data if answer.status_code == 200 else answer.status_code


def test_a_note():
    answer = client().get("/notes/17", headers={"Host": PERRY})
    assert (answer.status_code, answer.data) == (200, b"Dry, with a hint of leather.")
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_notes_are_handed_on_as_they_are():
    assert note(0, Host=PERRY) == "Süß & <still>".encode()
    assert note(17, Host=TAP) == "Other \U0001f34f\r\n".encode()


def test_how_hosts_are_written():
    for host in (TAP.upper(), "The-9-Taps.example", f"{TAP}:443", "THE-9-taps.Example:8000"):
        assert note(17, Host=host) == note(17, Host="x.example", X_Forwarded_Host=host) == "Other \U0001f34f\r\n".encode(), host


def test_the_host_that_the_visitor_asked_for_counts():
    assert note(17, Host=PERRY, X_Forwarded_Host=TAP) == "Other \U0001f34f\r\n".encode()
    assert note(17, Host="10.0.0.7:5000", X_Forwarded_Host=PERRY) == b"Dry, with a hint of leather."


def test_a_note_is_sent_on():
    start = net.mark()
    answer = client().post("/notes", data="Ripe, grün\n& 5 %".encode(), headers={"X-Forwarded-Host": TAP, "Content-Type": "text/plain"})
    assert (answer.status_code, answer.get_json()) == (201, {"number": 4012})
    (hit,) = net.hits[start:]
    assert (hit.method, hit.path, hit.body) == ("POST", "/notes", "Ripe, grün\n& 5 %".encode())
    answer = client().post("/notes", data=b"x", headers={"Host": PERRY, "Content-Type": "text/plain"})
    assert answer.get_json() == {"number": 18}


def test_which_servers_are_up():
    for host, up in ((PERRY, True), (TAP, False), (ORCHARD, False)):
        answer = client().get("/status", headers={"X-Forwarded-Host": host.upper() + ":443"})
        assert (answer.status_code, answer.get_json()) == (200, {"site": host, "up": up}), host


def test_the_other_sites():
    start = net.mark()
    assert client().get("/neighbours", headers={"Host": f"{PERRY}:443"}).get_json() == [ORCHARD, TAP]
    assert client().get("/neighbours", headers={"Host": "x.example", "X-Forwarded-Host": "The-9-taps.example"}).get_json() == [PERRY, ORCHARD]
    assert net.hits[start:] == []


def test_servers_that_do_not_answer():
    assert [note(status, Host=PERRY) for status in (204, 404, 500, 99)] == [502] * 4
    assert note(17, Host=ORCHARD) == 502
    assert client().post("/notes", data=b"x", headers={"Host": ORCHARD, "Content-Type": "text/plain"}).status_code == 502
