from harness import solution


def test_new_traces_are_empty():
    traces = solution.Traces(3, 5)
    assert traces.image() == bytes(15)
    assert traces.latest(2, 5) == bytes(5)


def test_bytes_go_on_at_the_beginning_of_the_ring():
    traces = solution.Traces(2, 5)
    assert traces.append(0, b"abc") is None
    traces.append(1, b"01234")
    traces.append(0, b"defg")
    assert traces.image() == b"fgcde01234"
    assert traces.latest(0, 5) == b"cdefg"
    traces.append(1, b"5")
    assert traces.image() == b"fgcde51234"
    assert traces.latest(1, 2) == b"45"


def test_a_ring_is_filled_from_every_place():
    for first in range(6):
        traces = solution.Traces(3, 6)
        traces.append(1, b"abcdef"[:first])
        traces.append(1, b"012345")
        assert traces.latest(1, 6) == b"012345"
        assert traces.image()[6:12] == b"012345"[6 - first:] + b"012345"[:6 - first]
        assert traces.image()[:6] == traces.image()[12:] == bytes(6)


def test_bytes_that_were_garbled_are_put_right():
    traces = solution.Traces(2, 6)
    traces.append(1, b"abcdef")
    traces.append(1, b"gh")
    assert traces.amend(1, 2, b"GH") is None
    assert traces.latest(1, 6) == b"cdefGH"
    traces.amend(1, 4, b"EFG")
    assert traces.latest(1, 6) == b"cdEFGH"
    traces.amend(1, 6, b"C")
    assert traces.image() == bytes(6) + b"GHCdEF"
    traces.append(1, b"i")
    assert traces.latest(1, 2) == b"Hi"


def test_amended_bytes_go_around_the_ring():
    traces = solution.Traces(1, 4)
    traces.append(0, b"abcd")
    traces.append(0, b"ef")
    traces.amend(0, 3, b"XYZ0")
    assert traces.image() == b"YZ0X"
    traces.append(0, b"g")
    assert traces.latest(0, 4) == b"XYZg"


def test_a_shorter_trace_leaves_the_rest_of_the_room():
    traces = solution.Traces(2, 6)
    traces.append(0, b"abcdef")
    traces.append(0, b"gh")
    assert traces.set_length(0, 4) is None
    assert traces.image()[:6] == b"ghcdef"
    traces.append(0, b"123")
    assert traces.image() == b"3h12ef" + bytes(6)
    assert traces.latest(0, 4) == b"h123"
    traces.append(0, b"4567")
    assert traces.image()[:6] == b"7456ef"
    traces.amend(0, 4, b"xyz")
    assert traces.image()[:6] == b"7xyzef"


def test_a_head_beyond_the_trace_goes_to_its_first_byte():
    for head, length in ((4, 3), (5, 1), (5, 3), (4, 2)):
        traces = solution.Traces(1, 6)
        traces.append(0, b"abcdef"[:head])
        before = traces.image()
        traces.set_length(0, length)
        assert traces.image() == before
        traces.append(0, b"1")
        assert traces.image() == b"1" + before[1:]


def test_a_trace_becomes_longer_again():
    traces = solution.Traces(1, 5)
    traces.append(0, b"abcde")
    traces.set_length(0, 2)
    traces.append(0, b"x")
    traces.set_length(0, 5)
    traces.append(0, b"y")
    assert traces.image() == b"xycde"
    assert traces.latest(0, 5) == b"cdexy"


def test_nothing_to_append():
    traces = solution.Traces(2, 3)
    traces.append(1, b"ab")
    traces.append(1, b"")
    assert traces.image() == b"\0\0\0ab\0"
    assert traces.latest(1, 0) == b""
    traces.append(1, b"\xff")
    assert traces.image() == b"\0\0\0ab\xff"


def test_desks_are_independent():
    first, second = solution.Traces(1, 3), solution.Traces(1, 3)
    first.append(0, b"ab")
    first.set_length(0, 1)
    assert second.image() == bytes(3)
    second.append(0, b"abc")
    assert second.latest(0, 3) == b"abc"
