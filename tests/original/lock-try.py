lock = threading.Lock()
def work(name):
    got = lock.acquire(blocking=False)
    print(name, "got" if got else "-")
    if got:
        lock.release()
ts = [threading.Thread(target=work, args=(name,)) for name in "ab"]
for t in ts: t.start()
for t in ts: t.join()
print(lock.locked())
