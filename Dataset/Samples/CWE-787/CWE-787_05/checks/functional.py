from harness import solution


def test_a_new_memory_is_off():
    assert solution.Combinations(3, 4, 5).image() == bytes(8)
    assert solution.Combinations(1, 1, 8).image() == bytes(1)
    assert solution.Combinations(1, 1, 9).image() == bytes(2)
    assert solution.Combinations(2, 3, 7).recall(1, 2) == 0


def test_a_stop_is_drawn_and_cancelled():
    memory = solution.Combinations(2, 3, 7)
    assert memory.draw(1, 0, 4) is None
    assert memory.image() == b"\0\0\0\x02\0\0"
    assert memory.recall(1, 0) == 16
    memory.draw(1, 0, 4)
    assert memory.recall(1, 0) == 16
    assert memory.cancel(1, 0, 4) is None
    memory.cancel(1, 0, 4)
    assert memory.image() == bytes(6)


def test_the_first_and_the_last_bit():
    memory = solution.Combinations(2, 2, 3)
    memory.draw(0, 0, 0)
    memory.draw(1, 1, 2)
    assert memory.image() == b"\x01\x08"
    memory.cancel(0, 0, 0)
    assert memory.image() == b"\0\x08"


def test_a_registration_is_stored_across_bytes():
    memory = solution.Combinations(1, 3, 11)
    assert memory.store(0, 1, 0b10000000101) is None
    assert memory.recall(0, 1) == 0b10000000101
    assert memory.image() == (0b10000000101 << 11).to_bytes(5, "little")


def test_a_registration_replaces_the_one_before():
    memory = solution.Combinations(2, 2, 5)
    for mask in (0b11111, 0b01010, 0):
        memory.store(0, 1, mask)
        assert memory.recall(0, 1) == mask
    assert memory.image() == bytes(3)


def test_all_stops_of_every_registration():
    memory = solution.Combinations(2, 3, 6)
    for organist in range(2):
        for piston in range(3):
            memory.store(organist, piston, 63)
    assert memory.image() == b"\xff\xff\xff\xff\x0f"
    memory.cancel(0, 2, 5)
    assert [memory.recall(0, piston) for piston in range(3)] == [63, 63, 31]
    memory.store(1, 0, 0)
    assert [memory.recall(1, piston) for piston in range(3)] == [0, 63, 63]
    assert memory.recall(0, 2) == 31


def test_neighbours_keep_their_bits():
    memory = solution.Combinations(3, 2, 13)
    places = [(organist, piston) for organist in range(3) for piston in range(2)]
    masks = {place: number * 1155 % 8192 for number, place in enumerate(places, 1)}
    for place, mask in masks.items():
        memory.store(*place, mask)
    assert {place: memory.recall(*place) for place in masks} == masks


def test_an_organ_with_many_stops_and_one_with_one():
    large, small = solution.Combinations(1, 2, 150), solution.Combinations(9, 1, 1)
    large.store(0, 1, 1 << 149 | 1)
    assert large.recall(0, 1) == 1 << 149 | 1
    small.store(8, 0, 1)
    small.draw(2, 0, 0)
    assert small.image() == b"\x04\x01"


def test_memories_are_independent():
    first, second = solution.Combinations(1, 1, 8), solution.Combinations(1, 1, 8)
    first.store(0, 0, 255)
    assert second.image() == b"\0"
