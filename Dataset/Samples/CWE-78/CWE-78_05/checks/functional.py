import json

from harness import box, solution
from probes import programs

COMMANDS = {
    "print": "xrayprint --animal {animal} {picture} | pagecount",
    "ask": "xraymail --to {specialist} {picture} --text {question} --about {animal} && echo sent",
    "twice": "xrayprint {animal} {animal} {long_name} {animal}",
    "plain": "xrayprint 'a b' $((2 + 3)) \"$HOME/x\" > printed.txt; echo ok",
    "chain": "xrayprint {animal} || echo {animal}",
}
TOOLS = {"xrayprint": "printf '%s|' \"$@\"", "xraymail": "exit 0", "pagecount": "read -r line; echo \"got $line\""}
#: A backslash that stands before a quote or a dollar sign does not occur.
VALUES = (
    *("Mr. O'Malley & \"Tiger\" (2)", "Costs $5? *really*; yes | no > `x` #1", "  two  blanks "),
    *("Größe – 犬", "-n", "%s 100%", "first\nsecond", "'", "~"),
)


def desk(**tools):
    box.write("settings/desk.json", json.dumps(COMMANDS))
    return solution.Desk("settings/desk.json"), {
        name: programs.script(name, text) for name, text in (TOOLS | tools).items()
    }


def test_fields():
    one, _ = desk()
    assert one.fields("print") == ["animal", "picture"]
    assert one.fields("ask") == ["specialist", "picture", "question", "animal"]
    assert one.fields("twice") == ["animal", "long_name"]
    assert one.fields("plain") == []


def test_a_command_with_a_pipe():
    one, tools = desk()
    assert one.run("print", {"animal": "Tiger", "picture": "paw 2.png"}) == "got --animal|Tiger|paw 2.png|\n"
    assert tools["xrayprint"].calls == [["--animal", "Tiger", "paw 2.png"]]


def test_values_arrive_as_they_were_typed():
    one, tools = desk()
    for value in VALUES:
        tools["xraymail"].clear()
        values = {"specialist": "Dr. Paw", "picture": "a b.png", "question": value, "animal": value}
        assert one.run("ask", values) == "sent\n"
        assert tools["xraymail"].calls == [["--to", "Dr. Paw", "a b.png", "--text", value, "--about", value]]


def test_a_placeholder_that_occurs_several_times():
    one, tools = desk()
    one.run("twice", {"animal": "Rex & Co", "long_name": "x"})
    assert tools["xrayprint"].calls == [["Rex & Co", "Rex & Co", "x", "Rex & Co"]]


def test_an_empty_value():
    one, tools = desk()
    one.run("twice", {"animal": "", "long_name": "x"})
    assert tools["xrayprint"].calls == [["", "", "x", ""]]


def test_a_command_without_placeholders():
    one, tools = desk()
    assert one.run("plain", {}) == "ok\n"
    [[first, second, third]] = tools["xrayprint"].calls
    assert (first, second) == ("a b", "5")
    assert third.endswith("/x")
    assert box.text("printed.txt").startswith("a b|5|")


def test_a_command_that_fails():
    one, _ = desk(xraymail="echo no; exit 3")
    assert one.run("ask", {"specialist": "a", "picture": "b", "question": "c", "animal": "d"}) is None


def test_the_exit_status_is_that_of_the_line():
    one, _ = desk(xrayprint="exit 1")
    assert one.run("chain", {"animal": "Rex & Tiger"}) == "Rex & Tiger\n"


def test_two_desks():
    one, _ = desk()
    box.write("settings/other.json", json.dumps({"print": "echo other {animal}"}))
    other = solution.Desk(box.path("settings/other.json"))
    assert other.run("print", {"animal": "Ä x"}) == "other Ä x\n"
    assert one.fields("print") == ["animal", "picture"]
