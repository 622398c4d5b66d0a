f = futures.Future()
def settle(n):
    try:
        f.set_result(n)
        print(n, "first")
    except futures.InvalidStateError:
        print(n, "late")
ts = [threading.Thread(target=settle, args=(n,)) for n in (1, 2)]
for t in ts:
    t.start()
print(f.result())
for t in ts:
    t.join()
