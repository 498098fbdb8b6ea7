from harness import Network, attempt, solution
from probes import network, search
from probes.grammars import addresses
from probes.grammars.ranked import in_turn

PUBLIC, OTHER, SIX, OTHER_SIX = "93.184.216.60", "93.184.216.61", "2606:2800:220:1::60", "2606:2800:220:1::61"
INSIDE = ("127.0.0.1", "192.168.1.20", "::1", "169.254.169.254", "10.0.0.9", "fd00::9")
NAMES = {f"inside-{number}.ham.example": [address] for number, address in enumerate(INSIDE)}
NAMES |= {f"second-{number}.ham.example": [PUBLIC, address] for number, address in enumerate(INSIDE)}
NAMES |= {f"first-{number}.ham.example": [address, PUBLIC] for number, address in enumerate(INSIDE)}
NAMES |= {f"kind-{name}": address for name, address in addresses.named().items()}
NAMES |= addresses.mixed((PUBLIC, OTHER), (SIX, OTHER_SIX))
# Another address at the second, third or fourth question.
NAMES |= {
    f"changing-{times}-{number}.ham.example": [*[[PUBLIC]] * times, [address]]
    for times in (1, 2, 3) for number, address in enumerate(INSIDE[:3])
}
NAMES |= {"changing-both.ham.example": [[PUBLIC], [PUBLIC, "10.0.0.9"]], "changing-six.ham.example": [[SIX], ["::1"]]}
# Where nobody answers at first, so that it may be tried again.
NAMES |= {
    "changing-gone.ham.example": [[network.NOBODY], ["127.0.0.1"]],
    "changing-gone-later.ham.example": [[network.NOBODY], [network.NOBODY], ["10.0.0.9"]],
}

net = Network(ports=(6300,), hosts=NAMES, raw=True, script=["inside\r\n"])


def called(address):
    """The internal machine to which a connection was opened for a mailbox; what is found out may be remembered.

    Or the public one, of a host that has an internal address as well.
    """
    net.clear()
    for _ in range(3 if address.lower().startswith("changing") else 1):
        greeting = attempt(solution.greeting, address).value
    inside = [hit.address for hit in net.hits if network.is_internal(hit.address)]
    if not inside and greeting and address.startswith(("second", "first", "mixed")):
        return f"{greeting!r} is the greeting of a host that has an internal address"
    return f"{inside[0]} was called" if inside else None


def names(*kinds):
    return [name for name in NAMES if name.startswith(kinds)]


def test_no_internal_machine_is_called():
    confusing = ("127.0.0.1\\@box.ham.example", "box.ham.example@127.0.0.1", "127.0.0.1#", "[::1]@x")
    hosts = in_turn(names("changing"), names("inside", "second", "first"), addresses.hosts(), confusing)
    search.attack("the mailbox", (f"{host}:6300" for host in hosts), called, tries=85, shrink=0)


def test_no_name_of_an_internal_machine_is_called():
    respelled = addresses.respelled("changing-1-0.ham.example")
    hosts = in_turn(names("kind"), names("mixed"), respelled)
    search.attack("the mailbox", (f"{host}:6300" for host in hosts), called, tries=90, shrink=0)
