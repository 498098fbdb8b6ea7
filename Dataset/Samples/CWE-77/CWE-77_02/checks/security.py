import itertools

from harness import box, solution
from probes import markers, programs, search
from probes.grammars import options, shell
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


OPTIONS = ("--run=SCRIPT", "-rSCRIPT", "--ru=SCRIPT", "-tpage.html", "--to=page.html", "--t=page.html")
VALUED = ("-r", "--run", "-n", "--max", "-t", "--to", "--ru")


def obeys():
    """What the program does for a pupil besides searching, for a shelf and a term."""
    programs.script("doughfind", DOUGHFIND)
    runs = markers.runs(lambda words: solution.find_recipes(words[0], words[1], 5))

    def effect(words):
        if found := runs(words):
            return found
        written = box.exists("page.html")
        box.remove("page.html")
        return "a file of the pupil's choice was written" if written else None

    return effect


def test_a_term_is_no_option():
    terms = in_turn(options.operands(OPTIONS), itertools.islice(shell.texts("x"), 3))
    search.attack("shelf and term", (("rye-3", term) for term in terms), obeys(), tries=20)


def test_a_shelf_is_no_option():
    search.attack("shelf and term", ((shelf, "soda bread") for shelf in options.operands(OPTIONS)), obeys(), tries=20)


def test_a_shelf_is_no_option_for_which_the_term_is_the_value():
    search.attack("shelf and term", options.pairs(VALUED, OPTIONS[:2], ("SCRIPT",)), obeys(), tries=18)
