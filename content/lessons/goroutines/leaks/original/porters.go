package main

import (
	"fmt"
	"runtime"
	"runtime/pprof"
	"strings"
	"time"
)

func porter(bags chan string) {
	for range bags {
		time.Sleep(time.Microsecond) // up the stairs
	}
}

func checkIn(luggage []string, sayNoMore bool) {
	bags := make(chan string)
	go porter(bags)
	for _, bag := range luggage {
		bags <- bag
	}
	if sayNoMore {
		close(bags)
	}
}

func count(when string) {
	var mem runtime.MemStats
	runtime.ReadMemStats(&mem)
	fmt.Printf("%s: %d goroutines, %d MB of stacks\n",
		when, runtime.NumGoroutine(), mem.StackInuse>>20)
}

func main() {
	for _, sayNoMore := range []bool{true, false} {
		for i := 0; i < 10_000; i++ {
			checkIn([]string{"trunk", "hat box"}, sayNoMore)
		}
		time.Sleep(time.Second)
		count(fmt.Sprintf("close %v", sayNoMore))
	}
	runtime.GC()
	count("after GC")

	var text strings.Builder
	pprof.Lookup("goroutine").WriteTo(&text, 1)
	for _, line := range strings.Split(text.String(), "\n") {
		if n, _, ok := strings.Cut(line, " @ "); ok {
			fmt.Println(n, "of them in")
		}
		if _, call, ok := strings.Cut(line, "\tmain."); ok {
			name, _, _ := strings.Cut(call, "+")
			fmt.Println("    main." + name)
		}
	}
}
