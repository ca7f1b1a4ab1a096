package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"google.golang.org/grpc"

	"example.com/shop/bench/load"
	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

const (
	deepPage     = 1000
	pageSize     = 24
	pageRounds   = 400 // each page is asked for so often, by turns
	offsetRounds = 50
	maxPageRatio = 1.2
)

var errNeedsMySQL = errors.New("needs -mysql")

// measurePages compares a far page of a listing with the first.
func measurePages(ctx context.Context, b *bench) ([]figure, error) {
	if b.mysql == "" {
		return nil, errNeedsMySQL
	}
	e, err := b.startEngines(ctx)
	if err != nil {
		return nil, err
	}
	defer e.stop()
	bin, err := b.buildService(ctx)
	if err != nil {
		return nil, err
	}
	service, err := b.startService(ctx, bin, e, b.rows)
	if err != nil {
		return nil, err
	}
	defer service.stop()
	conns, err := load.Dial(service.grpc, 1)
	if err != nil {
		return nil, err
	}
	defer conns.Close()
	return comparePages(ctx, e.db, conns.Conn())
}

func comparePages(ctx context.Context, db *sql.DB, conn *grpc.ClientConn) ([]figure, error) {
	// The server's statistics are otherwise as old as the empty table.
	if _, err := db.ExecContext(ctx, "ANALYZE TABLE products, offers"); err != nil {
		return nil, fmt.Errorf("analyze: %w", err)
	}
	category, err := largestCategory(ctx, db)
	if err != nil {
		return nil, err
	}
	first := &catalogv1.ListProductsRequest{Category: category, PageSize: pageSize, SortOrder: catalogv1.SortOrder_SORT_ORDER_NEWEST}
	client := catalogv1.NewCatalogServiceClient(conn)
	deep, lastID, err := walk(ctx, client, first)
	if err != nil {
		return nil, err
	}
	list := func(r *catalogv1.ListProductsRequest) func() error {
		return func() error { _, err := client.ListProducts(ctx, r); return err }
	}
	page1, page1000, err := byTurns(pageRounds, list(first), list(deep))
	if err != nil {
		return nil, err
	}
	statements, err := comparePageStatements(ctx, db, category, lastID)
	if err != nil {
		return nil, err
	}
	return append([]figure{
		{Name: "ListProducts: page 1", Value: ms(page1), Unit: "ms"},
		{Name: fmt.Sprintf("ListProducts: page %d", deepPage), Value: ms(page1000), Unit: "ms"},
		atMost(figure{Name: "ListProducts: far / first", Value: float64(page1000) / float64(page1)}, maxPageRatio),
	}, statements...), nil
}

// comparePageStatements asks the database alone, in the words that the store uses for this listing, and with OFFSET.
func comparePageStatements(ctx context.Context, db *sql.DB, category string, lastID int64) ([]figure, error) {
	const from = "SELECT product_id, price_minor FROM offers FORCE INDEX (newest) WHERE category = ?"
	query := func(statement string, args ...any) func() error {
		return func() error { return drain(ctx, db, statement, args...) }
	}
	first := query(from+" ORDER BY product_id DESC LIMIT ?", category, pageSize+1)
	deep := query(from+" AND product_id < ? ORDER BY product_id DESC LIMIT ?", category, lastID, pageSize+1)
	offset := query(from+" ORDER BY product_id DESC LIMIT ? OFFSET ?", category, pageSize+1, (deepPage-1)*pageSize)
	page1, page1000, err := byTurns(pageRounds, first, deep)
	if err != nil {
		return nil, err
	}
	_, byOffset, err := byTurns(offsetRounds, first, offset)
	if err != nil {
		return nil, err
	}
	return []figure{
		{Name: "SQL: page 1", Value: ms(page1), Unit: "ms"},
		{Name: fmt.Sprintf("SQL: page %d by key", deepPage), Value: ms(page1000), Unit: "ms"},
		{Name: fmt.Sprintf("SQL: page %d by OFFSET", deepPage), Value: ms(byOffset), Unit: "ms"},
		atMost(figure{Name: "SQL: far / first", Value: float64(page1000) / float64(page1)}, maxPageRatio),
		{Name: "SQL: OFFSET / key", Value: float64(byOffset) / float64(page1000)},
	}, nil
}

// byTurns times two calls in turn and returns the median of each.
func byTurns(rounds int, a, b func() error) (medianA, medianB time.Duration, err error) {
	timesA, timesB := make([]time.Duration, 0, rounds), make([]time.Duration, 0, rounds)
	for range rounds {
		begin := time.Now()
		if err := a(); err != nil {
			return 0, 0, err
		}
		middle := time.Now()
		if err := b(); err != nil {
			return 0, 0, err
		}
		timesA, timesB = append(timesA, middle.Sub(begin)), append(timesB, time.Since(middle))
	}
	return median(timesA), median(timesB), nil
}

// walk goes to the far page as a caller would, from token to token. It returns the request for that page and the last
// product before it.
func walk(ctx context.Context, client catalogv1.CatalogServiceClient, first *catalogv1.ListProductsRequest) (*catalogv1.ListProductsRequest, int64, error) {
	request := first
	var lastID int64
	for page := 1; page < deepPage; page++ {
		answer, err := client.ListProducts(ctx, request)
		if err != nil {
			return nil, 0, fmt.Errorf("list page %d: %w", page, err)
		}
		if answer.GetNextPageToken() == "" {
			return nil, 0, fmt.Errorf("list: the category ends at page %d, so -rows is too small", page)
		}
		items := answer.GetItems()
		lastID = items[len(items)-1].GetProduct().GetId()
		request = &catalogv1.ListProductsRequest{
			Category: first.GetCategory(), PageSize: pageSize, SortOrder: first.GetSortOrder(), PageToken: answer.GetNextPageToken(),
		}
	}
	return request, lastID, nil
}

func largestCategory(ctx context.Context, db *sql.DB) (category string, err error) {
	err = db.QueryRowContext(ctx, "SELECT category FROM offers GROUP BY category ORDER BY COUNT(*) DESC LIMIT 1").Scan(&category)
	if err != nil {
		return "", fmt.Errorf("find a category: %w", err)
	}
	return category, nil
}

// drain runs a query and reads its rows to the end.
func drain(ctx context.Context, db *sql.DB, statement string, args ...any) error {
	rows, err := db.QueryContext(ctx, statement, args...)
	if err != nil {
		return fmt.Errorf("query page: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, price int64
		if err := rows.Scan(&id, &price); err != nil {
			return fmt.Errorf("read page: %w", err)
		}
	}
	return rows.Err()
}
