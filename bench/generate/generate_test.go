package main

import (
	"compress/bzip2"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// write generates into a new folder.
func write(t *testing.T, o options) string {
	t.Helper()
	o.folder = filepath.Join(t.TempDir(), "new")
	if err := generate(o, io.Discard); err != nil {
		t.Fatal(err)
	}
	return o.folder
}

// sample is a folder in which the files of scale 0.01 and seed 1 lie, sampleRows
// the rows of those that a test has read; several look at the same.
var (
	sample     string
	sampleRows = make(map[string][][]string)
)

const sampleScale = .01

func TestMain(m *testing.M) {
	os.Exit(func() int {
		var err error
		if sample, err = os.MkdirTemp("", "generate"); err != nil {
			panic(err)
		}
		defer os.RemoveAll(sample)
		if err := generate(options{scale: sampleScale, seed: 1, folder: sample}, io.Discard); err != nil {
			panic(err)
		}
		return m.Run()
	}())
}

// readTable reads a file's rows, the header apart.
func readTable(t *testing.T, folder, name string) (header string, rows [][]string) {
	t.Helper()
	file, err := os.Open(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var from io.Reader = file
	switch filepath.Ext(name) {
	case ".gz":
		if from, err = gzip.NewReader(file); err != nil {
			t.Fatal(err)
		}
	case ".bz2":
		from = bzip2.NewReader(file)
	}
	text, err := io.ReadAll(from)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	for _, line := range lines[1:] {
		rows = append(rows, strings.Split(line, "\t"))
	}
	return lines[0], rows
}

// ofSample reads the rows of a table of the sample.
func ofSample(t *testing.T, name string) [][]string {
	t.Helper()
	if sampleRows[name] == nil {
		_, sampleRows[name] = readTable(t, sample, name+".tsv.gz")
	}
	return sampleRows[name]
}

var headers = map[string]string{
	"name.basics":      "nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles",
	"title.basics":     "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres",
	"title.crew":       "tconst\tdirectors\twriters",
	"title.episode":    "tconst\tparentTconst\tseasonNumber\tepisodeNumber",
	"title.principals": "tconst\tordering\tnconst\tcategory\tjob\tcharacters",
	"title.ratings":    "tconst\taverageRating\tnumVotes",
	"title.akas":       "titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle",
}

func TestTablesHaveIMDbsHeadersAndOrder(t *testing.T) {
	folder := write(t, options{scale: .002, seed: 1})
	identifier := regexp.MustCompile(`^(tt|nm)(\d{7}|[1-9]\d{7})$`)
	for name, want := range headers {
		header, rows := readTable(t, folder, name+".tsv.gz")
		if header != want {
			t.Errorf("%s: header %q, want %q", name, header, want)
		}
		var long int
		for i, row := range rows {
			if len(row) != strings.Count(want, "\t")+1 || slices.Contains(row, "") {
				t.Fatalf("%s: row %d has a part too few, too many or empty: %q", name, i, row)
			}
			if !identifier.MatchString(row[0]) {
				t.Fatalf("%s: row %d: %q is no identifier", name, i, row[0])
			}
			if len(row[0]) == 10 {
				long++
			}
			repeats := name == "title.principals" || name == "title.akas"
			if i > 0 && (row[0] < rows[i-1][0] || row[0] == rows[i-1][0] && !repeats) {
				t.Fatalf("%s: row %d: %s after %s", name, i, row[0], rows[i-1][0])
			}
		}
		if long == 0 || long == len(rows) {
			t.Errorf("%s: %d of %d identifiers have eight digits, want some", name, long, len(rows))
		}
	}
}

func TestSameSeedSameBytes(t *testing.T) {
	sums := func(seed uint64) map[string][32]byte {
		folder, all := write(t, options{scale: .001, seed: seed}), make(map[string][32]byte)
		files, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(filepath.Join(folder, file.Name()))
			if err != nil {
				t.Fatal(err)
			}
			all[file.Name()] = sha256.Sum256(text)
		}
		return all
	}
	first, again, other := sums(7), sums(7), sums(8)
	if len(first) != len(tables) {
		t.Errorf("%d files, want %d", len(first), len(tables))
	}
	for name := range first {
		if first[name] != again[name] {
			t.Errorf("%s differs between two runs of one seed", name)
		}
		if first[name] == other[name] {
			t.Errorf("%s is the same for two seeds", name)
		}
	}
}

// near faults a figure too far from the real one, both in any unit.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got/want-1) > tolerance {
		t.Errorf("%s: %.4g, want %.4g within %.0f %%", what, got, want, tolerance*100)
	}
}

