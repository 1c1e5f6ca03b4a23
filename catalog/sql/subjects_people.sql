SELECT work, CASE role /*cases*/ END AS measure, /*all*/ AS size, unknown AS doubtful, /*asked*/ AS certain, /*titles*/ AS titles
FROM /*table*/ WHERE role IN (/*which*/)
