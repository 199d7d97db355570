-- What a cycle hands on, and what it leaves: both are chosen, and both say why they stood on the list.
-- `choice`: carry, leave. `why` is a word, `why_day` the day that belongs to it.
ALTER TABLE cycle_carry ADD COLUMN choice TEXT NOT NULL DEFAULT 'carry';
ALTER TABLE cycle_carry ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE cycle_carry ADD COLUMN why_day TEXT;
CREATE INDEX cycle_carry_by_about ON cycle_carry (about);

-- A letter that is one of many to many people: which of them it is. So a job that writes them out, and is killed and
-- begun again, writes none twice.
ALTER TABLE mail ADD COLUMN once_key TEXT;
CREATE UNIQUE INDEX mail_once_key ON mail (once_key);
