"""A run that is cut off, and the one that goes on from it."""

from contextlib import suppress
from dataclasses import replace

import pytest

from quotes.articles import Article, Failure
from quotes.batch import Finished, Result, write_file
from quotes.errors import OutputError

ABOUT = {"quotes": "1", "options": {"gender": True, "jobs": 1}, "started": "2025-01-20T08:00:00+00:00"}


class Reader:
    """Finds a claim in each article, counts those it was asked for, and is cut off after some of them."""

    def __init__(self, make_claim, *, cut_off_after=None, failing=()):
        self.make_claim, self.cut_off_after, self.failing = make_claim, cut_off_after, failing
        self.read = []

    def __call__(self, articles):
        for article in articles:
            if not isinstance(article, Article):
                yield article
                continue
            if len(self.read) == self.cut_off_after:
                raise KeyboardInterrupt
            self.read.append(article.id)
            yield Failure(article.id, None, "odd") if article.id in self.failing else self.find(article)

    def find(self, article):
        claim = self.make_claim(article.id, text=article.text)
        return Result(article, (claim.model_copy(update={"article": self.info(claim, article)}),))

    def info(self, claim, article):
        return claim.article.model_copy(update={"date": article.date})


def articles(*ids, **known):
    return [Article(each, f"“We won,” Ana Lee told the reporters of {each}.", **known) for each in ids]


@pytest.fixture
def out(tmp_path):
    return tmp_path / "claims.jsonl"


@pytest.fixture
def go(out, make_claim):
    """A function that runs a batch to *out* and returns which articles were read for it."""

    def run(batch, *, about=ABOUT, **how):
        reader, finished = Reader(make_claim, **how), Finished(out, about)
        with suppress(KeyboardInterrupt):
            write_file(out, finished.complete(batch, reader), about=finished.about)
        return reader.read

    return run


@pytest.fixture
def uninterrupted(tmp_path, make_claim):
    """A function that returns what a batch gives at once."""

    def run(batch):
        write_file(tmp_path / "whole.jsonl", Reader(make_claim)(batch), about=ABOUT)
        return (tmp_path / "whole.jsonl").read_bytes()

    return run


def journal(out):
    return out.with_name("claims.jsonl.part") / "finished.jsonl"


def test_what_is_finished_is_not_read_again_and_the_result_is_that_of_one_run(out, go, uninterrupted):
    batch = articles("c", "a", "b", "d")

    assert go(batch, cut_off_after=1) == ["c"]
    assert go(batch, cut_off_after=2) == ["a", "b"]
    assert not out.exists()
    assert go(batch) == ["d"]
    assert out.read_bytes() == uninterrupted(batch)
    assert not journal(out).parent.exists()


def test_the_run_says_that_it_went_on_and_counts_all(out, go):
    go(articles("a", "b"), cut_off_after=1)
    finished = Finished(out, ABOUT | {"started": "2025-01-21T08:00:00+00:00"})

    assert (finished.count, finished.differs) == (1, [])
    assert finished.about == ABOUT | {"resumed": "2025-01-21T08:00:00+00:00"}


@pytest.mark.parametrize("end", ["", "{", '{"digest": "1", "id": "b", "claims": []}', "\0\0\0\n"])
def test_a_last_line_that_was_cut_off_is_dropped(out, go, uninterrupted, end):
    batch = articles("a", "b")
    go(batch, cut_off_after=1)
    with journal(out).open("a") as stream:
        stream.write(end)

    assert go(batch) == ["b"]
    assert out.read_bytes() == uninterrupted(batch)


def test_half_a_line_is_done_again(out, go, uninterrupted):
    batch = articles("a", "b", "c")
    go(batch, cut_off_after=2)
    journal(out).write_bytes(journal(out).read_bytes()[:-9])

    assert go(batch, cut_off_after=1) == ["b"]
    assert go(batch) == ["c"]
    assert out.read_bytes() == uninterrupted(batch)


def test_what_changed_or_failed_is_done_again_and_what_is_gone_is_left_out(out, go, uninterrupted):
    batch = articles("a", "b", "c", "d", "e")
    go(batch, cut_off_after=4, failing=["b"])
    now = [articles("e")[0], replace(batch[0], text="“We won!” Ana Lee told reporters."), *batch[1:3]]

    assert go(now) == ["e", "a", "b"]
    assert out.read_bytes() == uninterrupted(now)


def test_another_date_is_another_article(out, go, uninterrupted):
    go(articles("a", "b"), cut_off_after=1)
    dated = articles("a", "b", date="2025-01-20")

    assert go(dated) == ["a", "b"]
    assert out.read_bytes() == uninterrupted(dated)


@pytest.mark.parametrize(
    ("about", "differs"),
    [
        ({"options": {"gender": False, "jobs": 1}}, ["gender"]),
        ({"options": {"gender": True, "jobs": 1, "paths": ["x"]}}, ["paths"]),
        ({"quotes": "2", "model": {"name": "other"}}, ["model", "quotes"]),
        ({"options": {"gender": True, "jobs": 1, "model": "other"}}, ["model"]),
        ({"lexicon": "0" * 64}, ["lexicon"]),
    ],
)
def test_another_run_starts_anew_and_names_what_differs(out, go, about, differs):
    batch = articles("a", "b")
    go(batch, cut_off_after=1)

    assert Finished(out, ABOUT | about).differs == differs
    assert Finished(out, ABOUT | about).differs == []
    assert go(batch, about=ABOUT | about) == ["a", "b"]


def test_other_worker_processes_go_on(out, go):
    go(articles("a", "b"), cut_off_after=1)

    assert go(articles("a", "b"), about=ABOUT | {"options": {"gender": True, "jobs": 8}}) == ["b"]


def test_without_an_account_of_the_run_nothing_is_taken_over(out, go):
    go(articles("a", "b"), cut_off_after=1)
    (journal(out).parent / "run.json").write_text("{")

    assert go(articles("a", "b")) == ["a", "b"]


def test_nothing_is_said_of_a_run_that_finished_nothing(out, go):
    go(articles("a"), cut_off_after=0)

    assert Finished(out, ABOUT | {"quotes": "2"}).differs == []


def test_a_folder_of_somebody_elses_is_left_alone(out):
    precious = out.with_name("claims.jsonl.part") / "thesis.txt"
    precious.parent.mkdir()
    precious.write_text("chapter one")

    with pytest.raises(OutputError, match="not of this program"):
        Finished(out, ABOUT)

    assert [each.name for each in precious.parent.iterdir()] == ["thesis.txt"]


def test_a_file_name_that_is_no_unicode_is_told_apart_as_well(out):
    about = ABOUT | {"options": {"paths": ["caf\udce9.txt"]}}
    Finished(out, about)
    journal(out).write_text('{"digest": "1"}\n')

    assert Finished(out, about).differs == []
