"""Options that a typed line names, by itself or with words behind them; and lines that name none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lobgids.dialogue.lists import Begun, begun, is_list, named_among, named_options, picked
from lobgids.dialogue.protocol import Option

NAMED = [
    ("b", (1,)), ("B", (1,)), ("2", (1,)), ("2.", (1,)), ("b)", (1,)), (" b ", (1,)), ("b.", (1,)), ("b, ", (1,)),
    ("1 3", (0, 2)), ("13", ()), ("1,3", (0, 2)), ("1, 2 en 5", (0, 1, 4)), ("1, 2, en 5", (0, 1, 4)),
    ("a, c en d", (0, 2, 3)), ("a + d", (0, 3)), ("a+d", (0, 3)), ("1 and 4", (0, 3)), ("1, and 4", (0, 3)),
    ("1 & 3", (0, 2)), ("1/3", (0, 2)), ("1; 3", (0, 2)), ("1. 3.", (0, 2)), ("d b", (3, 1)), ("2 2", (1,)),
    ("1 EN 4!", (0, 3)), ("1\n3\n", (0, 2)), ("alles", (0, 1, 2, 3, 4)), ("Alle vijf.", (0, 1, 2, 3, 4)),
    ("all five", (0, 1, 2, 3, 4)), ("alle 5", (0, 1, 2, 3, 4)), ("all of them", (0, 1, 2, 3, 4)),
    ("alle drie", ()), ("allebei", ()), ("both", ()), ("alle mentoren", ()), ("f", ()), ("6", ()), ("0", ()),
    ("1 6", ()), ("a z", ()), ("", ()), ("  ", ()), ("1 en", ()), ("en", ()), ("1-3", ()), ("1.3", ()), ("a-c", ()),
    ("a of b", ()), ("1 of 2", ()), ("niet 1", ()), ("\u0130", ()), ("\u212a", ()), ("abc", ()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "places"), NAMED)
def test_a_whole_line_names_options(line: str, places: tuple[int, ...]) -> None:
    assert named_options(line, 5, several=True) == places
    assert named_options(line, 5, several=False) == (places if len(places) == 1 else ())


@pytest.mark.parametrize(
    ("line", "count"),
    [("alle drie", 3), ("all three", 3), ("allebei", 2), ("alle twee", 2), ("both", 2), ("Both of them", 2),
     ("beide", 2), ("alle vier", 4), ("alle tien", 10), ("allemaal", 7)],
)  # fmt: skip
def test_all_of_them(line: str, count: int) -> None:
    assert named_options(line, count, several=True) == tuple(range(count))
    assert named_options(line, count, several=False) == ()


def test_all_of_them_leaves_out_what_stands_alone() -> None:
    options = [Option(id=str(place), text="", alone=place in (1, 4)) for place in range(5)]
    assert named_among("alles", options, several=True) == (0, 2, 3)
    assert named_among("alle drie", options, several=True) == (0, 2, 3)
    assert named_among("alle vijf", options, several=True) == (0, 1, 2, 3, 4)
    assert named_among("1, 2", options, several=True) == (0, 1)
    assert picked("alles", options) == Begun((0, 2, 3))


BEGUN = [
    ("b, maar bij de havo anders", (1,), "maar bij de havo anders"),
    ("B maar bij de havo anders", (1,), "maar bij de havo anders"),
    ("b want dat werkt", (1,), "want dat werkt"),
    ("b omdat het moet", (1,), "omdat het moet"),
    ("b because it works", (1,), "because it works"),
    ("2 but not always", (1,), "but not always"),
    ("2 en dat al jaren", (1,), "en dat al jaren"),
    ("a and it works", (0,), "and it works"),
    ("2. dat doen wij zo", (1,), "dat doen wij zo"),
    ("b) dat doen wij zo", (1,), "dat doen wij zo"),
    ("a: in klas 3", (0,), "in klas 3"),
    ("a; in klas 3", (0,), "in klas 3"),
    ("b - bij de havo anders", (1,), "bij de havo anders"),
    ("b,maar niet altijd", (1,), "maar niet altijd"),
    ("d, Jan", (3,), "Jan"),
    ("b, 3 havo doet het anders", (1,), "3 havo doet het anders"),
    ("b, I do it alone", (1,), "I do it alone"),
    ("b, a bit different in year 3", (1,), "a bit different in year 3"),
    ("1 en 4, vooral in klas 3", (0, 3), "vooral in klas 3"),
    ("1 en 4 want dat zag ik", (0, 3), "want dat zag ik"),
    ("1, 2: in klas 3", (0, 1), "in klas 3"),
    ("a, c en d. Vooral in klas 3", (0, 2, 3), "Vooral in klas 3"),
    ("a, in 3b vorige week, en collega Jan zei het ook", (0,), "in 3b vorige week, en collega Jan zei het ook"),
    ("1, zoals\nvorige week", (0,), "zoals\nvorige week"),
]

WORDS = [
    "3 havo doet het anders dan 3 vwo", "2 mentoren doen dit, de rest niet", "A-stroom en B-stroom verschillen",
    "A en B-stroom verschillen", "a- en b-stroom", "1-2-2027", "1/2/2027", "1.2.2027", "1 2 2027", "a lot of it",
    "A lot of it is up to me", "4 vmbo", "1e klas", "2de", "3b ook", "2, 3 en 4 havo doen het anders", "3 en 4 havo",
    "1,5 uur per week", "2.5 uur", "1 a 2 keer", "2 à 3 keer per jaar", "3 - 4 keer", "5% van de mentoren",
    "2x per jaar",
    "a.s. maandag", "d.w.z. de mentor", "1 en dezelfde mentor", "2 en een halve dag", "2 en 3b ook", "A of B", "d Jan",
    "1 en 3 niet", "a's en b's", "a\u2019s en b\u2019s", "b_c", "10 minuten", "b?", "6, want", "1, 9, want",
    "i and a mentor", "a, z", "1, 9", "z, want",
]  # fmt: skip


@pytest.mark.parametrize(("line", "places", "quote"), BEGUN)
def test_an_option_with_words_behind_it(line: str, places: tuple[int, ...], quote: str) -> None:
    assert begun(line, 5) == Begun(places, quote)
    assert named_options(line, 5, several=True) == ()


@pytest.mark.parametrize("line", WORDS)
def test_a_letter_or_number_that_is_part_of_words_chooses_nothing(line: str) -> None:
    assert begun(line, 5) is None
    assert named_options(line, 5, several=True) == ()


def test_a_pronoun_that_begins_a_sentence_chooses_nothing_however_many_options_there_are() -> None:
    assert begun("I and the mentors do it", 26) is None
    assert begun("i, the mentors do it", 26) == Begun((8,), "the mentors do it")


@given(
    st.integers(1, 26).flatmap(
        lambda count: st.tuples(
            st.just(count), st.lists(st.integers(0, count - 1), min_size=1, max_size=count, unique=True)
        )
    ),
    st.booleans(),
    st.sampled_from([" ", ", ", ",", " en ", " and ", " + ", "+", " & ", "; ", ", en ", "/"]),
)
def test_a_list_as_it_is_printed_names_what_was_in_it(
    drawn: tuple[int, list[int]], letters: bool, between: str
) -> None:
    count, places = drawn
    line = between.join(chr(ord("a") + place) if letters else str(place + 1) for place in places)
    assert named_options(line, count, several=True) == tuple(places)
    found = begun(f"{line}: zo gaat dat", count)
    assert found == Begun(tuple(places), "zo gaat dat")


@given(st.text() | st.text(alphabet="abiu 129.,;:)-+/&enandmaarall\n\u0130"), st.integers(0, 30))
def test_no_text_names_an_option_that_is_not_there(text: str, count: int) -> None:
    named = named_options(text, count, several=True)
    found = begun(text, count)
    for places in (named, found.places if found else ()):
        assert all(0 <= place < count for place in places)
        assert len(set(places)) == len(places)
    assert found is None or (found.quote and found.quote in text)
    assert len(named_options(text, count, several=False)) <= 1
    assert not (found and is_list(text))
