package main

import (
	"fmt"
	"sync"
)

// translateAll returns the pages, in the order of the letters.
func translateAll(letters []string, desks int) []string {
	type job struct {
		place  int
		letter string
	}
	type done struct {
		place int
		page  string
	}
	jobs, pages := make(chan job), make(chan done)

	go func() {
		defer close(jobs)
		for place, letter := range letters {
			jobs <- job{place, letter}
		}
	}()

	var wg sync.WaitGroup
	for i := 0; i < desks; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				pages <- done{j.place, "<" + j.letter + ">"}
			}
		}()
	}
	go func() {
		wg.Wait()
		close(pages)
	}()

	inOrder := make([]string, len(letters))
	overtaken, last := 0, -1
	for d := range pages {
		inOrder[d.place] = d.page
		if d.place < last {
			overtaken++
		}
		last = d.place
	}
	fmt.Println("some were overtaken:", overtaken > 0)
	return inOrder
}

func main() {
	letters := make([]string, 10000)
	for i := range letters {
		letters[i] = fmt.Sprint(i)
	}
	pages := translateAll(letters, 3)
	fmt.Println(len(pages), pages[0], pages[9999])
}
