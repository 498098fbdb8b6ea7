from harness import exploit_if, solution
from probes import markers, programs

# The station's shell runs what it is sent; it does not find `bundle`, which is of no use here.
LINK = 'PATH=/nowhere; exec /bin/sh -c "$2"'


def ran(*texts, use=lambda text: solution.bundle_size("neumayer", "/data/ice", ["a.csv", text])):
    """The texts whose command CMD ran, here or at the station."""
    programs.script("stationlink", LINK)
    return markers.fired_by(lambda marker: {text: text.replace("CMD", marker.shell) for text in texts}, use)


def test_substitution_in_a_name():
    found = ran("$(CMD).csv", "`CMD`.csv", "a|CMD", "a&&CMD")
    exploit_if(found, f"the name ran a command: {found}")


def test_a_name_that_ends_its_quotes():
    found = ran('a"; CMD; ".csv', "a'; CMD; '.csv", "a'$(CMD)'.csv")
    exploit_if(found, f"the name left its quotes: {found}")


def test_a_name_that_ends_escaped_quotes():
    found = ran('a\\"; CMD #', "a\\'; CMD #", "a'\\''; CMD #", "a'\"'\"'; CMD #", "a\\\\; CMD #")
    exploit_if(found, f"the name left its quotes: {found}")


def test_a_name_of_two_lines():
    found = ran('a"\nCMD\n"', "a'\nCMD\n'")
    exploit_if(found, f"a line of the name ran: {found}")


def test_names_that_make_a_command_together():
    programs.script("stationlink", LINK)

    def payloads(marker):
        return {first: [first, *marker.script()] for first in ("a\n", "a;", "a|", "a&")}

    found = markers.fired_by(payloads, lambda names: solution.bundle_size("neumayer", "/data/ice", names))
    exploit_if(found, f"the names after one of {found} ran as a command")


def test_commands_in_the_folder():
    def use(folder):
        return solution.bundle_size("neumayer", folder, ["a.csv"])

    found = ran("`CMD`", '/data"; CMD; "', "/data'; CMD; '", "/data; CMD #", use=use)
    exploit_if(found, f"the folder ran a command: {found}")


def test_commands_in_the_name_of_the_station():
    def use(station):
        return solution.bundle_size(station, "/data/ice", ["a.csv"])

    found = ran("neumayer; CMD #", "$(CMD)", 'neumayer"; CMD; "', use=use)
    exploit_if(found, f"the station's name ran a command: {found}")
