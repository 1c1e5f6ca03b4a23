-- The cast billed first on some leaf title.
SELECT DISTINCT work, person FROM credit SEMI JOIN /*works*/ ON number = work
WHERE role = 'cast' AND billing = 1
