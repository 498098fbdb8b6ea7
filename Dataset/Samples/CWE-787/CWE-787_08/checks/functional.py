import struct

from harness import box, solution

OWN = b"controller"


def entries_of(rooms):
    """The directory of lines (start, room, text)."""
    return b"".join(struct.pack("<IHH", start, room, len(text.encode())) for start, room, text in rooms)


def hall(name, rooms, size=160):
    data = bytearray(OWN * size)[:size]
    head = b"FISH" + len(rooms).to_bytes(2, "little") + b"ow" + entries_of(rooms)
    data[: len(head)] = head
    for start, room, text in rooms:
        data[start : start + room] = text.encode().ljust(room, b"\0")
    if box.exists(name):
        with box.hold(name) as file:
            file.write(data)
    else:
        box.write(name, bytes(data))
    return bytes(data)


def same(name, rooms):
    """Is the file what it would be with these texts?"""
    found = box.read(name)
    assert found == hall(f"expected-{name}", rooms, len(found))


def test_texts_are_read():
    hall("f1.bin", [(60, 20, "Lot 1: plaice"), (90, 10, ""), (40, 20, "Ål für Łódź, 5 €"[:14])])
    lines = solution.Lines("f1.bin")
    assert [lines.text(number) for number in range(3)] == ["Lot 1: plaice", "", "Ål für Łódź, 5"]


def test_a_text_takes_the_place_of_another():
    hall("f2.bin", [(60, 20, "Lot 1: plaice"), (40, 12, "Cod")])
    lines = solution.Lines(box.path("f2.bin"))
    assert lines.put(0, "sold") is None
    same("f2.bin", [(60, 20, "sold"), (40, 12, "Cod")])
    lines.put(1, "Zander 2 €")
    same("f2.bin", [(60, 20, "sold"), (40, 12, "Zander 2 €")])
    lines.put(0, "")
    same("f2.bin", [(60, 20, ""), (40, 12, "Zander 2 €")])
    assert lines.text(0) == "" and lines.text(1) == "Zander 2 €"


def test_a_text_that_fills_its_room():
    hall("f3.bin", [(40, 12, "Cod"), (52, 8, "Hake")])
    lines = solution.Lines("f3.bin")
    lines.put(0, "twelve bytes")
    lines.put(1, "Øre ñs")
    same("f3.bin", [(40, 12, "twelve bytes"), (52, 8, "Øre ñs")])
    lines.put(1, "")
    lines.insert(1, 0, "8 bytes!")
    lines.put(0, "seven b")
    lines.insert(0, 3, "-five")
    same("f3.bin", [(40, 12, "sev-fiveen b"), (52, 8, "8 bytes!")])


def test_a_text_goes_into_a_line():
    hall("f4.bin", [(40, 30, "Lot: plaice"), (80, 40, "Ål à 5 €")])
    lines = solution.Lines("f4.bin")
    assert lines.insert(0, 3, " 12") is None
    lines.insert(0, 14, ", sold")
    lines.insert(0, 0, "> ")
    same("f4.bin", [(40, 30, "> Lot 12: plaice, sold"), (80, 40, "Ål à 5 €")])
    lines.insert(1, 2, "e £")
    lines.insert(1, 11, "/kg")
    lines.insert(1, 6, "")
    same("f4.bin", [(40, 30, "> Lot 12: plaice, sold"), (80, 40, "Åle £ à 5 €/kg")])


def test_a_line_is_copied():
    hall("f5.bin", [(40, 12, "Cod & hake"), (60, 30, "a longer text of 29 bytes, ok"), (100, 12, "")])
    lines = solution.Lines("f5.bin")
    assert lines.copy(0, 1) is None
    lines.copy(0, 2)
    lines.copy(1, 1)
    same("f5.bin", [(40, 12, "Cod & hake"), (60, 30, "Cod & hake"), (100, 12, "Cod & hake")])


def test_the_master_changes_lines():
    rooms = [(40, 12, "Cod"), (60, 10, "Hake")]
    hall("f6.bin", rooms)
    lines = solution.Lines("f6.bin")
    lines.put(0, "Lot 3")
    lines.text(1)
    hall("f6.bin", [(100, 20, "Lot 3"), (50, 10, "Hake"), (64, 6, "new")])
    assert [lines.text(number) for number in range(3)] == ["Lot 3", "Hake", "new"]
    lines.put(0, "Lot 3: 20 kg, sold")
    lines.insert(1, 4, " A")
    lines.copy(2, 1)
    same("f6.bin", [(100, 20, "Lot 3: 20 kg, sold"), (50, 10, "new"), (64, 6, "new")])


def test_two_objects_work_on_one_file():
    hall("f7.bin", [(40, 20, "Cod")])
    first, second = solution.Lines("f7.bin"), solution.Lines("f7.bin")
    first.put(0, "Halibut")
    assert second.text(0) == "Halibut"
    second.insert(0, 7, "s")
    assert first.text(0) == "Halibuts"
