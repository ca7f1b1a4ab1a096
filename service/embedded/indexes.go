package embedded

import (
	"slices"

	"github.com/dolthub/go-mysql-server/memory"
	"github.com/dolthub/go-mysql-server/sql"
	"github.com/dolthub/go-mysql-server/sql/analyzer"
	"github.com/dolthub/go-mysql-server/sql/plan"
	"github.com/dolthub/go-mysql-server/sql/transform"
)

// dropIndexesRule is an id beside those of the engine's own rules.
const dropIndexesRule analyzer.RuleId = -1

func newAnalyzer(provider *memory.DbProvider) *analyzer.Analyzer {
	return analyzer.NewBuilder(provider).AddPreAnalyzeRule(dropIndexesRule, dropIndexes).Build()
}

// dropIndexes takes from CREATE TABLE the indexes that promise nothing but speed. Here they cost it: the engine keeps
// an index as a slice and searches all of it for every row that moves, which makes ten thousand offers with four
// indexes take many seconds. To read through them without takes some milliseconds.
func dropIndexes(
	_ *sql.Context, _ *analyzer.Analyzer, node sql.Node, _ *plan.Scope, _ analyzer.RuleSelector, _ *sql.QueryFlags,
) (sql.Node, transform.TreeIdentity, error) {
	create, ok := node.(*plan.CreateTable)
	if !ok {
		return node, transform.SameTree, nil
	}
	needed := slices.DeleteFunc(slices.Clone(create.Indexes()), func(index *sql.IndexDef) bool {
		return !index.IsUnique()
	})
	without, err := create.WithIndexDefs(needed)
	return without, transform.NewTree, err
}
