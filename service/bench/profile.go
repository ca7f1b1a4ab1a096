package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// driveLoad sends the mix to a service that runs already.
func driveLoad(ctx context.Context, b *bench) ([]figure, error) {
	m, err := runMix(ctx, b.addr, b.products, b.loadFor)
	if err != nil {
		return nil, err
	}
	return m.figures(), nil
}

// takeProfiles starts the service, sends it the mix and keeps its profiles. The service is built with the profile of
// leaked goroutines, which Go 1.26 has as an experiment.
func takeProfiles(ctx context.Context, b *bench) ([]figure, error) {
	e, err := b.startEngines(ctx)
	if err != nil {
		return nil, err
	}
	defer e.stop()
	bin, err := b.buildService(ctx, "GOEXPERIMENT=goroutineleakprofile")
	if err != nil {
		return nil, err
	}
	p, err := b.startService(ctx, bin, e, b.products, "-mutex-profile", "10", "-block-profile", "100000")
	if err != nil {
		return nil, err
	}
	defer p.stop()
	loaded := make(chan error, 1)
	var figures []figure
	go func() {
		m, err := runMix(ctx, p.grpc, b.products, b.loadFor)
		figures = m.figures()
		loaded <- err
	}()
	profileErr := b.saveProfiles(ctx, p.admin)
	if err := <-loaded; err != nil {
		return nil, err
	}
	return figures, profileErr
}

// saveProfiles watches the CPU for most of the load, and then takes what has gathered.
func (b *bench) saveProfiles(ctx context.Context, admin string) error {
	if err := os.MkdirAll(b.profiles, 0o755); err != nil { //nolint:gosec // profiles of a load that was made up
		return err
	}
	seconds := strconv.Itoa(max(1, int((b.loadFor - 5*time.Second).Seconds())))
	for _, profile := range []struct{ name, path string }{
		{"cpu", "profile?seconds=" + seconds},
		{"heap", "heap"},
		{"mutex", "mutex"},
		{"block", "block"},
		{"goroutine", "goroutine"},
		{"goroutineleak", "goroutineleak"},
	} {
		body, err := fetch(ctx, "http://"+admin+"/debug/pprof/"+profile.path)
		if err != nil {
			return fmt.Errorf("save profile: %w", err)
		}
		file := filepath.Join(b.profiles, profile.name+".pprof")
		if err := os.WriteFile(file, body, 0o600); err != nil {
			return fmt.Errorf("save profile: %w", err)
		}
	}
	return nil
}
