package main

import (
	"fmt"
	"log"
	"os"
	"os/exec"
	"runtime"
	"time"
)

func clerk() {
	defer fmt.Println("    the clerk has put the ledger away")
	time.Sleep(200 * time.Millisecond)
}

func leaveBy(way string) {
	defer fmt.Println("    main has turned off the lights")
	go clerk()
	time.Sleep(50 * time.Millisecond)
	switch way {
	case "return":
		return
	case "os.Exit(0)":
		os.Exit(0)
	case "log.Fatal":
		log.Fatal("no change left")
	case "panic":
		panic("no change left")
	case "runtime.Goexit":
		runtime.Goexit()
	}
}

func main() {
	if len(os.Args) > 1 {
		leaveBy(os.Args[1])
		return
	}
	for _, way := range []string{"return", "os.Exit(0)",
		"log.Fatal", "panic", "runtime.Goexit"} {
		child := exec.Command(os.Args[0], way)
		output, _ := child.Output()
		fmt.Printf("%s: status %d\n%s",
			way, child.ProcessState.ExitCode(), output)
	}
}