func TestProportionsAreTheRealOnes(t *testing.T) {
	rows := make(map[string][][]string)
	for name, real := range map[string]struct{ millions, tolerance float64 }{
		"name.basics": {15.06, .001}, "title.basics": {12.27, 0}, "title.episode": {9.46, .0001}, "title.crew": {12.27, 0},
		"title.principals": {97.6, .05}, "title.akas": {54.96, .03}, "title.ratings": {1.63, .08},
	} {
		rows[name] = ofSample(t, name)
		near(t, name, float64(len(rows[name])), real.millions*1e6*sampleScale, real.tolerance+1e-9)
	}
	share := func(table string, column int) map[string]float64 {
		shares := make(map[string]float64)
		for _, row := range rows[table] {
			shares[row[column]] += 100 / float64(len(rows[table]))
		}
		return shares
	}
	kinds := share("title.basics", 1)
	for kind, want := range map[string]float64{"tvEpisode": 77.1, "short": 9, "movie": 6, "video": 2.6, "tvSeries": 2.4, "tvMovie": 1.27, "tvMiniSeries": .54, "tvSpecial": .45, "videoGame": .37, "tvShort": .09} {
		near(t, kind, kinds[kind], want, .2)
	}
	categories := share("title.principals", 3)
	for category, want := range map[string]float64{"actor": 23.5, "actress": 17.5, "self": 14.5, "writer": 12, "director": 8.4, "producer": 7.2, "editor": 5.9, "cinematographer": 4, "composer": 3.4, "casting_director": 1.3, "production_designer": 1.2, "archive_footage": .8} {
		near(t, category, categories[category], want, .2)
	}
	near(t, "episodes without a season", share("title.episode", 2)[absent], 20, .3)
	near(t, "titles without directors", share("title.crew", 1)[absent], 42, .2)
}

func TestRecentYearsHaveMostTitles(t *testing.T) {
	rows := ofSample(t, "title.basics")
	first, last, recent, known := "9999", "0000", 0, 0
	for _, row := range rows {
		if row[5] == absent {
			continue
		}
		known++
		first, last = min(first, row[5]), max(last, row[5])
		if row[5] >= "2000" {
			recent++
		}
	}
	if first != "1894" || last != "2026" {
		t.Errorf("years from %s to %s, want 1894 to 2026", first, last)
	}
	near(t, "titles since 2000 among those with a year", float64(recent)/float64(known), .8, .1)
}

func TestTablesAgree(t *testing.T) {
	folder := write(t, options{scale: .002, seed: 3})
	_, titles := readTable(t, folder, "title.basics.tsv.gz")
	kindOf := make(map[string]string)
	for _, row := range titles {
		kindOf[row[0]] = row[1]
	}
	for name := range headers {
		if name == "name.basics" {
			continue
		}
		_, rows := readTable(t, folder, name+".tsv.gz")
		for _, row := range rows {
			if kindOf[row[0]] == "" {
				t.Fatalf("%s: %s is not in title.basics", name, row[0])
			}
		}
	}
	_, episodes := readTable(t, folder, "title.episode.tsv.gz")
	for _, row := range episodes {
		if kindOf[row[0]] != "tvEpisode" || !strings.HasSuffix(kindOf[row[1]], "Series") {
			t.Fatalf("%s, a %s, is said to be an episode of %s, a %s", row[0], kindOf[row[0]], row[1], kindOf[row[1]])
		}
		delete(kindOf, row[0])
	}
	for id, kind := range kindOf {
		if kind == "tvEpisode" {
			t.Fatalf("the episode %s is not in title.episode", id)
		}
	}
}

