seats = threading.Semaphore(1)
def sit(name):
    if seats.acquire(False):
        print(name, "sits")
        seats.release(2)
    else:
        print(name, "goes")
ts = [threading.Thread(target=sit, args=(name,)) for name in "abc"]
for t in ts:
    t.start()
for t in ts:
    t.join()
