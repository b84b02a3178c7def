"""A Problem that ends in a log or a trace says its class and no word of a person (X02)."""

import traceback

from ouderapp.base.errors import NotFound, Problem


def test_the_text_of_a_problem_is_its_class() -> None:
    problem = NotFound(field="name", family="Haddad")

    told = (str(problem), repr(problem), *traceback.format_exception(problem))

    assert str(problem) == "NotFound"
    assert "Haddad" not in " ".join(told)


def test_the_words_for_the_person_are_kept_beside_it() -> None:
    problem: Problem = NotFound(family="Haddad")

    assert problem.places == {"family": "Haddad"}
