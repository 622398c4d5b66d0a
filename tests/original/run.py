"""Runs each program many times, and prints what it printed, as JSON: program -> list of outcomes.

Usage: run.py REPETITIONS PROGRAM... [--may-hang PROGRAM...]

A pause of random length, often none, goes before every statement, and the switch interval is random too. What has not ended after a while
counts as a deadlock: its threads are daemons, and are left behind. Of a program that may hang, that while is short.
"""
import ast
import concurrent.futures
import json
import os
import queue
import random
import sys
import threading
import time

REPETITIONS = int(sys.argv[1])
PATIENCE = 20
PATIENCE_IF_IT_MAY_HANG = 1.5
real_sleep = time.sleep


def pause():
    chance = random.random()
    if chance < 0.3:
        real_sleep(0)
    elif chance < 0.45:
        real_sleep(random.random() * 0.002)


class Pauses(ast.NodeTransformer):
    """Puts a pause before every statement."""

    def generic_visit(self, node):
        super().generic_visit(node)
        for field in ("body", "orelse", "finalbody"):
            statements = getattr(node, field, None)
            if isinstance(statements, list) and statements and isinstance(statements[0], ast.stmt):
                call = ast.Expr(ast.Call(ast.Name("pause", ast.Load()), [], []))
                setattr(node, field, [part for one in statements for part in (call, one)])
        return node


def once(code, patience):
    lines = []
    names = {
        "pause": pause, "print": lambda *values: lines.append(" ".join(map(str, values))),
        "threading": threading, "queue": queue, "time": time, "futures": concurrent.futures,
    }
    before = set(threading.enumerate())
    done = threading.Event()

    def main():
        exec(code, names)
        done.set()

    threading.Thread(target=main, daemon=True).start()
    end = time.monotonic() + patience
    ended = done.wait(patience)
    for thread in set(threading.enumerate()) - before:
        # The workers of a pool are idle, not stuck.
        if thread is not threading.current_thread() and not thread.name.startswith("ThreadPoolExecutor"):
            thread.join(max(0, end - time.monotonic()))
            ended = ended and not thread.is_alive()
    return ("ok" if ended else "deadlock") + (": " + ", ".join(lines) if lines else "")


found = {}
programs = sys.argv[2:]
hanging = []
if "--may-hang" in programs:
    at = programs.index("--may-hang")
    programs, hanging = programs[:at], programs[at + 1:]
for path in programs + hanging:
    with open(path) as file:
        tree = ast.fix_missing_locations(Pauses().visit(ast.parse(file.read())))
    code = compile(tree, path, "exec")
    outcomes = set()
    deadlocks = 0
    for _ in range(REPETITIONS):
        sys.setswitchinterval(random.choice([1e-6, 1e-4, 5e-3]))
        outcome = once(code, PATIENCE_IF_IT_MAY_HANG if path in hanging else PATIENCE)
        outcomes.add(outcome)
        # Each of them takes its time.
        deadlocks += outcome.startswith("deadlock")
        if deadlocks == 2:
            break
    found[path] = sorted(outcomes)
print(json.dumps(found))
sys.stdout.flush()
# The threads that are stuck are left behind.
os._exit(0)
