from harness import solution


def desk_with(shows, slots, *banks):
    desk = solution.CueMemory(shows, slots)
    for show, bank in enumerate(banks):
        for position, cue in enumerate(bank):
            assert desk.insert(show, position, cue) is None
    return desk


def test_a_new_desk_is_empty():
    desk = solution.CueMemory(3, 5)
    assert desk.image() == bytes(60)
    assert [desk.cues(show) for show in range(3)] == [[], [], []]


def test_cues_are_appended():
    desk = desk_with(2, 3, [b"dawn", b"noon"], [b"wolf"])
    assert desk.cues(0) == [b"dawn", b"noon"]
    assert desk.cues(1) == [b"wolf"]
    assert desk.image() == b"dawnnoon\0\0\0\0wolf" + bytes(8)


def test_a_cue_in_front_and_one_between():
    desk = desk_with(2, 4, [b"noon", b"dusk"], [b"wolf"])
    desk.insert(0, 0, b"dawn")
    desk.insert(0, 2, b"rain")
    assert desk.image() == b"dawnnoonraindusk" + b"wolf" + bytes(12)


def test_every_bank_can_be_filled():
    desk = desk_with(3, 2, [b"aaaa", b"AAAA"], [b"bbbb", b"BBBB"], [b"cccc", b"CCCC"])
    assert desk.image() == b"aaaaAAAAbbbbBBBBccccCCCC"


def test_the_last_bank_is_filled_from_the_front():
    desk = desk_with(2, 3, [b"wolf"])
    for cue in (b"dusk", b"noon", b"dawn"):
        desk.insert(1, 0, cue)
    assert desk.image() == b"wolf" + bytes(8) + b"dawnnoondusk"


def test_a_cue_is_removed_from_a_full_bank():
    desk = desk_with(2, 3, [b"dawn", b"noon", b"dusk"], [b"wolf", b"bear", b"moon"])
    assert desk.remove(0, 1) == b"noon"
    assert desk.image() == b"dawndusk\0\0\0\0wolfbearmoon"
    assert desk.remove(1, 0) == b"wolf"
    assert desk.remove(1, 1) == b"moon"
    assert desk.image() == b"dawndusk\0\0\0\0bear" + bytes(8)


def test_the_only_cue_is_removed_and_the_bank_used_again():
    desk = desk_with(2, 1, [b"dawn"], [b"wolf"])
    assert desk.remove(1, 0) == b"wolf"
    assert desk.image() == b"dawn\0\0\0\0"
    desk.insert(1, 0, b"bear")
    assert desk.image() == b"dawnbear"


def test_a_cue_may_be_dark():
    desk = desk_with(2, 3, [b"dawn", bytes(4)], [bytes(4), b"\xff\0\x80\n"])
    assert desk.cues(0) == [b"dawn", bytes(4)]
    assert desk.cues(1) == [bytes(4), b"\xff\0\x80\n"]
    desk.insert(0, 1, b"noon")
    assert desk.cues(0) == [b"dawn", b"noon", bytes(4)]
    assert desk.remove(1, 0) == bytes(4)


def test_desks_are_independent():
    first, second = solution.CueMemory(1, 2), solution.CueMemory(1, 2)
    first.insert(0, 0, b"dawn")
    assert second.image() == bytes(8)
    assert second.cues(0) == []
