from harness import solution


def test_a_new_memory_is_empty():
    heating = solution.Registers(3, 7)
    assert heating.image() == bytes(21)
    assert heating.read(2, 3, "count", 1) == [0]


def test_every_kind_is_written_and_read():
    heating = solution.Registers(2, 12)
    assert heating.write(1, 0, "flag", [0, 255]) is None
    heating.write(1, 2, "level", [-32768, 32767])
    heating.write(1, 6, "count", [2**32 - 1])
    assert heating.image() == bytes(12) + b"\x00\xff\x80\x00\x7f\xff\xff\xff\xff\xff\0\0"
    assert heating.read(1, 0, "flag", 2) == [0, 255]
    assert heating.read(1, 2, "level", 2) == [-32768, 32767]
    assert heating.read(1, 6, "count", 1) == [2**32 - 1]


def test_warmth_is_a_floating_point_number():
    heating = solution.Registers(1, 9)
    heating.write(0, 1, "warmth", [-1.5, 20])
    assert heating.image() == b"\0\xbf\xc0\x00\x00\x41\xa0\x00\x00"
    assert heating.read(0, 1, "warmth", 2) == [-1.5, 20.0]


def test_numbers_of_several_kinds_stand_without_padding():
    heating = solution.Registers(2, 11)
    assert heating.write_mixed(0, 0, [("flag", 1), ("count", 2), ("level", -1), ("warmth", 0.5)]) is None
    assert heating.image() == b"\x01\x00\x00\x00\x02\xff\xff\x3f\x00\x00\x00" + bytes(11)


def test_every_block_can_be_filled_to_its_end():
    heating = solution.Registers(3, 6)
    for flat in range(3):
        heating.write(flat, 0, "level", [flat + 1] * 3)
    assert heating.image() == b"\0\1\0\1\0\1\0\2\0\2\0\2\0\3\0\3\0\3"
    heating.write_mixed(1, 1, [("flag", 9), ("count", 7)])
    heating.write(2, 5, "flag", [4])
    assert heating.image() == b"\0\1\0\1\0\1\0\x09\0\0\0\7\0\3\0\3\0\4"


def test_a_number_that_is_there_is_replaced():
    heating = solution.Registers(1, 4)
    heating.write(0, 0, "count", [2**32 - 1])
    heating.write(0, 1, "level", [258])
    assert heating.image() == b"\xff\1\2\xff"


def test_numbers_are_reset():
    heating = solution.Registers(2, 4)
    heating.write(0, 0, "flag", [1, 2, 3, 4])
    heating.write(1, 0, "flag", [5, 6, 7, 8])
    assert heating.reset(0, 1, "flag", 2) is None
    heating.reset(1, 0, "count", 1)
    assert heating.image() == b"\1\0\0\4" + bytes(4)
    heating.reset(0, 0, "level", 2)
    assert heating.image() == bytes(8)


def test_memories_are_independent():
    first, second = solution.Registers(1, 2), solution.Registers(1, 2)
    first.write(0, 0, "level", [-1])
    assert second.image() == bytes(2)