func TestCrewIsThatOfThePrincipals(t *testing.T) {
	folder := write(t, options{scale: .002, seed: 3})
	_, principals := readTable(t, folder, "title.principals.tsv.gz")
	_, crew := readTable(t, folder, "title.crew.tsv.gz")
	listed := map[string]map[string][]string{"director": {}, "writer": {}}
	for _, row := range principals {
		if of := listed[row[3]]; of != nil && !slices.Contains(of[row[0]], row[2]) {
			of[row[0]] = append(of[row[0]], row[2])
		}
	}
	lists := 0
	for _, row := range crew {
		for column, category := range []string{"director", "writer"} {
			want := absent
			if people := listed[category][row[0]]; len(people) > 0 {
				want = strings.Join(people, ",")
			}
			if row[column+1] != want {
				t.Fatalf("%s has the %ss %s, the principals have %s", row[0], category, row[column+1], want)
			}
			if strings.Contains(want, ",") {
				lists++
			}
		}
	}
	if lists == 0 {
		t.Error("no title has more than one director or writer")
	}
}

func TestPeople(t *testing.T) {
	people, principals := ofSample(t, "name.basics"), ofSample(t, "title.principals")
	held, credits := make(map[string]bool), make(map[string]int)
	for _, row := range people {
		held[row[0]] = true
	}
	for _, row := range principals {
		credits[row[2]]++
	}
	var counts []int
	missing := 0
	for person, count := range credits {
		counts = append(counts, count)
		if !held[person] {
			missing++
		}
	}
	if missing == 0 || missing > len(counts)/1000 {
		t.Errorf("%d of %d people with credits have no row, want a few", missing, len(counts))
	}
	slices.Sort(counts)
	slices.Reverse(counts)
	busiest := 0
	for _, count := range counts[:len(counts)/100] {
		busiest += count
	}
	if share := float64(busiest) / float64(len(principals)); share < .15 {
		t.Errorf("the busiest hundredth has %.0f %% of the credits, want far more than one", share*100)
	}
	if median := counts[len(counts)/2]; median > 5 {
		t.Errorf("half of all people have at least %d credits, want few", median)
	}
}

func TestCharactersAreJSON(t *testing.T) {
	rows := ofSample(t, "title.principals")
	forms := make(map[string]int)
	for i, row := range rows {
		if row[5] == absent {
			continue
		}
		var names []string
		if err := json.Unmarshal([]byte(row[5]), &names); err != nil || len(names) == 0 {
			t.Fatalf("row %d: %s is no list of names: %v", i, row[5], err)
		}
		if len(names) > 1 {
			forms["several"]++
		}
		if strings.Contains(names[0], `"`) {
			forms["quoted"]++
		}
		if names[0] == "Self" {
			forms["self"]++
		}
	}
	for _, form := range []string{"several", "quoted", "self"} {
		if forms[form] == 0 {
			t.Errorf("no characters of the form %q", form)
		}
	}
}

