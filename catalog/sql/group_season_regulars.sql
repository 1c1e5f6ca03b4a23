-- The cast of at least half of the leaf titles.
SELECT work, person FROM credit JOIN /*works*/ ON number = work
WHERE role = 'cast'
GROUP BY work, person
HAVING 2 * count(*) FILTER (kind = 'film' OR title <> work) >= any_value(leaves)
