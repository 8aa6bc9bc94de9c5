"""Many articles, in one process or several: same results, same order."""

import pytest

import quotes
from quotes.articles import Article, Failure
from quotes.batch import Result, processes
from quotes.errors import ModelError

ARTICLES = [Article(f"a{number}", f"Ana Lee said that rule {number} fell. " * (1 + number % 3)) for number in range(12)]


def failure():
    return Failure("bad", None, "cannot be read")


@pytest.mark.model
def test_results_come_in_order_and_what_is_no_article_passes_through():
    known = Result(ARTICLES[2], ())
    first, second, third, fourth = quotes.extract_many([ARTICLES[0], failure(), ARTICLES[1], known])

    assert (first.article.id, third.article.id) == ("a0", "a1")
    assert (second, fourth) == (failure(), known)


@pytest.mark.model
def test_worker_processes_give_the_same_in_the_same_order():
    articles = [Result(Article("known", "Rain fell."), ()), *ARTICLES, failure()]

    assert list(quotes.extract_many(articles, jobs=2)) == list(quotes.extract_many(articles))


@pytest.mark.model
def test_articles_are_taken_only_a_little_ahead():
    taken = []

    def endless():
        while True:
            taken.append(len(taken))
            yield Article(f"a{len(taken)}", "Ana Lee said that rain fell.")

    results = quotes.extract_many(endless(), jobs=2)
    next(results)
    results.close()

    assert len(taken) <= 2 * processes.LOOK_AHEAD


@pytest.mark.model
def test_a_fault_of_ours_costs_one_article(monkeypatch):
    def extract(doc, article, *, gender, lexicon):
        if article.id == "a1":
            raise IndexError("list index out of range")
        return []

    monkeypatch.setattr(processes, "extract", extract)
    first, second, third = quotes.extract_many(ARTICLES[:3])

    assert first == Result(ARTICLES[0], ())
    assert (
        "internal error, please report it: IndexError('list index out of range') in test_processes.py" in second.error
    )
    assert third == Result(ARTICLES[2], ())


def test_a_model_that_is_not_installed_stops_the_batch():
    with pytest.raises(ModelError):
        quotes.extract_many(ARTICLES, model="xx_none")
