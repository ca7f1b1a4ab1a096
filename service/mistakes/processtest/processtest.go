// Package processtest runs mistakes that end a process, in a process of their own: the test's binary again, with only
// the test that asks for it.
package processtest

import (
	"os"
	"os/exec"
	"testing"
)

// child names the test that the process is there for.
const child = "MISTAKES_CHILD"

// #region run

// Run runs mistake in a new process and returns what the process
// printed and how it ended. In that process it does not return.
func Run(t *testing.T, mistake func()) (output string, err error) {
	t.Helper()
	if os.Getenv(child) == t.Name() {
		mistake()
		t.SkipNow()
	}
	again := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$")
	again.Env = append(os.Environ(), child+"="+t.Name())
	printed, err := again.CombinedOutput()
	return string(printed), err
}

// #endregion run
