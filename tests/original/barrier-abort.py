barrier = threading.Barrier(2)
log = []
def party():
    try:
        log.append(str(barrier.wait()))
    except threading.BrokenBarrierError:
        log.append("broken")
ts = [threading.Thread(target=party) for _ in range(2)]
for t in ts: t.start()
barrier.abort()
for t in ts: t.join()
print(" ".join(sorted(log)), barrier.broken)
