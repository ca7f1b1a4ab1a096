package recommend_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"example.com/shop/catalog"
	recommendationv1 "example.com/shop/gen/shop/recommendation/v1"
	"example.com/shop/recommend"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// service answers calls without a network.
type service struct {
	calls  int
	answer func(ctx context.Context) ([]int64, error)
}

func (s *service) Invoke(ctx context.Context, method string, _, reply any, _ ...grpc.CallOption) error {
	s.calls++
	if method != recommendationv1.RecommendationService_ListRecommendations_FullMethodName {
		return status.Error(codes.Unimplemented, method)
	}
	ids, err := s.answer(ctx)
	reply.(*recommendationv1.ListRecommendationsResponse).ProductIds = ids
	return err
}

func (s *service) NewStream(context.Context, *grpc.StreamDesc, string, ...grpc.CallOption) (grpc.ClientStream, error) {
	return nil, errors.New("the service has no streams")
}

func TestRecommendKeepsOrderAndLimit(t *testing.T) {
	s := &service{answer: func(context.Context) ([]int64, error) { return []int64{9, 3, 7, 1}, nil }}
	got, err := recommend.New(s).Recommend(t.Context(), 5, 3)
	if want := []catalog.ProductID{9, 3, 7}; err != nil || !slices.Equal(got, want) {
		t.Errorf("Recommend = %v, %v, want %v", got, err, want)
	}
}

func TestServiceThatFailsIsNotAskedForAWhile(t *testing.T) {
	down := status.Error(codes.Unavailable, "connection refused")
	s := &service{answer: func(context.Context) ([]int64, error) { return nil, down }}
	client := recommend.New(s)
	for range 20 {
		if _, err := client.Recommend(t.Context(), 5, 3); err == nil {
			t.Fatal("no error from a service that is down")
		}
	}
	if s.calls != 5 {
		t.Errorf("asked %d times, want 5 and then no more", s.calls)
	}
}

func TestCallersThatLeaveSayNothingAboutTheService(t *testing.T) {
	s := &service{answer: func(ctx context.Context) ([]int64, error) { return nil, status.FromContextError(ctx.Err()).Err() }}
	client := recommend.New(s)
	gone, leave := context.WithCancel(t.Context())
	leave()
	for range 20 {
		if _, err := client.Recommend(gone, 5, 3); !errors.Is(err, context.Canceled) {
			t.Fatalf("error = %v, want the caller's own", err)
		}
	}
	if s.calls != 20 {
		t.Errorf("asked %d times, want 20", s.calls)
	}
}

func TestServiceThatIsLateCountsAsFailed(t *testing.T) {
	s := &service{answer: func(ctx context.Context) ([]int64, error) { return nil, status.FromContextError(ctx.Err()).Err() }}
	client := recommend.New(s)
	late, cancel := context.WithTimeout(t.Context(), 0)
	defer cancel()
	for range 20 {
		if _, err := client.Recommend(late, 5, 3); err == nil {
			t.Fatal("no error after the deadline")
		}
	}
	if s.calls != 5 {
		t.Errorf("asked %d times, want 5 and then no more", s.calls)
	}
}

func TestStateFollowsTheService(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var failure error
		client := recommend.New(&service{answer: func(context.Context) ([]int64, error) { return nil, failure }})
		ask := func() { _, _ = client.Recommend(t.Context(), 5, 3) }
		inState := func(when, want string) {
			t.Helper()
			if got := client.State(); got != want {
				t.Errorf("%s: State() = %q, want %q", when, got, want)
			}
		}
		inState("before the first call", "closed")
		failure = status.Error(codes.Unavailable, "connection refused")
		for range 5 {
			ask()
		}
		inState("after five failures", "open")
		time.Sleep(2 * time.Second)
		inState("a while later", "half-open")
		ask()
		inState("after another failure", "open")
		time.Sleep(2 * time.Second)
		failure = nil
		ask()
		inState("after an answer", "closed")
	})
}
