import hashlib
import json
import re
import threading
import time
import zlib

BYTES = bytes(40_000_000)
NUMBERS = [n * 7919 % 1_000_003 for n in range(1_500_000)]
TEXT = json.dumps(NUMBERS)


def count_down():
    n = 10_000_000
    while n:
        n -= 1


CALLS = {
    "time.sleep(0.5)": lambda: time.sleep(0.5),
    "sha256, 40 MB": lambda: hashlib.sha256(BYTES).digest(),
    "zlib.compress": lambda: zlib.compress(BYTES),
    "a Python loop": count_down,
    "json.loads": lambda: json.loads(TEXT),
    "sorted": lambda: sorted(NUMBERS),
    "re.search": lambda: re.search(r"(\d+)+x", "1" * 24),
}


def longest_pause(call):
    """The share of the call for which another thread stands."""
    pauses, done = [], threading.Event()

    def tick():
        before = time.perf_counter()
        while not done.is_set():
            now = time.perf_counter()
            pauses.append(now - before)
            before = now

    other = threading.Thread(target=tick)
    other.start()
    time.sleep(0.05)
    pauses.clear()
    start = time.perf_counter()
    call()
    took = time.perf_counter() - start
    done.set()
    other.join()
    return max(pauses) / took


for name, call in CALLS.items():
    share = min(longest_pause(call) for _ in range(3))
    other = "stands still" if share > 0.5 else "runs"
    print(f"{name:16}", other)
