"""Clauses: verb groups with their subjects, through lists, asides and relative clauses. All sentences are invented."""

import pytest

from pressroom.growth.clauses import find_groups
from pressroom.growth.numbers import find_numbers
from pressroom.growth.tokens import Tokens


def groups(text: str) -> list[tuple[str, str, str]]:
    tk = Tokens(text)
    mark = bytearray(tk.n)
    for number in find_numbers(tk, mark):
        for x in range(number.i, number.j):
            mark[x] = 1
    return [(tk.words(g.i, g.j), g.tense, tk.words(*g.subject)) for g in find_groups(tk, mark)]


@pytest.mark.parametrize(
    ("text", "verb", "tense", "subject"),
    [
        ("Output of steel rose 5 percent.", "rose", "past", "Output of steel"),
        ("Output of pumps, valves, and pipes all grew.", "grew", "past", "Output of pumps, valves, and pipes"),
        ("Tickets sold for plays and shows were up 5%.", "were", "past", "Tickets sold for plays and shows"),
        ("Broad money (M2) expanded by 6.4%.", "expanded", "past", "Broad money (M2)"),
        ("Sales by private firms, according to invoices, grew 8%.", "grew", "past", "Sales by private firms"),
        ("A firm that hires people can receive 1,500 yuan.", "can receive", "modal", "A firm that hires people"),
        ("The time needed to open a shop has been cut.", "has been cut", "perf", "The time needed to open a shop"),
        ("In Marlow, stocks now stand at 5 tonnes.", "stand", "pres", "stocks"),
        ("The rate is expected to reach 5 percent.", "is expected to reach", "fut", "The rate"),
        ("Costs are to fall by 5 percent.", "are to fall", "fut", "Costs"),
        ("A trip that used to take three days is shorter.", "used to take", "past", ""),
    ],
)  # fmt: skip
def test_a_verb_group_has_its_tense_and_its_subject(text: str, verb: str, tense: str, subject: str) -> None:
    assert (verb, tense, subject) in groups(text)


def test_a_word_that_can_be_a_noun_is_one_beside_an_article_or_a_preposition() -> None:
    assert groups("the increase in exports and the use of water") == []


def test_a_second_clause_has_a_subject_of_its_own_or_shares_the_first() -> None:
    found = groups("Exports rose 5 percent, while imports fell 3 percent and reached 2 billion yuan.")
    assert found == [("rose", "past", "Exports"), ("fell", "past", "imports"), ("reached", "past", "")]


def test_infinitives_joined_to_an_aim_go_on_with_it() -> None:
    found = groups("We aim to expand output by 5%, create 800 jobs and lift the share to 9%.")
    assert [(verb, tense) for verb, tense, _ in found] == [
        ("aim", "pres"), ("to expand", "inf"), ("create", "inf"), ("lift", "inf"),
    ]  # fmt: skip
