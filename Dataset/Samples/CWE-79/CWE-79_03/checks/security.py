from harness import attempt, exploit_if, solution
from probes import html


def attack(context, render):
    marker = html.new_marker()
    for name, payload in html.attacks(context, marker).items():
        found = html.injections(attempt(render, payload).value, marker)
        exploit_if(found, f"{name}: {payload!r} brings {found}")


def with_note(payload):
    return solution.chart_page("Col Vert", [{"day": "2024-01-31", "depth": 1, "note": payload}])


def test_a_note_does_not_end_the_script():
    attack("text", lambda payload: with_note("</script>" + payload))
    attack("text", lambda payload: with_note("</SCRIPT >" + payload))


def test_a_note_is_no_code_of_the_script():
    attack("script", with_note)


def test_a_note_behind_a_backslash_is_no_code():
    attack("script", lambda payload: with_note("\\" + payload))


def test_a_name_is_no_code_of_the_script():
    attack("script", lambda payload: solution.chart_page(payload, []))


def test_a_name_brings_no_element():
    attack("text", lambda payload: solution.chart_page(payload, []))


def test_two_notes_together_are_no_code():
    marker = html.new_marker()
    for first, second in (("\\", f"+{marker}()+\""), ("<!--<script>", f"</script><img src=x onerror={marker}()>")):
        readings = [{"day": "2024-01-30", "depth": 1, "note": first}, {"day": second, "depth": 1, "note": second}]
        found = html.injections(attempt(solution.chart_page, "Col Vert", readings).value, marker)
        exploit_if(found, f"the notes {first!r} and {second!r} together bring {found}")


def test_fields_that_name_each_other_bring_no_code():
    marker = html.new_marker()
    for name, field in html.placeholders("station", "data").items():
        for station, note in ((field, f"<img src=x onerror={marker}()>"), ("\\", field)):
            day = {"day": f"+{marker}()+", "depth": 1, "note": note}
            found = html.injections(attempt(solution.chart_page, station, [day, day]).value, marker)
            exploit_if(found, f"{name}: the name {station!r} and the note {note!r} together bring {found}")
