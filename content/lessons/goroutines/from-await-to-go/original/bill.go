package main

import (
	"fmt"
	"sync"
)

var prices = map[string]int{"tea": 3, "cake": 5}

func ask(item string) int { return prices[item] }

// Every line translated, and nothing else.
func translated() int {
	sum := 0
	for _, item := range []string{"tea", "cake"} {
		go func(item string) { sum += ask(item) }(item)
	}
	return sum
}

// Waits, as Promise.all did.
func counted() int {
	var asked sync.WaitGroup
	sum := 0
	for _, item := range []string{"tea", "cake"} {
		asked.Add(1)
		go func(item string) {
			defer asked.Done()
			sum += ask(item)
		}(item)
	}
	asked.Wait()
	return sum
}

// Carries the results as well.
func received() int {
	answers := make(chan int)
	for _, item := range []string{"tea", "cake"} {
		go func(item string) { answers <- ask(item) }(item)
	}
	return <-answers + <-answers
}

func main() {
	ways := []func() int{translated, counted, received}
	names := []string{"translated", "counted", "received"}
	for i, name := range names {
		sums := map[int]int{}
		for n := 0; n < 1_000_000; n++ {
			sums[ways[i]()]++
		}
		fmt.Println(name, sums) // fmt sorts the keys of a map
	}
}
