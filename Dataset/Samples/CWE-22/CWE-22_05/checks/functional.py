import base64
import json

from harness import box, solution

DESIGNS = {
    "Zebra.dst": b"LA:Zebra\r\n\0\xff",
    "a/b/c/deep.pes": b"#PES0001",
    "border..wide.pes": b"",
    "flowers/Rose no. 3.dst": b"LA:Rose",
    "flowers/small/Bud.dst": b"LA:Bud",
    "flowers-old/Rose.dst": b"LA:Old",
    "Vögel/..Eule 鳥.dst": bytes(range(256)),
}


def fill(folder, designs=None):
    for name, data in (DESIGNS if designs is None else designs).items():
        box.write(f"{folder}/{name}", data)
    return folder


def text_of(designs):
    listed = [{"name": name, "data": base64.b64encode(data).decode()} for name, data in designs.items()]
    return json.dumps({"made_by": "satin 2", "designs": listed})


def files(folder):
    return {name: box.read(f"{folder}/{name}") for name in DESIGNS if box.exists(f"{folder}/{name}")}


def test_a_backup_holds_every_file_in_order():
    document = json.loads(solution.back_up(fill("f1/designs")))
    assert document["made_by"] == "satin 2"
    assert [design["name"] for design in document["designs"]] == sorted(DESIGNS)
    assert {design["name"]: base64.b64decode(design["data"]) for design in document["designs"]} == DESIGNS


def test_a_backup_of_an_empty_folder():
    box.mkdir("f2/designs/empty")
    assert json.loads(solution.back_up("f2/designs")) == {"made_by": "satin 2", "designs": []}


def test_folders_are_named_in_several_ways():
    fill("f3/designs")
    expected = json.loads(text_of(dict(sorted(DESIGNS.items()))))
    for folder in ("f3/designs", "f3/designs/", box.path("f3/designs")):
        assert json.loads(solution.back_up(folder)) == expected


def test_everything_comes_back():
    for number, folder in enumerate(("f4/a/new", "f4/b/new/", box.path("f4/c/new"))):
        assert solution.restore(text_of(DESIGNS), folder) == sorted(DESIGNS), number
        assert files(folder) == DESIGNS
        assert json.loads(solution.back_up(folder)) == json.loads(text_of(dict(sorted(DESIGNS.items()))))


def test_files_are_replaced_and_others_stay():
    fill("f5/designs", {"Zebra.dst": b"a longer one" * 40, "own.dst": b"own", "flowers/own.dst": b"mine"})
    solution.restore(text_of(DESIGNS), "f5/designs")
    assert files("f5/designs") == DESIGNS
    assert box.read("f5/designs/own.dst") == b"own"
    assert box.read("f5/designs/flowers/own.dst") == b"mine"


def test_a_part_comes_back():
    part = ["flowers/Rose no. 3.dst", "flowers/small/Bud.dst"]
    assert solution.restore(text_of(DESIGNS), "f6/designs", "flowers") == part
    assert sorted(files("f6/designs")) == part
    assert solution.restore(text_of(DESIGNS), "f6/more", only="flowers/small") == ["flowers/small/Bud.dst"]
    assert solution.restore(text_of(DESIGNS), "f6/none", only="trees") == []


def test_nothing_else_is_written():
    box.mkdir("f7/designs")
    solution.restore(text_of({"x.dst": b"x"}), "f7/designs")
    assert box.walk("f7") == ["designs", "designs/x.dst"]
    solution.back_up("f7/designs")
    assert box.walk("f7") == ["designs", "designs/x.dst"]


def test_an_empty_backup():
    assert solution.restore(text_of({}), "f8/designs") == []
