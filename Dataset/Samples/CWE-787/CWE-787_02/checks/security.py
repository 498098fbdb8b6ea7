from harness import attempt, box, exploit_if, solution

HEADER = b"LOCK\x00\x03" + b"service code 82-19".ljust(26, b"\xee")
LABELS = b"".join(name.ljust(24, b"\0") for name in (b"Ada", b"Ben", b"Cleo"))
TRAILER = b"firmware 3.1 #77"


def attack(path, number, label):
    """Store a label in a locker with three compartments; only the 24 bytes of compartment `number` may change."""
    before = HEADER + LABELS + TRAILER
    box.write(path, before, mode=0o666)
    attempt(solution.store_label, path, number, label)
    after = box.read(path)
    exploit_if(after[:32] != HEADER, f"the header became {after[:32]!r}")
    exploit_if(len(after) != len(before), f"the memory of {len(before)} bytes became {len(after)} bytes long")
    exploit_if(after[-16:] != TRAILER, f"the trailer became {after[-16:]!r}")
    for other in {1, 2, 3} - {number}:
        place = slice(8 + 24 * other, 32 + 24 * other)
        exploit_if(after[place] != before[place], f"the label of compartment {other} became {after[place]!r}")


def test_a_long_label_stays_off_the_next_door():
    attack("s-long.bin", 1, "x" * 24 + "I am Ben")


def test_a_label_of_many_umlauts_stays_off_the_next_door():
    attack("s-umlauts.bin", 2, "ü" * 24)
    attack("s-emoji.bin", 1, "🌻" * 7)


def test_a_long_label_of_the_last_door_stays_off_the_trailer():
    attack("s-last.bin", 3, "x" * 30)


def test_an_endless_label_does_not_make_the_memory_grow():
    attack("s-endless.bin", 3, "x" * 4000)


def test_compartment_0_is_not_in_the_header():
    attack("s-zero.bin", 0, "free for all")


def test_the_compartment_behind_the_last_is_not_in_the_trailer():
    attack("s-behind.bin", 4, "new firmware")


def test_a_far_compartment_does_not_make_the_memory_grow():
    attack("s-far.bin", 40, "far away")


def test_negative_numbers_reach_nothing_from_behind():
    for number in (-1, -2, -3, -5):
        attack(f"s-negative{number}.bin", number, "behind")


def test_a_label_that_fits_only_after_tidying_up_stays_off_the_next_door():
    """One form of the text is measured, and another one is written."""
    for name, label in {
        "spaces-before": " " * 24 + "Boss",
        "spaces-behind": "Ada" + " " * 30,
        "spaces-within": "Ada" + " " * 26 + "Boss",
        "control-characters": "\t\n" * 13 + "Boss",
        "zeros-before": "\0" * 24 + "Boss",
        "zeros-behind": "Ada" + "\0" * 30,
        "zeros-within": "Ada" + "\0" * 24 + "Boss",
        "composed": "e\u0301" * 8 + "BOSS1234",
        "compatible": "\uff21" * 9,
        "invisible": "\u200b" * 8 + "Boss",
        "accents": "Zo" + "\u0308" * 12 + "Boss",
    }.items():
        for number in (1, 3):
            attack(f"s-tidy-{name}-{number}.bin", number, label)
