SELECT work, /*measure*/ AS measure, /*all*/ AS size, unknown AS doubtful, /*asked*/ AS certain, /*titles*/ AS titles
FROM /*people*/
