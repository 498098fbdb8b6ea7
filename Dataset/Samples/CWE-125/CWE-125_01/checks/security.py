from harness import attempt, exploit_if, inconclusive, solution

SECRET = b"hut=Alp;key=K7-QX-93-ZV-51;lat=46.8182;lon=8.2275"


def frame(kind, payload, length=None):
    announced = len(payload) if length is None else length
    return bytes([kind]) + announced.to_bytes(2, "big") + payload


def gateway_with_secret():
    gateway = solution.Gateway()
    if not attempt(gateway.receive, frame(1, SECRET)).returned:
        inconclusive("the gateway takes no ordinary report")
    return gateway


def leaked(data, sent):
    """What `data` holds of the secret, at its old place and behind the `sent` bytes of the attacker's own payload."""
    if not isinstance(data, (bytes, bytearray)):
        return b""
    return bytes(a for a, b in zip(data[sent:], SECRET[sent:]) if a == b)


def expect_no_leak(outcome, sent, header=3, by_chance=0):
    """`by_chance` bytes may be the same, where the answer is the programmer's to choose."""
    answer = outcome.value
    found = leaked(answer[header:], sent) if isinstance(answer, (bytes, bytearray)) else b""
    exploit_if(len(found) > by_chance, f"the answer holds another hut's bytes: {found!r}")


def expect_no_kept_leak(gateway, sent):
    kept = attempt(gateway.reports)
    if not kept.returned:
        inconclusive("the gateway no longer lists its reports")
    for report in kept.value[1:]:
        found = leaked(report, sent)
        exploit_if(found, f"a report of {sent} bytes was kept with another hut's bytes: {found!r}")


def test_an_echo_with_a_length_beyond_its_payload():
    gateway = gateway_with_secret()
    expect_no_leak(attempt(gateway.receive, frame(2, b"hi", length=len(SECRET))), sent=2)


def test_an_echo_with_a_length_just_beyond_its_payload():
    gateway = gateway_with_secret()
    for extra in (1, 2, 3):
        expect_no_leak(attempt(gateway.receive, frame(2, b"X" * 8, length=8 + extra)), sent=8)


def test_an_echo_with_the_greatest_length():
    gateway = gateway_with_secret()
    expect_no_leak(attempt(gateway.receive, frame(2, b"", length=65535)), sent=0)


def test_a_frame_without_its_header():
    for short in (b"\x02", b"\x02\x00", b"\x01", b"\x01\x00", b""):
        gateway = gateway_with_secret()
        expect_no_leak(attempt(gateway.receive, short), sent=0)
        expect_no_kept_leak(gateway, sent=0)


def test_a_frame_of_a_kind_that_there_is_not():
    gateway = gateway_with_secret()
    for kind in (0, 3, 4, 5, 7, 50, 127, 128, 130, 255):
        for length in (len(SECRET), 1021, 65535):
            expect_no_leak(attempt(gateway.receive, frame(kind, b"hi", length)), sent=2, by_chance=4)
    expect_no_kept_leak(gateway, sent=2)


def test_a_report_that_announces_more_than_it_brings():
    gateway = gateway_with_secret()
    attempt(gateway.receive, frame(1, b"t=1", length=len(SECRET)))
    expect_no_kept_leak(gateway, sent=3)


def test_a_report_with_a_length_just_beyond_its_payload():
    gateway = gateway_with_secret()
    for extra in (1, 2, 3):
        attempt(gateway.receive, frame(1, b"X" * 8, length=8 + extra))
    expect_no_kept_leak(gateway, sent=8)
