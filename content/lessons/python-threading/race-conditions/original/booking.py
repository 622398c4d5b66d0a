import sys
import threading

SEATS, THREADS, ROUNDS = 200_000, 8, 10
lock = threading.Lock()

# Ask for a switch every 10 microseconds, not every 5 ms.
sys.setswitchinterval(0.00001)


def with_not_in(seats, who, sales):
    for seat in range(SEATS):
        if seat not in seats:
            seats[seat] = who
            sales.append(seat)


def with_get(seats, who, sales):
    for seat in range(SEATS):
        if seats.get(seat) is None:
            seats[seat] = who
            sales.append(seat)


def with_lock(seats, who, sales):
    for seat in range(SEATS):
        with lock:
            if seats.get(seat) is None:
                seats[seat] = who
                sales.append(seat)


def sold(book):
    seats, sales = {}, []
    threads = [
        threading.Thread(target=book, args=(seats, who, sales))
        for who in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(sales)


for book in with_not_in, with_get, with_lock:
    twice = any(sold(book) > SEATS for _ in range(ROUNDS))
    print(book.__name__, "sells twice" if twice else "is right")
