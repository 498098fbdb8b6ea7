from harness import solution


def frame(kind, payload):
    return bytes([kind]) + len(payload).to_bytes(2, "big") + payload


RECEIVED = b"\x04\x00\x00"


def test_an_echo_comes_back_as_it_was_sent():
    gateway = solution.Gateway()
    assert gateway.receive(frame(2, b"are you there?")) == frame(3, b"are you there?")


def test_an_echo_may_be_empty():
    gateway = solution.Gateway()
    assert gateway.receive(frame(2, b"")) == b"\x03\x00\x00"


def test_reports_are_kept_in_order():
    gateway = solution.Gateway()
    assert gateway.reports() == []
    for payload in (b"t=-12", b"wind 80 km/h", b""):
        assert gateway.receive(frame(1, payload)) == RECEIVED
    assert gateway.reports() == [b"t=-12", b"wind 80 km/h", b""]


def test_a_short_frame_after_a_long_one_is_its_own():
    gateway = solution.Gateway()
    gateway.receive(frame(1, b"a long report about much snow"))
    assert gateway.receive(frame(2, b"ok")) == frame(3, b"ok")
    assert gateway.receive(frame(1, b"sun")) == RECEIVED
    assert gateway.reports() == [b"a long report about much snow", b"sun"]


def test_the_longest_payload():
    gateway = solution.Gateway()
    payload = bytes(i * 7 % 256 for i in range(1021))
    assert gateway.receive(frame(2, payload)) == frame(3, payload)
    assert gateway.receive(frame(1, payload)) == RECEIVED
    assert gateway.reports() == [payload]


def test_a_payload_longer_than_255_bytes_uses_both_length_bytes():
    gateway = solution.Gateway()
    payload = bytes(range(256)) + b"tail"
    assert gateway.receive(frame(2, payload)) == b"\x03\x01\x04" + payload


def test_payloads_are_any_bytes():
    gateway = solution.Gateway()
    payload = b"\x02\x00\x05\x01\xff\x00\n"
    gateway.receive(frame(1, payload))
    assert gateway.reports() == [payload]


def test_gateways_are_independent():
    first, second = solution.Gateway(), solution.Gateway()
    first.receive(frame(1, b"north"))
    assert second.reports() == []
