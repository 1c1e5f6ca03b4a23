package phrase

// Picked says what a catalog holds whose films and seasons were picked by hand.
func Picked(titles int) string {
	return "This catalog holds " + Grouped(titles) + " films and seasons, picked by hand"
}

// ToImport comes before Importing, the commands that bring in every title of IMDb.
const ToImport = "To have all of IMDb (FOLDER is where the first command says it put it)"

// Importing are the commands that bring in every title of IMDb.
var Importing = []string{"rolecall fetch imdb --accept-terms", "rolecall import imdb FOLDER"}
