package press

import "rolecall/catalog"

// directory finds names in a catalog: package mention's Directory over what package
// catalog exports. This file is all that knows how names are looked up.
// It is for one text.
type directory struct{ *catalog.Names }

func newDirectory(c *catalog.Catalog) directory { return directory{c.Names()} }
