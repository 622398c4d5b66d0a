barrier = threading.Barrier(2)
def party(name, timeout):
    try:
        print(name, barrier.wait(timeout))
    except threading.BrokenBarrierError:
        print(name, "broken")
ts = [threading.Thread(target=party, args=("a", 0.002)), threading.Thread(target=party, args=("b", None))]
for t in ts: t.start()
for t in ts: t.join()
