from harness import solution

ADA = {"name": "Ada", "voice": "Alto", "first_rehearsal": "3 May", "solo": "Ave Maria"}
BO = {"name": "Bo", "voice": "Bass", "first_rehearsal": "10 May", "solo": ""}


def test_one_letter_for_each_member():
    assert solution.circular("Dear {{ name }}, be there on {{ first_rehearsal }}.", [ADA, BO]) == [
        "Dear Ada, be there on 3 May.",
        "Dear Bo, be there on 10 May.",
    ]


def test_no_members():
    assert solution.circular("Dear {{ name }}", []) == []


def test_a_template_without_placeholders():
    assert solution.circular("No rehearsal in July.", [ADA, BO]) == ["No rehearsal in July."] * 2


def test_blanks_inside_the_braces():
    assert solution.circular("{{name}}-{{  name }}-{{ name|upper }}-{{ name | lower }}", [ADA]) == ["Ada-Ada-ADA-ada"]


def test_a_particular_that_is_not_there():
    assert solution.circular("{{ name }}: {{ phone }}{{ phone|upper }}.", [ADA]) == ["Ada: ."]


def test_capitals_and_small_letters():
    zoe = {"name": "Zoë", "voice": "TENOR"}
    assert solution.circular("{{ name|upper }}, {{ voice|lower }}", [zoe]) == ["ZOË, tenor"]


def test_conditions():
    template = "{{ name }}{% if solo %} sings {{ solo }}{% endif %}{% if phone %} {{ phone }}{% endif %}!"
    assert solution.circular(template, [ADA, BO]) == ["Ada sings Ave Maria!", "Bo!"]


def test_conditions_within_conditions():
    template = "{%if voice%}a{% if solo %}b{% endif %}c{% if name %}d{% endif %}{%endif%}e"
    assert solution.circular(template, [ADA, BO, {"name": "Cy"}]) == ["abcde", "acde", "e"]


def test_lines_are_kept():
    assert solution.circular("Dear {{ name }},\n\n{% if solo %}\nsolo\n{% endif %}\n  Yours", [ADA]) == [
        "Dear Ada,\n\n\nsolo\n\n  Yours"
    ]


def test_single_braces_and_other_signs_are_text():
    text = "{a} } 100 % $name ${x} %(voice)s \\n <b>&amp;</b> 'q' \"q\" {0}"
    assert solution.circular(text + " {{ name }}", [ADA]) == [text + " Ada"]


def test_particulars_are_not_templates():
    strange = {"name": "{{ voice }} {% if voice %}x{% endif %}", "voice": "<i>&\\1 \\g<0> {name}"}
    assert solution.circular("{{ name }}; {{ voice }}", [strange]) == [f"{strange['name']}; {strange['voice']}"]


def test_names_that_resemble_words_of_python():
    member = {"self_": "a", "eval": "b", "range": "c", "dict": "d"}
    assert solution.circular("{{ self_ }}{{ eval }}{% if range %}{{ dict }}{% endif %}", [member]) == ["abd"]
