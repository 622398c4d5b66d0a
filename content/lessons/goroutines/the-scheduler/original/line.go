package main

import (
	"fmt"
	"runtime"
	"sync"
)

// order starts n goroutines, and says in which order they ran.
func order(n int) []int {
	var done sync.WaitGroup
	var ran []int
	done.Add(n)
	for i := 1; i <= n; i++ {
		go func(i int) {
			ran = append(ran, i)
			done.Done()
		}(i)
	}
	done.Wait()
	return ran
}

func show(ran []int) {
	for at := 0; at < len(ran); {
		end := at + 1
		for end < len(ran) && ran[end] == ran[end-1]+1 {
			end++
		}
		if end-at > 1 {
			fmt.Printf("%d–%d ", ran[at], ran[end-1])
		} else {
			fmt.Print(ran[at], " ")
		}
		at = end
	}
	fmt.Println()
}

func main() {
	runtime.GOMAXPROCS(1)
	show(order(5))
	show(order(300))
}
