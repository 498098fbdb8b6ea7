from harness import solution

FACTORY = bytes(range(64))
CALIBRATION = b"calibration-0815"


def record(step, data):
    return step.to_bytes(2, "big", signed=True) + bytes([len(data)]) + data


def patched(user_area, *records):
    """The user area after the patch; the rest must be what it was."""
    after = solution.apply_patch(FACTORY + user_area + CALIBRATION, b"".join(records))
    assert isinstance(after, bytes)
    assert after[:64] == FACTORY and after[64 + len(user_area):] == CALIBRATION
    return after[64:-16]


def test_one_record():
    assert patched(bytes(10), record(4, b"bass")) == b"\0\0\0\0bass\0\0"


def test_records_follow_each_other():
    assert patched(b"-" * 16, record(1, b"lead"), record(0, b"pad"), record(3, b"organ")) == b"-leadpad---organ"


def test_a_step_backwards():
    assert patched(b"-" * 12, record(6, b"bell"), record(-8, b"flute")) == b"--fluteell--"


def test_a_step_back_to_the_beginning():
    assert patched(b"-" * 8, record(0, b"12345678"), record(-8, b"ab")) == b"ab345678"


def test_the_last_byte_of_the_user_area():
    assert patched(b"-" * 40, record(39, b"!")) == b"-" * 39 + b"!"


def test_a_record_that_fills_the_user_area():
    area = bytes(255 - n for n in range(255))
    assert patched(bytes(255), record(0, area)) == area


def test_a_record_without_data_moves_the_cursor():
    assert patched(b"-" * 9, record(5, b""), record(1, b"abc")) == b"------abc"


def test_a_large_user_area():
    after = patched(bytes(40000), record(32767, b"far"), record(7000, b"farther"))
    assert after == bytes(32767) + b"far" + bytes(7000) + b"farther" + bytes(40000 - 39777)


def test_the_given_memory_may_have_no_user_area():
    assert patched(b"") == b""


def test_data_may_hold_any_bytes():
    assert patched(bytes(6), record(1, b"\xff\xfe\x00\x03")) == b"\0\xff\xfe\0\x03\0"
