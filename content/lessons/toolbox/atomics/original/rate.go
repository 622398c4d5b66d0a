package main

import (
	"fmt"
	"sync/atomic"
)

// A Rate is never changed. Who counts makes a new one.
type Rate struct{ hits, total int64 }

const reports = 10_000_000

func main() {
	var hits, total atomic.Int64
	var pair atomic.Pointer[Rate]
	pair.Store(&Rate{})

	go func() {
		for {
			hits.Add(1)
			total.Add(1)
			old := pair.Load()
			pair.Store(&Rate{old.hits + 1, old.total + 1})
		}
	}()

	torn, whole := 0, 0
	for i := 0; i < reports; i++ {
		if h, t := hits.Load(), total.Load(); h > t {
			torn++
		}
		if r := pair.Load(); r.hits > r.total {
			whole++
		}
	}
	fmt.Println("more hits than looks:")
	fmt.Println("  two numbers:", torn)
	fmt.Println("  one pointer:", whole)
}
