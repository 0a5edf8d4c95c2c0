ALTER TABLE pages ADD COLUMN hidden_from INTEGER;
ALTER TABLE passages ADD COLUMN concealed TEXT NOT NULL DEFAULT '';
UPDATE passages SET concealed = 'deleted'
    WHERE (document, page) IN (SELECT document, number FROM pages WHERE how = 'deleted');
