-- A person's credits, the latest first.
SELECT c.title_id, c.person_id, c.role, c.job, c.characters, c.billing, c.scope::VARCHAR, c.citations
FROM credit c JOIN title_detail d ON d.id = c.title_id
WHERE c.person_id = ?
ORDER BY d.year DESC, d.series_name, d.name, d.season DESC, d.episode, c.role;
