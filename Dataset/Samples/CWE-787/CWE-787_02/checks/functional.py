from harness import box, solution

HEADER = b"LOCK\x00%c" + b"service code 82-19".ljust(26, b"\xee")
TRAILER = b"firmware 3.1 #77"


def locker(path, *labels):
    memory = HEADER % len(labels) + b"".join(label.encode().ljust(24, b"\0") for label in labels) + TRAILER
    box.write(path, memory, mode=0o666)
    return memory


def test_a_label_is_stored_and_nothing_else_changes():
    before = locker("f-store.bin", "Ada", "Ben", "Cleo")
    assert solution.store_label("f-store.bin", 2, "Benedikt & Söhne") is None
    label = "Benedikt & Söhne".encode().ljust(24, b"\0")
    assert box.read("f-store.bin") == before[:56] + label + before[80:]


def test_labels_are_read():
    locker("f-read.bin", "Ada", "", "Käthe 2. Stock")
    assert [solution.read_label("f-read.bin", number) for number in (1, 2, 3)] == ["Ada", "", "Käthe 2. Stock"]


def test_a_shorter_label_leaves_nothing_of_the_longer_one():
    locker("f-shorter.bin", "Wohngemeinschaft Hof", "Ben")
    solution.store_label("f-shorter.bin", 1, "Jo")
    assert solution.read_label("f-shorter.bin", 1) == "Jo"
    assert solution.read_label("f-shorter.bin", 2) == "Ben"


def test_an_empty_label():
    before = locker("f-empty.bin", "Ada", "Ben")
    solution.store_label("f-empty.bin", 2, "")
    assert box.read("f-empty.bin") == before[:56] + bytes(24) + TRAILER


def test_a_label_that_fills_its_24_bytes():
    before = locker("f-full.bin", "Ada", "Ben", "Cleo")
    solution.store_label("f-full.bin", 1, "Maximiliane Hohenberger!")
    assert box.read("f-full.bin") == before[:32] + b"Maximiliane Hohenberger!" + before[56:]
    assert solution.read_label("f-full.bin", 1) == "Maximiliane Hohenberger!"


def test_twelve_umlauts_fill_a_label_too():
    before = locker("f-umlauts.bin", "Ada", "Ben")
    solution.store_label("f-umlauts.bin", 1, "öäüÖÄÜöäüÖÄÜ")
    assert box.read("f-umlauts.bin") == before[:32] + "öäüÖÄÜöäüÖÄÜ".encode() + before[56:]


def test_the_first_and_the_last_compartment():
    before = locker("f-ends.bin", "A", "B", "C", "D", "E")
    solution.store_label("f-ends.bin", 5, "last one")
    solution.store_label("f-ends.bin", 1, "first one")
    first, last = b"first one".ljust(24, b"\0"), b"last one".ljust(24, b"\0")
    assert box.read("f-ends.bin") == before[:32] + first + before[56:128] + last + TRAILER


def test_a_locker_with_many_compartments():
    locker("f-many.bin", *[f"door {n}" for n in range(1, 201)])
    solution.store_label("f-many.bin", 200, "Zoë")
    assert solution.read_label("f-many.bin", 200) == "Zoë"
    assert solution.read_label("f-many.bin", 199) == "door 199"
