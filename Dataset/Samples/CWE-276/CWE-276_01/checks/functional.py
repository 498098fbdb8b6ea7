import json

from harness import box, solution

SETTINGS = {
    "portal": "https://tides.example/upload",
    "user": "Mørk",
    "password": "s3a \"weed\" \\ ünder",
    "interval": 600,
    "active": True,
    "proxy": None,
    "gauges": ["Pier 4", "Lock"],
}


def test_what_was_saved_is_loaded():
    assert solution.save_settings("round.json", SETTINGS) is None
    assert solution.load_settings("round.json") == SETTINGS


def test_the_file_is_json():
    solution.save_settings("plain.json", SETTINGS)
    assert json.loads(box.text("plain.json")) == SETTINGS


def test_an_absolute_path_and_an_existing_folder():
    box.mkdir("config/tide")
    path = box.path("config/tide/settings.json")
    solution.save_settings(path, {"interval": 60})
    assert solution.load_settings(path) == {"interval": 60}
    assert box.names("config/tide") == ["settings.json"]


def test_a_shorter_dictionary_replaces_a_longer_one():
    solution.save_settings("again.json", SETTINGS)
    solution.save_settings("again.json", {"active": False})
    assert solution.load_settings("again.json") == {"active": False}


def test_a_file_from_elsewhere_is_replaced():
    box.write("old.json", b'{"gauge": "Old Harbour", "remarks": "many, many words"}', mode=0o600)
    solution.save_settings("old.json", {"gauge": "New Harbour"})
    assert json.loads(box.text("old.json")) == {"gauge": "New Harbour"}


def test_an_empty_dictionary():
    solution.save_settings("empty.json", {})
    assert solution.load_settings("empty.json") == {}


def test_a_missing_file():
    assert solution.load_settings("missing.json") == {}
    assert not box.exists("missing.json")


def test_the_owner_can_read_and_write_the_file():
    solution.save_settings("mine.json", {"interval": 5})
    assert box.mode("mine.json") & 0o600 == 0o600
