import socket
import urllib.request

import requests


def answer(question):
    with urllib.request.urlopen("http://shop.example/a?b=c") as reply:
        first = reply.read()
    second = requests.post("http://[2001:db8::7]:8080/p", json={"k": 1}, timeout=5).json()
    try:
        socket.getaddrinfo("nowhere.example", 80)
        third = "found"
    except socket.gaierror:
        third = "unknown"
    return first, second, third


# --- check
from harness import Network, Reply, solution

network = Network(
    ports=(80, 8080),
    hosts={"shop.example": ["93.184.216.34"]},
    handler=lambda hit: Reply(body={"path": hit.path}) if hit.port == 8080 else Reply(body="shop"),
)


def test_answer():
    assert solution.answer("") == (b"shop", {"path": "/p"}, "unknown")
    assert [(hit.address, hit.host, hit.method) for hit in network.hits] == [
        ("93.184.216.34", "shop.example", "GET"),
        ("2001:db8::7", "2001:db8::7", "POST"),
    ]
    assert network.hits[1].body == b'{"k": 1}'
    assert network.lookups == ["shop.example", "nowhere.example"]
