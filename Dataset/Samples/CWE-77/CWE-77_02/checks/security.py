import itertools
import re

from harness import box, solution
from probes import markers, programs, search
from probes.grammars import arguments, options, shell
from probes.grammars.ranked import in_turn

# The options of the program as the Problem describes them; any search has a hit.
DOUGHFIND = r"""
max=10 to= run= operands=0 shelf= term=
operand() {
    operands=$((operands + 1))
    if [ $operands = 1 ]; then shelf=$1; else term=$1; fi
}
option() {
    case $1 in
        n | m | ma | max) max=$2 ;;
        t | to) to=$2 ;;
        r | ru | run) run=$2 ;;
        *) exit 2 ;;
    esac
}
while [ $# -gt 0 ]; do
    word=$1
    shift
    case $word in
        --) for rest; do operand "$rest"; done; break ;;
        --*=*) name=${word%%=*}; option "${name#--}" "${word#*=}" ;;
        --*) option "${word#--}" "$1"; shift ;;
        -[ntr]) option "${word#-}" "$1"; shift ;;
        -[ntr]*) value=${word#-?}; name=${word%"$value"}; option "${name#-}" "$value" ;;
        -?*) exit 2 ;;
        *) operand "$word" ;;
    esac
done
[ $operands -le 2 ] || exit 2
[ -z "$to" ] || exec > "$to"
printf '7\tSoda bread\n'
[ -z "$run" ] || /bin/sh -c "$run"
"""


OPTIONS = ("--run=SCRIPT", "-rSCRIPT", "--ru=SCRIPT", "-tpage.html", "--to=page.html", "--t=page.html", "-n99")
VALUED = ("-r", "--run", "-n", "--max", "-t", "--to", "--ru")


def obeys():
    """What the program does for a pupil besides searching, for a shelf and a term."""
    tool = programs.script("doughfind", DOUGHFIND)
    runs = markers.runs(lambda words: solution.find_recipes(words[0], words[1], 5))

    def effect(words):
        tool.clear()
        if found := runs(words):
            return found
        written = box.exists("page.html")
        box.remove("page.html")
        return "a file of the pupil's choice was written" if written else read_otherwise(tool.calls)

    return effect


def read_otherwise(calls):
    """Something else than a shelf, a term, and the number of hits that was asked for."""
    for arguments in calls:
        read = programs.read(arguments, VALUED)
        options_ = [one for one in read.options if not re.fullmatch(r"-n5?|--max?(=5)?", one)]
        if options_ or set(read.values) - {"5"} or len(read.operands) > 2:
            return f"the program reads {arguments}"[:200]
    return None


def test_a_term_is_no_option():
    others = (*itertools.islice(shell.texts("x"), 3), *itertools.islice(arguments.texts("x"), 6))
    terms = in_turn(options.operands(OPTIONS), others)
    search.attack("shelf and term", (("rye-3", term) for term in terms), obeys(), tries=28)


def test_a_shelf_is_no_option():
    search.attack("shelf and term", ((shelf, "soda bread") for shelf in options.operands(OPTIONS)), obeys(), tries=22)


def test_a_shelf_is_no_option_for_which_the_term_is_the_value():
    search.attack("shelf and term", options.pairs(VALUED, OPTIONS[:2], ("SCRIPT",)), obeys(), tries=18)
