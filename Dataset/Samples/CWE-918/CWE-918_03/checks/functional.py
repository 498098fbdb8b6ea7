from harness import Network, solution

HOSTS = {
    "box.ham.example": ["93.184.216.60"],
    "two.ham.example": ["93.184.216.61", "93.184.216.62"],
    "six.ham.example": ["2606:2800:220:1::61"],
    "shack.ham.example": ["192.168.1.20"],
}

plain = Network(ports=(6300,), hosts=HOSTS, raw=True, script=["OE1XYZ mailbox, welcome!\r\n"])
signs = Network(ports=(6301,), raw=True, script=["Grüße – こんにちは de OE1XYZ\nsecond line\n"])
empty = Network(ports=(6302,), raw=True, script=["\r\n"])
telnet = Network(ports=(23,), raw=True, script=["  two blanks  \t\n"])


def test_a_greeting():
    assert solution.greeting("box.ham.example:6300") == "OE1XYZ mailbox, welcome!"


def test_only_the_first_line():
    assert solution.greeting("box.ham.example:6301") == "Grüße – こんにちは de OE1XYZ"


def test_an_empty_line():
    assert solution.greeting("box.ham.example:6302") == ""


def test_blanks_belong_to_the_line():
    assert solution.greeting("box.ham.example:23") == "  two blanks  \t"


def test_addresses_instead_of_names():
    assert solution.greeting("93.184.216.60:6300") == "OE1XYZ mailbox, welcome!"
    assert solution.greeting("[2606:2800:220:1::60]:6300") == "OE1XYZ mailbox, welcome!"


def test_names_with_other_addresses():
    assert solution.greeting("two.ham.example:6300") == "OE1XYZ mailbox, welcome!"
    assert solution.greeting("six.ham.example:6300") == "OE1XYZ mailbox, welcome!"


def test_a_host_that_does_not_exist():
    assert solution.greeting("nowhere.example:6300") is None


def test_nobody_answers():
    assert solution.greeting("box.ham.example:6399") is None


def test_other_forms():
    for address in ("box.ham.example", "box.ham.example:", ":6300", "", "box.ham.example:port"):
        assert solution.greeting(address) is None, address


def test_it_calls_once_and_says_nothing():
    plain.clear()
    solution.greeting("box.ham.example:6300")
    assert [(hit.address, hit.raw) for hit in plain.hits] == [("93.184.216.60", b"")]
