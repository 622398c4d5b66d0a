import os
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import ThreadPoolExecutor

basket = ["tea"]


def add_milk(_):
    basket.append("milk")
    return os.getpid()


def double(n):
    return 2 * n


def tried(pool, function):
    try:
        return pool.submit(function, 21).result()
    except Exception as error:
        return type(error).__name__


if __name__ == "__main__":
    for make in ThreadPoolExecutor, ProcessPoolExecutor:
        del basket[1:]
        with make(1) as pool:
            where = pool.submit(add_milk, 0).result()
            own = where == os.getpid()
            print(make.__name__)
            print("  runs in this process:", own)
            print("  the basket here:", basket)
            print("  a function:", tried(pool, double))
            print("  a lambda:", tried(pool, lambda n: 2 * n))
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    print("GIL of this build:", gil)
