-- Those of some roles, each once however many they hold.
SELECT DISTINCT work, person FROM credit SEMI JOIN /*works*/ ON number = work
WHERE /*heads*/
