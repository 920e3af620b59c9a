"""Who shares a long work: this process, several, or the workers of a Dask cluster.

Whoever computes, results come in the order of the tasks, and only a few are under way at a time.
"""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, ProcessPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from typing import Any, TypeVar

from mcda.errors import MCDAError

T = TypeVar("T")
Workers = int | str
"""So many processes of this machine, or the address of a Dask cluster."""
AHEAD = 4
"""How many tasks are under way for each worker: enough that none waits for the one whose turn it is."""
PATIENCE = 10
"""Seconds that a cluster may take to answer."""


def shared(job: Callable[..., T], tasks: Iterable[tuple[Any, ...]], workers: Workers) -> Iterator[T]:
    """`job(*task)` for each task, in order. Raises what the job raises, and MCDAError for a cluster that fails."""
    if workers == 1:
        yield from (job(*task) for task in tasks)
    elif isinstance(workers, int):
        with ProcessPoolExecutor(workers, initializer=_hold, initargs=(job,)) as pool:  # sent once to each, not by task
            yield from _in_turn(lambda task: pool.submit(_held, *task), tasks, AHEAD * workers)
    else:
        with cluster_at(workers) as client:
            held = client.submit(_itself, job)  # sent once, and made anew should its worker be lost
            threads = sum(client.nthreads().values())
            yield from _in_turn(lambda task: client.submit(_done, held, *task, pure=False), tasks, AHEAD * threads)


def _in_turn(submit: Callable[[tuple[Any, ...]], Any], tasks: Iterable[tuple[Any, ...]], ahead: int) -> Iterator[Any]:
    """Results in order. What is still waiting when nobody wants it any more is cancelled."""
    waiting: deque[Any] = deque()
    try:
        for task in tasks:
            waiting.append(submit(task))
            if len(waiting) == ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


_HELD: list[Callable[..., Any]] = []


def _hold(job: Callable[..., Any]) -> None:
    _HELD[:] = [job]


def _held(*task: Any) -> Any:
    return _HELD[0](*task)


def _itself(job: T) -> T:
    return job


def _done(job: Callable[..., T], *task: Any) -> T:
    return job(*task)


@contextmanager
def cluster_at(address: str) -> Iterator[Any]:
    """A client of the Dask cluster at that address; inside, whatever Dask computes is computed there.

    Raises MCDAError if there is none, if it has no workers, if it is lost, or if its workers lack the toolkit.
    """
    distributed = extra("distributed")
    client, why = None, ""
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        why = str(error)
    if client is None:
        gc.collect()  # what is left of the client: in a thread that the next one starts, that would wait for ever
        raise MCDAError.of("cluster_unreachable", address=address, reason=why)
    with client, extra("dask").config.set(scheduler=client):
        if not client.nthreads():
            raise MCDAError.of("cluster_empty", address=address)
        try:
            yield client
        except ImportError as error:
            raise MCDAError.of("cluster_without", address=address, package=error.name or str(error)) from None
        except (distributed.KilledWorker, distributed.comm.CommClosedError, CancelledError, TimeoutError) as error:
            raise MCDAError.of("cluster_lost", address=address, reason=str(error)) from None


def extra(package: str) -> Any:
    """A package of the extra `scale`, imported now. Raises MCDAError where it isn't installed."""
    try:
        return import_module(package)
    except ImportError:
        raise MCDAError.of("scale_missing", package=package.partition(".")[0]) from None
