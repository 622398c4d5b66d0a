package main

import (
	"fmt"
	"sync"
)

var wg sync.WaitGroup

func pour(kind string) {
	defer wg.Done()
	fmt.Println("poured", kind)
}

func main() {
	tea := "green"
	wg.Add(2)
	go pour(tea)
	tea = "black"
	go pour(tea)
	wg.Wait()
	fmt.Println("both are poured")
}
