package main

import "fmt"

func choose(askFirst bool) string {
	quit, mail := make(chan bool, 1), make(chan string, 1)
	quit <- true
	mail <- "a bill"
	if askFirst {
		select {
		case <-quit:
			return "quit"
		default:
		}
	}
	select {
	case <-quit:
		return "quit"
	case letter := <-mail:
		return letter
	}
}

func main() {
	const rounds = 1_000_000
	for _, askFirst := range []bool{false, true} {
		chosen := map[string]int{}
		for i := 0; i < rounds; i++ {
			chosen[choose(askFirst)]++
		}
		fmt.Printf("ask %v: quit %.0f %%, a bill %.0f %%\n",
			askFirst, 100*float64(chosen["quit"])/rounds,
			100*float64(chosen["a bill"])/rounds)
	}
}
