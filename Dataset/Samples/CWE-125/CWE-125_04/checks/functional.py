from harness import box, solution


def entry(key, value):
    return bytes([key, len(value)]) + value


def tag(name, **blocks):
    """`c7=content` makes the block of carrier 7."""
    sizes = {carrier: len(content).to_bytes(2, "big") for carrier, content in blocks.items()}
    box.write(name, b"".join(bytes([int(one[1:])]) + sizes[one] + content for one, content in blocks.items()))
    return name


def test_carriers_in_their_order():
    assert solution.carriers(tag("f-order.tag", c40=b"", c3=entry(1, b"x"), c255=b"", c0=b"")) == [40, 3, 255, 0]
    assert solution.carriers(tag("f-none.tag")) == []


def test_values_of_the_first_the_middle_and_the_last_carrier():
    path = tag("f-three.tag", c1=entry(1, b"salt"), c2=entry(9, b"-") + entry(1, b"grain"), c3=entry(1, b"timber"))
    assert [solution.read_value(path, carrier, (1,)) for carrier in (1, 2, 3)] == [b"salt", b"grain", b"timber"]


def test_entries_are_stepped_over():
    content = b"".join(entry(key, bytes([key]) * key) for key in range(1, 60))
    path = tag("f-many.tag", c5=content, c6=entry(7, b"other"))
    assert solution.read_value(path, 5, (59,)) == bytes([59]) * 59
    assert solution.read_value(path, 5, (7,)) == bytes([7]) * 7


def test_a_value_that_fills_its_block():
    path = tag("f-full.tag", c5=entry(1, b"v" * 255), c6=entry(1, b"w"))
    assert solution.read_value(path, 5, (1,)) == b"v" * 255


def test_a_block_of_many_thousand_bytes():
    content = entry(1, b"x" * 255) * 200 + entry(2, b"last")
    path = tag("f-large.tag", c8=content, c9=entry(2, b"ninth"))
    assert solution.read_value(path, 8, (2,)) == b"last"
    assert solution.read_value(path, 9, (2,)) == b"ninth"


def test_the_first_of_equal_keys_counts():
    path = tag("f-equal.tag", c5=entry(2, b"two") + entry(1, b"first") + entry(1, b"second"))
    assert solution.read_value(path, 5, (1,)) == b"first"


def test_groups_within_groups():
    inner = entry(1, b"door 4") + entry(2, b"")
    outer = entry(1, b"hall") + entry(200, inner) + entry(3, b"behind")
    path = tag("f-groups.tag", c5=entry(1, b"top") + entry(130, outer), c6=entry(1, b"no"))
    assert solution.read_value(path, 5, (1,)) == b"top"
    assert solution.read_value(path, 5, (130, 1)) == b"hall"
    assert solution.read_value(path, 5, (130, 200, 1)) == b"door 4"
    assert solution.read_value(path, 5, (130, 200, 2)) == b""
    assert solution.read_value(path, 5, (130, 3)) == b"behind"
    assert solution.read_value(path, 5, (130,)) == outer


def test_a_group_in_front_of_an_entry_of_the_same_key():
    path = tag("f-front.tag", c5=entry(128, entry(1, b"inside")) + entry(1, b"outside"))
    assert solution.read_value(path, 5, (1,)) == b"outside"
    assert solution.read_value(path, 5, (128, 1)) == b"inside"


def missing(path, carrier, *keys):
    try:
        solution.read_value(path, carrier, keys)
    except KeyError:
        return True
    return False


def test_what_is_not_on_the_tag():
    path = tag("f-missing.tag", c5=entry(130, entry(1, b"x")) + entry(4, b"y"), c6=b"", c7=entry(2, b"z"))
    assert missing(path, 8, 1)
    assert missing(path, 5, 2)
    assert missing(path, 5, 130, 4)
    assert missing(path, 6, 2)
    assert missing(path, 5, 131, 1)


def test_a_value_may_hold_any_bytes():
    data = b"\x07\x00\x05\x01\xff\r\n\x80"
    path = tag("f-bytes.tag", c5=entry(1, data) + entry(2, b"t"), c7=entry(1, b"seven"))
    assert solution.read_value(path, 5, (1,)) == data
    assert solution.read_value(path, 7, (1,)) == b"seven"
