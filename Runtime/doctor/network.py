"""Contacts must be seen, on every address. In a file of its own: with a network, every address answers."""

from harness import Network, solution

network = Network(ports=(80,), hosts={"shop.example": ["93.184.216.34"]})


def test_contacts_are_seen():
    assert solution.connect("203.0.113.9", 80) == "203.0.113.9"
    assert solution.connect("shop.example", 80) == "93.184.216.34"
    assert [hit.address for hit in network.hits] == ["203.0.113.9", "93.184.216.34"]
    assert network.lookups == ["shop.example"]
