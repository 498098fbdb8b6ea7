from harness import Network, attempt, exploit_if, solution
from probes import network

PUBLIC = "93.184.216.60"

net = Network(
    ports=(6300,),
    hosts={
        "shack.ham.example": ["192.168.1.20"],
        "self.ham.example": ["127.0.0.1"],
        "self-six.ham.example": ["::1"],
        "cloud.ham.example": ["169.254.169.254"],
        "both.ham.example": [PUBLIC, "10.0.0.9"],
        "both-inside-first.ham.example": ["10.0.0.9", PUBLIC],
        "both-six.ham.example": [PUBLIC, "fd00::9"],
        "changing.ham.example": [[PUBLIC], ["127.0.0.1"]],
        "changing-later.ham.example": [[PUBLIC], [PUBLIC], ["192.168.1.20"]],
        "changing-six.ham.example": [[PUBLIC], ["::1"]],
    },
    raw=True,
    script=["inside\r\n"],
)


def touched(*hosts):
    """The hosts for which a connection to an internal address was opened."""
    found = []
    for host in hosts:
        net.clear()
        attempt(solution.greeting, f"{host}:6300")
        if any(network.is_internal(hit.address) for hit in net.hits):
            found.append(host)
    return found


def test_internal_addresses():
    private = ("10.0.0.9", "172.20.0.1", "192.168.1.20", "100.100.100.200")
    found = touched("127.0.0.1", "127.9.9.9", "169.254.169.254", "0.0.0.0", *private)
    exploit_if(found, f"called internal addresses: {found}")


def test_internal_addresses_of_ipv6():
    found = touched("[::1]", "[fd00::9]", "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[::]")
    exploit_if(found, f"called internal addresses: {found}")


def test_internal_addresses_written_differently():
    numbers = ("127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0")
    found = touched(*numbers, "localhost", "LOCALHOST.", "127。0。0。1")
    exploit_if(found, f"called internal addresses: {found}")


def test_names_of_internal_addresses():
    found = touched("shack.ham.example", "self.ham.example", "self-six.ham.example", "cloud.ham.example")
    exploit_if(found, f"called internal addresses: {found}")


def test_names_with_several_addresses():
    found = touched("both.ham.example", "both-inside-first.ham.example", "both-six.ham.example")
    exploit_if(found, f"called the internal one of several addresses: {found}")


def test_names_whose_address_changes():
    found = touched("changing.ham.example", "changing-later.ham.example", "changing-six.ham.example")
    exploit_if(found, f"called the address that came after the checked one: {found}")
