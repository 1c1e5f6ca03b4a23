package catalog

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"strings"

	"rolecall"
)

// Group is the people of a film or season who are counted together: those of a role,
// by its word, or one of the groups below.
type Group string

// The groups beside the roles. What they come to is kept in the catalog, so a change of
// what they mean is one of SchemaVersion.
const (
	// Lead is the cast billed first on some leaf title.
	Lead = Group(rolecall.Lead)
	// SeasonRegulars are the cast of at least half of the leaf titles.
	SeasonRegulars Group = "season_regulars"
	// DepartmentHeads are those of HeadRoles, each person once.
	DepartmentHeads Group = "department_heads"
)

// HeadRoles are the roles counted as heads of departments: those of the vocabulary
// that one person usually heads. Make-up, sound, art and music hold whole departments.
func HeadRoles() []rolecall.Role {
	return []rolecall.Role{
		rolecall.Cinematographer, rolecall.Editor, rolecall.Composer,
		rolecall.ProductionDesigner, rolecall.CostumeDesigner, rolecall.CastingDirector,
	}
}

// Roles are those that a group's people hold.
func (g Group) Roles() []rolecall.Role {
	switch g {
	case Lead, SeasonRegulars:
		return []rolecall.Role{rolecall.Cast}
	case DepartmentHeads:
		return HeadRoles()
	}
	return []rolecall.Role{rolecall.Role(g)}
}

func (g Group) isRole() bool { return g != Lead && g != SeasonRegulars && g != DepartmentHeads }

// members is the query for the people of a group that is no role, work by work; works
// is a table of those meant.
func (g Group) members(works string) string {
	return strings.NewReplacer("/*works*/", works, "/*heads*/", rolesIn(HeadRoles())).Replace(query("group_" + string(g)))
}

// derivePeople counts the distinct people of films and seasons by role and group.
func derivePeople(ctx context.Context, conn *sql.Conn) error {
	text := strings.NewReplacer(
		"/*department_heads*/", DepartmentHeads.members(`work`),
		"/*heads*/", rolesIn(HeadRoles()), "/*number*/", fmt.Sprint(len(HeadRoles())),
	).Replace(query("people"))
	if _, err := conn.ExecContext(ctx, text); err != nil {
		return fmt.Errorf("count the people of films and seasons: %w", err)
	}
	if _, err := conn.ExecContext(ctx, query("careers")); err != nil {
		return fmt.Errorf("find people's first credits: %w", err)
	}
	return nil
}

// table is where the distinct people of a group are, by its word.
func (g Group) table() string {
	if g == SeasonRegulars || g == DepartmentHeads {
		return `work_group`
	}
	return `work_person`
}

// heldOn is on how many leaf titles each role of a group in one of these tables is
// credited. Whoever is billed first is known, as if it were on all.
var heldOn = fmt.Sprintf(`CASE role WHEN '%s' THEN %d ELSE titles END`, Lead, math.MaxInt32)

// credits is where the credits of a group are, as columns of work_credit. Those of a
// group that is no role are there once gatherCredits has been.
func (g Group) credits() string {
	if g.isRole() {
		return fmt.Sprintf(`work_credit WHERE role = '%s'`, g)
	}
	return fmt.Sprintf(`group_credit_%s WHERE true`, g)
}

// gatherCredits counts the credits of a group that is no role on the leaf titles of
// the works chosen: no standard that comes with the program asks for these, and in the
// catalog they would take as much room as work_credit.
func (q chosen) gatherCredits(ctx context.Context, g Group) error {
	text := strings.NewReplacer(
		"/*group*/", string(g), "/*members*/", g.members(`chosen`), "/*roles*/", rolesIn(g.Roles()),
	).Replace(query("group_credit"))
	_, err := q.conn.ExecContext(ctx, text)
	return q.fault(err)
}

// dropCredits frees what gatherCredits made.
func (q chosen) dropCredits(g Group) {
	q.conn.ExecContext(context.Background(), `DROP TABLE IF EXISTS temp.group_credit_`+string(g))
}
