package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
)

var guests = []string{"Ann", "Bo", "Cy"}

func oneForAll(tell func(string)) {
	var teas sync.WaitGroup
	for _, guest := range guests {
		teas.Add(1)
		go func() {
			defer teas.Done()
			tell(guest) // go vet warns of this line
		}()
	}
	teas.Wait()
}

func copied(tell func(string)) {
	var teas sync.WaitGroup
	for _, guest := range guests {
		guest := guest
		teas.Add(1)
		go func() {
			defer teas.Done()
			tell(guest)
		}()
	}
	teas.Wait()
}

func handedOver(tell func(string)) {
	var teas sync.WaitGroup
	for _, guest := range guests {
		teas.Add(1)
		go func(guest string) {
			defer teas.Done()
			tell(guest)
		}(guest)
	}
	teas.Wait()
}

func count(name string, round func(tell func(string))) {
	seen := map[string]int{}
	for i := 0; i < 100_000; i++ {
		var mu sync.Mutex
		var teas []string
		round(func(guest string) {
			mu.Lock()
			defer mu.Unlock()
			teas = append(teas, guest)
		})
		sort.Strings(teas)
		seen[strings.Join(teas, " ")]++
	}
	fmt.Println(name)
	var all []string
	for teas := range seen {
		all = append(all, teas)
	}
	sort.Slice(all, func(i, j int) bool {
		return seen[all[i]] > seen[all[j]]
	})
	for _, teas := range all {
		fmt.Printf("%9d × tea for %s\n", seen[teas], teas)
	}
}

func main() {
	count("one variable for all", oneForAll)
	count("a copy in each round", copied)
	count("handed over", handedOver)
}
