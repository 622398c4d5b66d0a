// Runs each program of the table many times, and prints what it printed, as JSON: program -> list of outcomes.
//
// Usage: run REPETITIONS PROGRAM... [--may-hang PROGRAM...]
//
// A pause, often none, goes before every statement, and the number of processors is random too. What has not ended after a while counts as a
// deadlock. Of a program that may hang, that while is short.
package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Show prints a line of the program's output.
type Show func(values ...any)

const (
	patience          = 20 * time.Second
	patienceIfItHangs = 300 * time.Millisecond
	deadlocksEnough   = 2
)

func pause() {
	switch chance := rand.Float64(); {
	case chance < 0.3:
		runtime.Gosched()
	case chance < 0.4:
		time.Sleep(time.Duration(rand.Intn(200)) * time.Microsecond)
	}
}

// once runs a program until it returns, panics or has taken too long.
func once(program func(Show), patience time.Duration) string {
	var mu sync.Mutex
	var lines []string
	isOver := false
	show := func(values ...any) {
		mu.Lock()
		defer mu.Unlock()
		if !isOver {
			lines = append(lines, strings.TrimSuffix(fmt.Sprintln(values...), "\n"))
		}
	}
	end := make(chan string, 1)
	go func() {
		defer func() {
			mu.Lock()
			isOver = true
			mu.Unlock()
			if failure := recover(); failure != nil {
				end <- fmt.Sprintf("panic (%v)", failure)
			} else {
				end <- "ok"
			}
		}()
		program(show)
	}()
	how := "deadlock"
	select {
	case how = <-end:
	case <-time.After(patience):
	}
	mu.Lock()
	defer mu.Unlock()
	isOver = true
	if len(lines) > 0 {
		how += ": " + strings.Join(lines, ", ")
	}
	return how
}

func main() {
	rand.Seed(time.Now().UnixNano())
	repetitions, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	found := map[string][]string{}
	limit := patience
	for _, name := range os.Args[2:] {
		if name == "--may-hang" {
			limit = patienceIfItHangs
			continue
		}
		seen := map[string]bool{}
		deadlocks := 0
		for i := 0; i < repetitions && deadlocks < deadlocksEnough; i++ {
			runtime.GOMAXPROCS(1 + rand.Intn(4))
			outcome := once(programs[name], limit)
			seen[outcome] = true
			if strings.HasPrefix(outcome, "deadlock") {
				deadlocks++
			}
		}
		for outcome := range seen {
			found[name] = append(found[name], outcome)
		}
		sort.Strings(found[name])
	}
	json.NewEncoder(os.Stdout).Encode(found)
}
