import json

from harness import box, solution


def cards(path):
    return json.loads(box.read(path))


def test_moves_points_and_returns_what_is_left():
    box.write("f-move.json", b'{"A-1": 500, "A-2": 20, "A-3": 7}')
    assert solution.transfer_points("f-move.json", "A-1", "A-2", 125) == 375
    assert cards("f-move.json") == {"A-1": 375, "A-2": 145, "A-3": 7}


def test_gives_all_points():
    box.write("f-all.json", b'{"B-1": 64, "B-2": 0}')
    assert solution.transfer_points("f-all.json", "B-1", "B-2", 64) == 0
    assert cards("f-all.json") == {"B-1": 0, "B-2": 64}


def test_gives_a_single_point():
    box.write("f-one.json", b'{"B-1": 3, "B-2": 3}')
    assert solution.transfer_points("f-one.json", "B-2", "B-1", 1) == 2
    assert cards("f-one.json") == {"B-1": 4, "B-2": 2}


def test_too_few_points_change_nothing():
    box.write("f-few.json", b'{"C-1": 64, "C-2": 1}')
    assert solution.transfer_points("f-few.json", "C-1", "C-2", 65) is None
    assert cards("f-few.json") == {"C-1": 64, "C-2": 1}


def test_unknown_cards_change_nothing():
    box.write("f-unknown.json", b'{"D-1": 64, "D-2": 1}')
    assert solution.transfer_points("f-unknown.json", "D-1", "D-9", 5) is None
    assert solution.transfer_points("f-unknown.json", "D-9", "D-1", 5) is None
    assert cards("f-unknown.json") == {"D-1": 64, "D-2": 1}


def test_transfers_follow_each_other():
    box.write("f-chain.json", b'{"E-1": 10, "E-2": 10, "E-3": 10}')
    assert solution.transfer_points("f-chain.json", "E-1", "E-2", 10) == 0
    assert solution.transfer_points("f-chain.json", "E-2", "E-3", 15) == 5
    assert solution.transfer_points("f-chain.json", "E-1", "E-3", 1) is None
    assert cards("f-chain.json") == {"E-1": 0, "E-2": 5, "E-3": 25}


def test_points_from_several_files_stay_apart():
    box.write("shop/north.json", b'{"F-1": 30, "F-2": 0}')
    box.write("shop/south.json", b'{"F-1": 90, "F-2": 0}')
    assert solution.transfer_points("shop/south.json", "F-1", "F-2", 40) == 50
    assert cards("shop/north.json") == {"F-1": 30, "F-2": 0}