func TestWikidataMatchesThePeople(t *testing.T) {
	people, principals := ofSample(t, "name.basics"), ofSample(t, "title.principals")
	header, rows := readTable(t, sample, "wikidata.tsv")
	if want := "?item\t?imdb\t?property\t?value\t?rank"; header != want {
		t.Errorf("header %q, want %q", header, want)
	}
	form := regexp.MustCompile(`^<http://www\.wikidata\.org/entity/Q\d+>\t"nm\d{7,8}"\t("P345"\t\t|"P21"\t<http://www\.wikidata\.org/entity/Q\d+>\t<http://wikiba\.se/ontology#NormalRank>)$`)
	label := make(map[string]string)
	labels, statements := make(map[string]int), 0
	for i, row := range rows {
		if line := strings.Join(row, "\t"); !form.MatchString(line) {
			t.Fatalf("row %d is no result: %s", i, line)
		}
		if row[2] == `"P21"` {
			label[strings.Trim(row[1], `"`)] = row[3]
			labels[row[3]]++
			statements++
		}
	}
	near(t, "people that Wikidata has", float64(len(label)), .08*float64(len(people)), .05)
	for _, want := range []string{entity + "Q6581072>", entity + "Q6581097>", entity + "Q48270>", entity + "Q1052281>"} {
		if labels[want] == 0 {
			t.Errorf("nobody is %s", want)
		}
	}
	if statements == len(label) {
		t.Error("nobody has two genders stated")
	}
	actresses, women, stated := 0, 0, 0
	for _, row := range principals {
		if label[row[2]] != "" {
			stated++
		}
		if row[3] == "actress" && label[row[2]] != "" {
			actresses++
			if label[row[2]] == entity+"Q6581072>" {
				women++
			}
		}
	}
	if women == actresses || float64(women) < .98*float64(actresses) {
		t.Errorf("%d of %d credits as actress are women's by Wikidata, want nearly all", women, actresses)
	}
	if share := float64(stated) / float64(len(principals)); share < .2 {
		t.Errorf("Wikidata knows who has %.0f %% of the credits, want more than of people: the busy are better known", share*100)
	}
}

func TestTriplesStateTheSame(t *testing.T) {
	if _, err := exec.LookPath("bzip2"); err != nil {
		t.Skip("bzip2 is not installed")
	}
	folder := write(t, options{scale: .001, seed: 1, triples: true})
	_, rows := readTable(t, folder, "wikidata.tsv")
	var want []string
	for _, row := range rows {
		if row[2] == `"P21"` {
			want = append(want, row[0]+" P345 "+row[1], row[0]+" P21 "+row[3])
		}
	}
	first, lines := readTable(t, folder, "wikidata-truthy.nt.bz2")
	form := regexp.MustCompile(`^(<\S+>) <\S+?([^/>#]+)> (<\S+>|"(?:[^"\\]|\\.)*"(?:@\w+|\^\^<\S+>)?) \.$`)
	var got []string
	for _, line := range append(lines, []string{first}) {
		parts := form.FindStringSubmatch(line[0])
		if parts == nil {
			t.Fatalf("no triple: %s", line[0])
		}
		if parts[2] == "P21" || parts[2] == "P345" && strings.HasPrefix(parts[3], `"nm`) {
			got = append(got, parts[1]+" "+parts[2]+" "+parts[3])
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if want = slices.Compact(want); !slices.Equal(got, want) {
		t.Errorf("%d statements in the triples, %d in the table, or others", len(got), len(want))
	}
}

func TestOptions(t *testing.T) {
	folder := write(t, options{scale: .0002, seed: 1, plain: true, without: []string{"akas", "title.crew", "wikidata"}})
	var names []string
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		names = append(names, file.Name())
	}
	want := []string{"name.basics.tsv", "title.basics.tsv", "title.episode.tsv", "title.principals.tsv", "title.ratings.tsv"}
	if !slices.Equal(names, want) {
		t.Errorf("files %v, want %v", names, want)
	}
	for what, refused := range map[string]options{
		"no folder":  {scale: 1},
		"too small":  {scale: 0, folder: folder},
		"too large":  {scale: 3, folder: folder},
		"no number":  {scale: math.NaN(), folder: folder},
		"no table":   {scale: .001, folder: folder, without: []string{"cast"}},
		"not folder": {scale: .001, folder: filepath.Join(folder, "title.basics.tsv")},
	} {
		if generate(refused, io.Discard) == nil {
			t.Errorf("%s: not refused", what)
		}
	}
}
