"""What a preprocessor takes out of a file before it is compiled."""

from assessor.extract.directives import without_conditions


def kept(text: str) -> list[str]:
    lines = without_conditions(text).split("\n")
    assert len(lines) == len(text.split("\n"))
    return [line for line in lines if line]


def test_of_two_branches_the_one_is_kept_whose_condition_holds_without_symbols() -> None:
    assert kept("a\n#if DEBUG\nb\n#elif !NET20 && (A || !B)\nc\n#else\nd\n#endif\ne") == ["a", "c", "e"]


def test_a_symbol_counts_that_the_file_defines() -> None:
    assert kept("#define FULL\n#if FULL // all of it\na\n#else\nb\n#endif\n#undef FULL\n#if FULL\nc\n#endif\nd\ne\nf") == [
        "a",
        "d",
        "e",
        "f",
    ]


def test_conditions_nest_and_strings_that_look_like_them_stay() -> None:
    assert kept('#if A\n#if !B\na\n#endif\nb\n#endif\nvar x = "#if";\nc\nd\ne\nf') == ['var x = "#if";', "c", "d", "e", "f"]


def test_what_encloses_the_file_holds_whatever_it_asks_for() -> None:
    assert kept("// head\n#if NETFRAMEWORK\nclass A\n{\n}\n#endif") == ["// head", "class A", "{", "}"]


def test_broken_conditions_end_with_the_file() -> None:
    assert kept("a\n#endif\n#else\nb\n#if ((((\nc") == ["a", "b"]
    assert kept("#if " + "(" * 5000 + "\na\nb\nc\nd\n#endif\ne\nf\ng\nh\ni\nj\nk\nl") == list("efghijkl")


def test_text_without_conditions_is_untouched() -> None:
    assert without_conditions("a\n#region x\nb\n#endregion") == "a\n#region x\nb\n#endregion"
