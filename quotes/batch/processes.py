"""Claims of many articles, in worker processes if wanted."""

import os
import signal
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from quotes.articles import Article, Failure
from quotes.attributions.entries import Lexicon
from quotes.batch.results import Result
from quotes.errors import QuotesError
from quotes.pipeline import extract, load_once, parse_once

LOOK_AHEAD = 4  # articles a worker process: enough to keep all at work behind one long article


def extract_many(
    articles: Iterable[Article | Failure | Result],
    *,
    jobs: int = 1,
    model: str | Path | None = None,
    gender: bool = True,
    lexicon: Lexicon | None = None,
) -> Iterator[Result | Failure]:
    """Return what becomes of each of *articles*, in their order: a Result, or a Failure that says what went wrong.

    A Result or a Failure among *articles* comes back as it is.
    With several *jobs* each worker process loads the language model once. They are started by *spawn*, so a script
    that asks for them must do so under ``if __name__ == "__main__":``. *gender*: whether to infer any; *lexicon*: what
    ``read_lexicon`` returned.
    """
    load_once(model)  # a model that does not load stops the batch before it starts
    if jobs > 1:
        return _in_processes(articles, jobs, model, gender, lexicon)
    return (_work(article, model, gender, lexicon) for article in articles)


def _work(
    article: Article | Failure | Result, model: str | Path | None, gender: bool, lexicon: Lexicon | None
) -> Result | Failure:
    """Return what becomes of one article. A fault of ours costs this article, never the batch."""
    if not isinstance(article, Article):
        return article
    try:
        claims = extract(parse_once(model, article.text), article, gender=gender, lexicon=lexicon)
    except QuotesError as error:
        return Failure(article.id, article.path, str(error))
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}, line {place.lineno}"
        return Failure(article.id, article.path, f"internal error, please report it: {error!r} in {where}")
    return Result(article, tuple(claims))


def _in_processes(
    articles: Iterable[Article | Failure | Result],
    jobs: int,
    model: str | Path | None,
    gender: bool,
    lexicon: Lexicon | None,
) -> Iterator[Result | Failure]:
    """Yield the results that *jobs* worker processes give, in order, a bounded number of articles ahead."""
    waiting: deque[Future[Result | Failure]] = deque()
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_start, initargs=(model,))
    try:
        for article in articles:
            if isinstance(article, Article):
                with _interrupts_held_back():
                    waiting.append(pool.submit(_work, article, model, gender, lexicon))
            else:
                waiting.append(_done(article))
            if len(waiting) >= jobs * LOOK_AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise QuotesError("a worker process died, perhaps for want of memory; try fewer --jobs") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _done(result: Result | Failure) -> Future[Result | Failure]:
    """Return *result* as one that a worker process has given."""
    future = Future[Result | Failure]()
    future.set_result(result)
    return future


def _start(model: str | Path | None) -> None:
    """Make a new worker process ready: it has the model, and ends when the process that started it does."""
    Thread(target=_end_with_parent, daemon=True).start()
    load_once(model)


def _end_with_parent() -> None:
    """End this process as soon as its parent is gone, however that came about."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Hold Ctrl-C back for a moment: processes started meanwhile never get it, and leave it to this one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
