def leave():
    raise SystemExit()
ts = [threading.Thread(target=leave) for _ in range(2)]
for t in ts:
    t.start()
print(threading.active_count(), len(threading.enumerate()))
for t in ts:
    t.join()
print(threading.active_count(), threading.current_thread() is threading.main_thread())
raise SystemExit()
