import json

from harness import solution
from probes import html

READINGS = [
    {"day": "2024-01-30", "depth": 80, "note": ""},
    {"day": "2024-01-31", "depth": 105, "note": "fresh powder, wind from the west"},
    {"day": "2024-02-01", "depth": 0, "note": "rain"},
]


def page(station, readings):
    return html.Page(solution.chart_page(station, readings))


def chart(found):
    """What the script gives to `draw`."""
    scripts = [script for script in found.scripts if "const chart = " in script]
    assert len(scripts) == 1
    data, end = json.JSONDecoder().raw_decode(scripts[0].partition("const chart = ")[2])
    assert scripts[0].partition("const chart = ")[2][end:].split() == [";", "draw(chart);"]
    return data


def test_title_and_heading_name_the_station():
    found = page("Col Vert", READINGS)
    assert [element.text.strip() for element in found.find_all("title")] == ["Col Vert"]
    assert [element.text.strip() for element in found.find_all("h1")] == ["Col Vert"]


def test_the_data_of_the_chart():
    assert chart(page("Col Vert", READINGS)) == {"station": "Col Vert", "readings": READINGS}


def test_a_station_without_readings():
    assert chart(page("Col Vert", [])) == {"station": "Col Vert", "readings": []}


def test_what_the_script_needs_is_in_the_page():
    found = page("Col Vert", READINGS)
    assert len(found.find_all("div", id="chart")) == 1
    sources = [element.attributes.get("src") for element in found.find_all("script")]
    assert sources == ["/static/draw.js", None]


def test_signs_in_notes_arrive_as_typed():
    notes = ("Tom & Jerry <3", "depth < 3, \"soft\"", "it's 5 > 4; draw(chart)", "über 2 m, 50 %", "{{ 1 }} %(a)s")
    for typed in notes:
        readings = [{"day": "2024-02-02", "depth": 1, "note": typed}]
        assert chart(page("Col Vert", readings)) == {"station": "Col Vert", "readings": readings}


def test_signs_in_names_appear_as_typed():
    for typed in ("Tom & Jerry <3", "Val d'Or \"east\"", "Süd & West"):
        found = page(typed, READINGS)
        assert found.find("h1").text.strip() == typed
        assert found.find("title").text.strip() == typed
        assert chart(found)["station"] == typed
