"""Runs each program many times, and prints what it printed, as JSON: program -> list of outcomes.

Usage: run.py REPETITIONS PROGRAM... [--may-hang PROGRAM...]

A pause of random length, often none, goes before every statement, and the switch interval is random too. What has not ended after a while
counts as a deadlock: its threads are daemons, and are left behind. Of a program that may hang, that while is short.

A program whose name begins with exit- is about the end of the interpreter: it runs as main of a process of its own.
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
# A process costs a hundred times what threads cost.
REPETITIONS_OF_A_PROCESS = min(REPETITIONS, 12)
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


def in_a_process(code):
    """Runs code as main of a fork of this process, which ends as any interpreter does."""
    out, its_out = os.pipe()
    err, its_err = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(its_out, 1)
        os.dup2(its_err, 2)
        for end in (out, err, its_out, its_err):
            os.close(end)
        random.seed(os.getpid() + time.time_ns())
        names = {
            "pause": pause, "print": lambda *values: os.write(1, (" ".join(map(str, values)) + "\n").encode()),
            "threading": threading, "queue": queue, "time": time, "futures": concurrent.futures,
        }
        exec(code, names)
        sys.exit()
    os.close(its_out)
    os.close(its_err)
    with os.fdopen(out) as file:
        lines = file.read().splitlines()
    with os.fdopen(err) as file:
        said = file.read().splitlines()
    _, status = os.waitpid(child, 0)
    return ("ok" if status == 0 else "error (" + said[-1] + ")") + (": " + ", ".join(lines) if lines else "")


found = {}
programs = sys.argv[2:]
hanging = []
if "--may-hang" in programs:
    at = programs.index("--may-hang")
    programs, hanging = programs[:at], programs[at + 1:]
# The processes first: a fork takes along only the thread that forks.
for path in sorted(programs, key=lambda path: not os.path.basename(path).startswith("exit-")) + hanging:
    is_whole = os.path.basename(path).startswith("exit-")
    with open(path) as file:
        tree = ast.fix_missing_locations(Pauses().visit(ast.parse(file.read())))
    code = compile(tree, path, "exec")
    outcomes = set()
    deadlocks = 0
    for _ in range(REPETITIONS_OF_A_PROCESS if is_whole else REPETITIONS):
        sys.setswitchinterval(random.choice([1e-6, 1e-4, 5e-3]))
        outcome = in_a_process(code) if is_whole else once(code, PATIENCE_IF_IT_MAY_HANG if path in hanging else PATIENCE)
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
